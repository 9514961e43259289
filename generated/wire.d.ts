/** Compiled from openapi/ by `npm run generate`. Do not edit. */

export interface paths {
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Customer Overview
         * @description Retrieves customer account overview including balance due, contact and profile information, and services summary.
         */
        get: operations["getCustomerOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Services
         * @description Retrieves detailed information on the services associated with the authenticated customer account, including service type, materials, equipment, and pricing.
         */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Planned Services
         * @description Retrieves the status of services occurring today for commercial or residential customers.
         */
        get: operations["listPlannedServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Service Materials
         * @description Retrieves hauling material information for all services associated with the customer account.
         */
        get: operations["listServiceMaterials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/prices/invoice-fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Service Invoice Fees
         * @description Lists the fees that are invoiced on top of each service's price: fuel, environmental and regulatory cost recovery.
         *
         *     The page's sample request leaves out `/invoice-fees`; the path here is the one on its URI line.
         */
        get: operations["listServiceInvoiceFees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Service Operations
         * @description Retrieves operational details for services associated with the customer account.
         */
        get: operations["listServiceOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/next-pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Next Pickup
         * @description Retrieves upcoming pickup schedule information for the customer's waste and recycling services.
         */
        get: operations["getNextPickup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/{serviceId}/eta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Service ETA
         * @description Retrieves when a service is expected. No source names the fields of the answer. WM's reference writes the last part of the path in upper case and asks for a date, which is `getServiceEtaForDate`.
         */
        get: operations["getServiceEta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invoices
         * @description Lists the invoices sent to the account and its balances by age. The two sources filter by date differently: the base specification names `startDate` and `endDate`, WM's reference `fromDate` and `toDate`.
         *
         *     The page prints the path under `/v2/`; an older page prints it under `/v1/` and shows the same response.
         */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Invoice Details
         * @description Retrieves one invoice. WM's reference answers with a list, `invoices`, in which several entries may share one `id`; the base specification describes a single object.
         */
        get: operations["getInvoiceDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Balance
         * @description Retrieves the current account balance due for the customer.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Contacts
         * @description Retrieves billing and service contacts associated with the customer account.
         */
        get: operations["listContacts"];
        /**
         * Replace Contacts
         * @description Sends a list of billing and service contacts. That it takes the place of the present one follows from the verb; the page does not say so.
         */
        put: operations["replaceContacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Contacts
         * @description Updates the billing and service contacts of the account. WM's reference has no PATCH here: it describes a PUT with another body, which is `replaceContacts`.
         */
        patch: operations["updateContacts"];
        trace?: never;
    };
    "/customers/{customerId}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description Retrieves customer service cases associated with the account.
         */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Preferences
         * @description Retrieves the account's settings for paperless invoices and automatic payment. No source names the fields of the answer. WM's reference has no such path: see `listProfiles` and `listCommunicationPreferences`.
         */
        get: operations["listPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Preferences
         * @description Changes the account's settings for paperless invoices and automatic payment. No source names the fields of the answer. WM's reference has no such path: see `replaceCommunicationPreferences`.
         */
        patch: operations["updatePreferences"];
        trace?: never;
    };
    "/customers/{customerId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets
         * @description Lists the tickets of the account. With `ticket_type=disposal` it lists the tickets that were written at a disposal site, which have other fields and a page of their own, https://api.wm.com/disposalticketsummary.
         */
        get: operations["listTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/activities/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Activity Notes
         * @description Lists the notes that were written about the account, for a range of days if one is given.
         */
        get: operations["listActivityNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/activities/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Activity E-mails
         * @description Lists the e-mails that were exchanged about the account, for a range of days if one is given.
         */
        get: operations["listActivityEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/activities/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Activity Issues
         * @description Lists the issues that were raised with WM about the account, for a range of days if one is given. The end of the page was not available, so an issue may have more fields than are declared.
         */
        get: operations["listActivityIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Case
         * @description Retrieves one case, with its notes, who asked for it and the adjustments it led to. The end of the page was not available, so a case may have more fields than are declared.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Ticket
         * @description Retrieves one ticket. With `ticket_type=disposal` it retrieves a ticket that was written at a disposal site, which has other fields and a page of its own, https://api.wm.com/disposalticketdetails.
         */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tickets/{ticketId}/surcharges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ticket Surcharges
         * @description Lists the surcharges of a ticket that was written at a landfill for a disposal.
         */
        get: operations["listTicketSurcharges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tickets/{ticketId}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ticket Prices
         * @description Lists what a disposal ticket costs: its materials, surcharges and tax.
         *
         *     The page's sample request says `/price`; the path here is the one on its URI line.
         */
        get: operations["listTicketPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tickets/{ticketId}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ticket Materials
         * @description Lists the materials that a disposal ticket was written for, with their volume and weight.
         */
        get: operations["listTicketMaterials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contacts/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Billing Contacts
         * @description Lists the contacts to whom the account's invoices go.
         */
        get: operations["listBillingContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contacts/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Service Contacts
         * @description Lists the contacts at the places that are serviced.
         *
         *     The page's sample request and its text say `/contacts/service`; the path here is the one on its URI line.
         */
        get: operations["listServiceContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Profiles
         * @description Lists the online profiles of the account, with their choices for paperless invoices and automatic payment.
         */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/communication-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Communication Preferences
         * @description Lists which messages the account receives, through which channels and at which addresses.
         */
        get: operations["listCommunicationPreferences"];
        /**
         * Replace Communication Preferences
         * @description Sets which messages the account receives, through which channels and at which addresses.
         */
        put: operations["replaceCommunicationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preferences/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Preference Categories
         * @description Lists the categories of messages that a customer can choose. Known second-hand only, from a third party's transcript; no source names the fields of the answer.
         */
        get: operations["listPreferenceCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/{serviceId}/ETA": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Service ETA for a Date
         * @description Retrieves when a service is expected on a given day. The last part of the path is in upper case; the base specification has it in lower case and without the day, which is `getServiceEta`.
         */
        get: operations["getServiceEtaForDate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Service Stats
         * @description Lists how the services of the last days went, or sums them up. The end of the page was not available: a service may have more fields than are declared, and no source names the fields of the summary.
         */
        get: operations["listServiceStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/services/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Service Prices
         * @description Lists the base rate of each service for a month. No source names the fields of the answer.
         */
        get: operations["listServicePrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Overview of a WM customer account. Only the base specification describes it; WM's reference has no page on it. */
        CustomerOverview: {
            /** @description Unique customer identifier. */
            customerId?: string;
            /** @description Customer account name. */
            accountName?: string;
            /**
             * Format: decimal
             * @description Current balance due on the account.
             */
            balanceDue?: string | number;
            primaryContact?: components["schemas"]["Contact"];
            serviceAddress?: components["schemas"]["Address"];
        };
        /** @description A contact of a customer. The base specification names `firstName`, `lastName` and `phone`; all other fields are WM's reference's. `email` is in both. */
        Contact: {
            firstName?: string;
            lastName?: string;
            /** Format: email */
            email?: string;
            phone?: string;
            /**
             * Format: wm-text
             * @description What the contact is for, billing or service.
             */
            type?: string;
            /**
             * Format: wm-text
             * @description First and last name in one, with a comma between them in the sample.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description First name.
             */
            first_name?: string;
            /**
             * Format: wm-text
             * @description Middle name.
             */
            middle_name?: string;
            /**
             * Format: wm-text
             * @description Last name.
             */
            last_name?: string;
            /**
             * Format: wm-text
             * @description Telephone number of the fixed line.
             */
            land_line?: string;
            /**
             * Format: wm-text
             * @description Telephone number at work, digits only in the sample.
             */
            work_phone?: string;
            /**
             * Format: wm-text
             * @description Telephone number of the mobile phone.
             */
            mobile_phone?: string;
            /**
             * Format: wm-text
             * @description Fax number.
             */
            fax?: string;
            address?: components["schemas"]["Address"];
            /** @description What WM says of the contact's data. */
            metadata?: {
                /**
                 * Format: wm-flag
                 * @description Whether WM has cleansed the contact's data, as true or false.
                 */
                cleansed?: string | boolean;
            };
        };
        /** @description Physical service or billing address. `street`, `city`, `state`, `zip` and `country` are in the base specification and in WM's reference; `province`, `postal_code` and `zip4` are in the reference only. */
        Address: {
            /** Format: wm-text */
            street?: string;
            /** Format: wm-text */
            city?: string;
            /** Format: wm-text */
            state?: string;
            /** Format: wm-identifier */
            zip?: string;
            /** Format: wm-text */
            country?: string;
            /**
             * Format: wm-text
             * @description Province of an address in Canada.
             */
            province?: string;
            /**
             * Format: wm-identifier
             * @description Postal code of an address in Canada.
             */
            postal_code?: string;
            /**
             * Format: wm-identifier
             * @description The last four digits of a nine-digit ZIP code.
             */
            zip4?: string | number;
        };
        /** @description Fields to update on a customer contact record. */
        ContactUpdate: {
            firstName?: string;
            lastName?: string;
            /** Format: email */
            email?: string;
            phone?: string;
        };
        /** @description List of services associated with a WM customer account. `services` is in both sources; `request_tracking_id` and `Services` are in WM's reference only. */
        ServiceList: {
            services?: components["schemas"]["Service"][];
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The services, under the key that an older page of the reference shows. */
            Services?: components["schemas"]["Service"][];
        };
        /** @description A WM service associated with a customer account. `serviceId`, `occurrenceFrequency`, `lineOfBusiness` and `serviceName` are the base specification's; `status`, `material`, `equipment` and `pricing` are in both sources; all other fields are WM's reference's. */
        Service: {
            /** @description Unique service identifier. */
            serviceId?: string;
            /**
             * Format: wm-text
             * @description Current service status. WM's reference lists Active and Inactive.
             */
            status?: string;
            /** @description Service frequency (e.g., Weekly, Bi-Weekly). */
            occurrenceFrequency?: string;
            /**
             * @description Line of business for this service.
             * @enum {string}
             */
            lineOfBusiness?: "RESIDENTIAL" | "COMMERCIAL" | "ROLLOFF";
            /** @description Human-readable service name. */
            serviceName?: string;
            material?: components["schemas"]["ServiceMaterial"];
            equipment?: components["schemas"]["ServiceEquipment"];
            pricing?: components["schemas"]["ServicePricing"];
            /**
             * Format: wm-identifier
             * @description Identifies the service. Declared a number.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description How often the service takes place, such as On Call or Per Week.
             */
            occurs?: string;
            /**
             * Format: wm-flag
             * @description Whether tax is charged on the service.
             */
            taxable?: string | boolean;
            /**
             * Format: wm-identifier
             * @description Code of the type of service.
             */
            type_code?: string;
            /** @description The service's entry in WM's enterprise catalog. */
            enterprise_catalog?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the entry.
                 */
                id?: string | number;
                /**
                 * Format: wm-text
                 * @description Name of the entry.
                 */
                name?: string;
                /**
                 * Format: wm-text
                 * @description The entry in words.
                 */
                description?: string;
                /**
                 * Format: wm-text
                 * @description Subcategory of the entry.
                 */
                sub_category?: string;
                /**
                 * Format: wm-text
                 * @description Category of the entry.
                 */
                category?: string;
                /**
                 * Format: wm-text
                 * @description Line of business of the entry.
                 */
                line_of_business?: string;
            };
            /**
             * Format: wm-text
             * @description How often the service takes place. On an older page of the reference only.
             */
            frequency?: string;
            /**
             * Format: wm-flag
             * @description Whether the service is invoiced automatically. On an older page of the reference only.
             */
            auto_bill?: string | boolean;
            /** @description How WM's own systems hold the service. On an older page of the reference only. */
            wm_metadata?: {
                /**
                 * Format: wm-identifier
                 * @description Code of the service.
                 */
                service_code?: string;
                /**
                 * Format: decimal
                 * @description Quantity of the service.
                 */
                service_quantity?: string | number;
            };
            /** @description The stops at which the service takes place. On an older page of the reference only. */
            operations?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the route.
                 */
                route_id?: string | number;
                /**
                 * Format: wm-identifier
                 * @description Identifies the stop on the route.
                 */
                stop_id?: string | number;
                /**
                 * Format: wm-text
                 * @description The day of the week, in capitals and padded with spaces.
                 */
                day_of_week?: string;
            }[];
        };
        /** @description Material information for a service. `materialCode`, `materialName` and `specialHandling` are the base specification's; all other fields are WM's reference's. */
        ServiceMaterial: {
            materialCode?: string;
            materialName?: string;
            specialHandling?: boolean;
            /**
             * Format: wm-identifier
             * @description Identifies the material.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description Code of the material.
             */
            code?: string;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            name?: string;
            /**
             * Format: wm-flag
             * @description Whether the material needs special handling, as true or false.
             */
            special_handling?: string | boolean;
            /**
             * Format: wm-flag
             * @description Whether the material needs a manifest, as true or false.
             */
            manifest?: string | boolean;
        };
        /** @description Equipment details for a service. `equipmentName`, `unitOfMeasure` and `containerCount` are the base specification's; `volume` is in both sources; all other fields are WM's reference's. The end of its page was not available, so more fields may come. */
        ServiceEquipment: {
            equipmentName?: string;
            /**
             * Format: decimal
             * @description Volume of one container. A number in the base specification, which is the type here; in WM's reference it is known second-hand only, and may come as text.
             */
            volume?: string | number;
            unitOfMeasure?: string;
            containerCount?: number;
            /**
             * Format: wm-identifier
             * @description Identifies the equipment.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the equipment.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description The equipment in words. Known second-hand only.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Unit of the volume. Known second-hand only.
             */
            unit_of_measure?: string;
            /**
             * Format: wm-integer
             * @description How many containers there are. Known second-hand only.
             */
            container_count?: string | number;
        } & {
            [key: string]: unknown;
        };
        /** @description Pricing information for a service. `monthlyBaseCost` and `currency` are the base specification's; all other fields are WM's reference's. The end of its page was not available, so more fields may come. */
        ServicePricing: {
            /** Format: decimal */
            monthlyBaseCost?: string | number;
            /** @default USD */
            currency?: string;
            /**
             * Format: decimal
             * @description Base cost for a month. Known second-hand only.
             */
            base_monthly_cost?: string | number;
            /**
             * Format: wm-text
             * @description How the disposal is charged. Known second-hand only.
             */
            disposal_rate_type?: string;
            /**
             * Format: decimal
             * @description The rate of the disposal. Known second-hand only.
             */
            disposal_rate_amount?: string | number;
            /**
             * Format: wm-identifier
             * @description Currency of the amounts. Known second-hand only.
             */
            currency_code?: string;
            /**
             * Format: decimal
             * @description An extended cost, by its name. On an older page of the reference only.
             */
            extended_cost_amount?: string | number;
        } & {
            [key: string]: unknown;
        };
        /** @description Invoices of a WM customer account. `invoices` is in both sources; `request_tracking_id`, `currency` and `balances` are in WM's reference only. */
        InvoiceList: {
            invoices?: components["schemas"]["InvoiceSummary"][];
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /**
             * Format: wm-text
             * @description A currency, such as USD; by its place, that of the amounts in the list.
             */
            currency?: string;
            /** @description What is due, one entry for each age. */
            balances?: components["schemas"]["InvoiceBalance"][];
        };
        /** @description Summary information for a WM invoice. `invoiceId`, `invoiceDate`, `dueDate`, `totalAmount` and `status` are the base specification's; `id`, `date`, `amount`, `payment_info` and `balance_amount` are WM's reference's. */
        InvoiceSummary: {
            /** @description Unique invoice identifier. */
            invoiceId?: string;
            /**
             * Format: date
             * @description Date the invoice was issued.
             */
            invoiceDate?: string;
            /**
             * Format: date
             * @description Payment due date.
             */
            dueDate?: string;
            /**
             * Format: decimal
             * @description Total invoice amount.
             */
            totalAmount?: string | number;
            /** @description Invoice status (e.g., Paid, Unpaid, Overdue). */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Identifies the invoice. Declared a number; the sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-date
             * @description The day of the invoice, `yyyy-MM-dd` in the sample.
             */
            date?: string;
            /**
             * Format: decimal
             * @description Amount of the invoice, in the list's currency. The sample sends text.
             */
            amount?: string | number;
            /** @description The payment of the invoice. */
            payment_info?: {
                /**
                 * Format: decimal
                 * @description The amount paid. The sample sends text.
                 */
                amount?: string | number;
                /**
                 * Format: wm-date
                 * @description The day of the payment, `yyyy-MM-dd` in the sample.
                 */
                date?: string;
                /**
                 * Format: wm-text
                 * @description The payer's reference. The sample ends in spaces.
                 */
                reference_number?: string;
            };
            /**
             * Format: decimal
             * @description A balance of the invoice, by its name; the page does not explain it. The sample sends the text `null`.
             */
            balance_amount?: string | number;
        };
        /** @description One invoice. The base specification's is a single object: the fields of a summary, `lineItems` and `fees`. WM's reference has `request_tracking_id` and `invoices` instead. */
        InvoiceDetail: components["schemas"]["InvoiceSummary"] & {
            lineItems?: components["schemas"]["InvoiceLineItem"][];
            fees?: components["schemas"]["InvoiceFee"][];
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The entries of the invoice. */
            invoices?: components["schemas"]["InvoiceEntry"][];
        };
        /** @description A line item on a WM invoice. */
        InvoiceLineItem: {
            description?: string;
            /** Format: decimal */
            amount?: string | number;
            serviceId?: string;
        };
        /** @description A fee applied to a WM invoice (fuel, environmental, regulatory). */
        InvoiceFee: {
            /** @description Type of fee (e.g., Fuel Surcharge, Environmental Fee). */
            feeType?: string;
            /** Format: decimal */
            amount?: string | number;
        };
        /** @description Customer preference update payload. */
        PreferencesUpdate: {
            /** @description Opt into paperless billing. */
            paperlessBilling?: boolean;
            /** @description Enroll in automatic payment processing. */
            autoPayEnrolled?: boolean;
        };
        /** @description An error, in either of the two forms a client meets. The base specification puts `code`, `message` and `errors` at the top; WM's reference nests them in `error`. */
        ErrorResponse: {
            /** @description HTTP status code. */
            code?: number;
            /** @description Human-readable error message. */
            message?: string;
            errors?: {
                field?: string;
                description?: string;
            }[];
            /** @description The error as WM's reference nests it. */
            error?: {
                /** @description The HTTP status, as text. */
                code?: string;
                /** @description What went wrong, in one sentence. */
                message?: string;
                /** @description One entry for each thing that is wrong. */
                errors?: {
                    /** @description What is wrong. */
                    message?: string;
                }[];
            };
        };
        /** @description The notes about an account. */
        NoteActivityList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each note. */
            activities?: components["schemas"]["NoteActivity"][];
        };
        /** @description One note. */
        NoteActivity: {
            /** @description What the note says. */
            note_info?: {
                /**
                 * Format: wm-text
                 * @description Text of the note.
                 */
                comment?: string;
                /**
                 * Format: wm-date-time
                 * @description When the note was made, `yyyy-MM-dd HH:mm:ss.SSS` and a `Z` in the sample.
                 */
                create_date_time?: string;
            };
            /** @description Who recorded the note, and when. It says nothing of later changes. */
            audit_info?: {
                /**
                 * Format: wm-text
                 * @description Who recorded the note.
                 */
                created_by?: string;
                /**
                 * Format: wm-date-time
                 * @description When the note was recorded.
                 */
                created_date_time?: string;
            };
        };
        /** @description The e-mails about an account. */
        EmailActivityList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each e-mail. */
            activities?: components["schemas"]["EmailActivity"][];
        };
        /** @description One e-mail. */
        EmailActivity: {
            /**
             * Format: wm-identifier
             * @description Identifies the activity. The sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the user to whom the activity belongs.
             */
            user_id?: string | number;
            /** @description The e-mail itself. */
            email_info?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the kind of e-mail.
                 */
                type_id?: string | number;
                /**
                 * Format: wm-text
                 * @description The kind of e-mail in words.
                 */
                type_description?: string;
                /**
                 * Format: wm-text
                 * @description Address of the sender.
                 */
                from_address?: string;
                /**
                 * Format: wm-text
                 * @description Address of the recipient.
                 */
                to_address?: string;
                /**
                 * Format: wm-text
                 * @description Address to which a copy went.
                 */
                cc_address?: string;
                /**
                 * Format: wm-text
                 * @description Subject line.
                 */
                subject?: string;
                /**
                 * Format: wm-text
                 * @description Text of the e-mail.
                 */
                body?: string;
                /**
                 * Format: wm-text
                 * @description Who sent it.
                 */
                sent_by?: string;
                /**
                 * Format: wm-text
                 * @description Whether it could be sent.
                 */
                send_status?: string;
                /**
                 * Format: wm-date-time
                 * @description When it was sent.
                 */
                sent_date_time?: string;
            };
            audit_info?: components["schemas"]["AuditInfo"];
        };
        /** @description The issues raised about an account. */
        IssueActivityList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each issue. */
            activities?: components["schemas"]["IssueActivity"][];
        };
        /** @description One issue. The end of the page was not available, so more fields may come. */
        IssueActivity: {
            /** @description Who raised the issue and what it is about. More fields may come, as the page was cut. */
            issues_info?: {
                /**
                 * Format: wm-text
                 * @description Company of the person who raised the issue.
                 */
                company?: string;
                /**
                 * Format: wm-text
                 * @description First name of that person.
                 */
                first_name?: string;
                /**
                 * Format: wm-text
                 * @description Last name of that person.
                 */
                last_name?: string;
                /**
                 * Format: wm-text
                 * @description E-mail address of that person.
                 */
                email?: string;
                /**
                 * Format: wm-text
                 * @description Telephone number of that person.
                 */
                phone_number?: string;
                /**
                 * Format: wm-text
                 * @description How that person wishes to be contacted.
                 */
                contact_method?: string;
                /**
                 * Format: wm-text
                 * @description The issue in words.
                 */
                description?: string;
                /**
                 * Format: wm-date
                 * @description The day on which the issue was submitted. No layout is known.
                 */
                submit_date?: string;
                /**
                 * Format: wm-text
                 * @description Status of the issue.
                 */
                status?: string;
                /**
                 * Format: wm-text
                 * @description Mailbox of the customer service that received the issue.
                 */
                csr_mailbox?: string;
                /**
                 * Format: wm-text
                 * @description The kind of device or channel through which the issue came.
                 */
                device_channel?: string;
                /**
                 * Format: wm-text
                 * @description Type of the case in words.
                 */
                case_type_description?: string;
                /**
                 * Format: wm-identifier
                 * @description Code of the type of the case.
                 */
                case_type_code?: string;
                /**
                 * Format: wm-text
                 * @description Subtype of the case in words.
                 */
                case_sub_type_description?: string;
                /**
                 * Format: wm-identifier
                 * @description Code of the subtype of the case.
                 */
                case_sub_type_code?: string;
                /**
                 * Format: wm-text
                 * @description A country; the page does not say whose.
                 */
                country?: string;
                /** @description Address to which invoices go. Its fields were on the part of the page that was cut off. */
                billing_address?: components["schemas"]["OpenObject"];
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description The cases of an account. */
        CaseList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each case. */
            cases?: components["schemas"]["Case"][];
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description One case. */
        Case: {
            /**
             * Format: wm-identifier
             * @description Identifies the case. Declared a number; the sample sends text.
             */
            case_id?: string | number;
            /**
             * Format: wm-text
             * @description The case in words.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Category of the case, such as TKT.
             */
            category?: string;
            /**
             * Format: wm-text
             * @description The category in words.
             */
            category_description?: string;
            /**
             * Format: wm-date-time
             * @description When the case was asked for, `yyyy-MM-dd HH:mm:ss.S` without a zone.
             */
            requested_date_time?: string;
            /**
             * Format: wm-text
             * @description Whether the case is CLOSED or OPEN.
             */
            status?: string;
        };
        /** @description A case with its details. */
        CaseDetailList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The case that was asked for. */
            cases?: components["schemas"]["CaseDetail"][];
        };
        /** @description The details of one case. The end of the page was not available, so more fields may come. */
        CaseDetail: {
            /**
             * Format: wm-text
             * @description The case in words.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Category of the case.
             */
            category?: string;
            /**
             * Format: wm-text
             * @description The category in words.
             */
            category_description?: string;
            /**
             * Format: wm-text
             * @description Subcategory of the case.
             */
            sub_category?: string;
            /**
             * Format: wm-text
             * @description The subcategory in words.
             */
            sub_category_description?: string;
            /**
             * Format: wm-date-time
             * @description When the case was asked for.
             */
            requested_date_time?: string;
            /**
             * Format: wm-date-time
             * @description When the case is to be done.
             */
            due_date_time?: string;
            /**
             * Format: wm-text
             * @description Role of the people who work on the case.
             */
            assigned_role?: string;
            /**
             * Format: wm-text
             * @description Who works on the case.
             */
            assigned_to?: string;
            /**
             * Format: wm-text
             * @description Whether the case is OPEN or CLOSED.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Code of the reason for the status.
             */
            status_reason_code?: string;
            /**
             * Format: wm-text
             * @description The reason for the status in words.
             */
            status_reason_description?: string;
            /**
             * Format: wm-text
             * @description Where the case came from.
             */
            source?: string;
            /**
             * Format: decimal
             * @description Sum of the adjustments. The page names no currency.
             */
            adjustment_total_amount?: string | number;
            /** @description One entry for each note. */
            notes?: {
                /**
                 * Format: wm-text
                 * @description Text of the note.
                 */
                comment?: string;
            }[];
            /** @description Who asked for the case. */
            requestor?: {
                /**
                 * Format: wm-text
                 * @description Name of the person.
                 */
                name?: string;
                /**
                 * Format: wm-text
                 * @description Telephone number of the person.
                 */
                phone?: string;
                /**
                 * Format: wm-text
                 * @description E-mail address of the person.
                 */
                email?: string;
            };
            /** @description One entry for each adjustment of an invoice. */
            adjustments?: ({
                /**
                 * Format: wm-text
                 * @description The adjustment in words.
                 */
                description?: string;
                /**
                 * Format: decimal
                 * @description Amount of the adjustment. The page names no currency.
                 */
                amount?: string | number;
                /**
                 * Format: wm-date-time
                 * @description When the adjustment was made.
                 */
                date_time?: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /** @description The tickets of an account. */
        TicketList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each ticket. */
            tickets?: components["schemas"]["Ticket"][];
        };
        /** @description One ticket of a hauling service. */
        Ticket: {
            /**
             * Format: wm-identifier
             * @description Identifies the ticket. Declared a number; the sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Status of the ticket, one of CLOSED, OPEN, VOIDED and PENDING. The sample ends in spaces.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Code of the kind of load.
             */
            load_type?: string;
            /**
             * Format: wm-text
             * @description The kind of load in words.
             */
            load_description?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was dispatched, `MM/dd/yy HH:mm:ss` without a zone.
             */
            dispatch_date_time?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was written, `MM/dd/yy HH:mm:ss` without a zone.
             */
            created_date_time?: string;
            /** @description The services on the ticket. */
            services_info?: {
                /**
                 * Format: wm-identifier
                 * @description Code of the service.
                 */
                code?: string;
            }[];
        };
        /** @description The disposal tickets of an account. */
        DisposalTicketList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each ticket. */
            tickets?: components["schemas"]["DisposalTicket"][];
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description One ticket that was written at a disposal site. */
        DisposalTicket: {
            /**
             * Format: wm-identifier
             * @description Identifies the ticket. Declared a number; the sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-date-time
             * @description When the ticket was written, `yyyy-MM-dd HH:mm:ss.S` without a zone, in spite of its name.
             */
            date?: string;
            /**
             * Format: wm-text
             * @description Status of the ticket, such as Completed.
             */
            status?: string;
            /**
             * Format: decimal
             * @description The total amount of the ticket. The sample sends text.
             */
            amount?: string | number;
            /**
             * Format: wm-text
             * @description What the site of the disposal is called.
             */
            site_name?: string;
        };
        /** @description A ticket with its details. */
        TicketDetailList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The ticket that was asked for. */
            tickets?: components["schemas"]["TicketDetail"][];
        };
        /** @description The details of one ticket of a hauling service. */
        TicketDetail: {
            /**
             * Format: wm-identifier
             * @description Identifies the ticket.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Status of the ticket.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Code of the kind of load, such as DEL for a delivery or XPU for an extra pickup.
             */
            load_type?: string;
            /**
             * Format: wm-text
             * @description The kind of load in words.
             */
            load_description?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was written.
             */
            created_date_time?: string;
            /**
             * Format: wm-text
             * @description Who wrote the ticket.
             */
            created_by?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was closed.
             */
            closed_date_time?: string;
            /**
             * Format: wm-text
             * @description Who closed the ticket.
             */
            closed_by?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was dispatched.
             */
            dispatch_date_time?: string;
            /**
             * Format: wm-flag
             * @description Whether a ticket is generated.
             */
            generate_ticket?: string | boolean;
            /**
             * Format: wm-flag
             * @description Whether the ticket is a complaint.
             */
            complaint?: string | boolean;
            /**
             * Format: wm-text
             * @description Remarks on the ticket.
             */
            comments?: string;
            /**
             * Format: wm-identifier
             * @description Code of how the ticket was completed.
             */
            completion_code?: string;
            /**
             * Format: wm-text
             * @description How the ticket was completed, in words.
             */
            completed_description?: string;
            /**
             * Format: wm-text
             * @description Who asked for the service.
             */
            requested_by?: string;
            /** @description When the ticket was logged. */
            audit_info?: {
                /**
                 * Format: wm-date-time
                 * @description When the ticket was logged.
                 */
                logged_date_time?: string;
            };
            /** @description The services on the ticket. */
            services_info?: {
                /**
                 * Format: wm-identifier
                 * @description Code of the service.
                 */
                code?: string;
                /**
                 * Format: wm-text
                 * @description The service in words.
                 */
                description?: string;
                /**
                 * Format: decimal
                 * @description Quantity of the service.
                 */
                quantity?: string | number;
                /**
                 * Format: decimal
                 * @description Cost of the service. The page names no currency.
                 */
                cost?: string | number;
                /**
                 * Format: wm-text
                 * @description What is special about the service, in words.
                 */
                special_description?: string;
            }[];
        };
        /** @description A disposal ticket with its details. */
        DisposalTicketDetailList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The ticket that was asked for. */
            tickets?: components["schemas"]["DisposalTicketDetail"][];
        };
        /** @description The details of one ticket that was written at a disposal site. The page names no currency. */
        DisposalTicketDetail: {
            /**
             * Format: wm-identifier
             * @description Identifies the ticket.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the ticket of the hauling service.
             */
            hauling_ticket_id?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the ticket in whose place this one came.
             */
            replace_ticket_id?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the ticket that was voided.
             */
            void_ticket_id?: string | number;
            /**
             * Format: wm-text
             * @description The time at which the vehicle came in. No layout is known.
             */
            time_in?: string;
            /**
             * Format: wm-text
             * @description The time at which the vehicle went out. No layout is known.
             */
            time_out?: string;
            /**
             * Format: wm-text
             * @description Status of the ticket.
             */
            status?: string;
            /** @description What the vehicle weighed. */
            weight?: {
                /**
                 * Format: decimal
                 * @description Weight of the vehicle with its load, in `uom`.
                 */
                gross?: string | number;
                /**
                 * Format: decimal
                 * @description Weight of the empty vehicle, in `uom`.
                 */
                tare?: string | number;
                /**
                 * Format: decimal
                 * @description Weight of the load, in `uom`.
                 */
                net?: string | number;
                /**
                 * Format: wm-text
                 * @description Unit of measure of the weights.
                 */
                uom?: string;
                /**
                 * Format: decimal
                 * @description Weight of the load after rounding, in `rounded_net_uom`.
                 */
                rounded_net?: string | number;
                /**
                 * Format: wm-text
                 * @description Unit of measure of the rounded weight.
                 */
                rounded_net_uom?: string;
            };
            /**
             * Format: wm-identifier
             * @description The scale on which the vehicle was weighed on its way in.
             */
            scale_in?: string | number;
            /**
             * Format: wm-identifier
             * @description The scale on which the vehicle was weighed on its way out.
             */
            scale_out?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the driver's card.
             */
            swipe_card_id?: string | number;
            /**
             * Format: decimal
             * @description Volume of the load. The page names no unit.
             */
            volume?: string | number;
            /**
             * Format: decimal
             * @description Amount for the materials.
             */
            material_subtotal?: string | number;
            /**
             * Format: decimal
             * @description Amount for the surcharges.
             */
            surcharge?: string | number;
            /**
             * Format: decimal
             * @description Amount of the tax. The entries of `details` have a list under this name.
             */
            tax?: string | number;
            /**
             * Format: decimal
             * @description The total amount.
             */
            amount?: string | number;
            /** @description The company that carried the load. */
            carrier?: components["schemas"]["IdAndDescription"];
            /** @description The disposal site. */
            site?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the site.
                 */
                id?: string | number;
                /**
                 * Format: wm-text
                 * @description Name of the site.
                 */
                name?: string;
            };
            /**
             * Format: wm-text
             * @description Where the load went.
             */
            destination?: string;
            /**
             * Format: wm-identifier
             * @description Identifies the route.
             */
            route_id?: string | number;
            /**
             * Format: wm-text
             * @description Notes on the ticket.
             */
            notes?: string;
            /** @description The seals of the load. */
            seal?: {
                /**
                 * Format: wm-identifier
                 * @description Number of the first seal.
                 */
                number_1?: string | number;
                /**
                 * Format: wm-identifier
                 * @description Number of the second seal.
                 */
                number_2?: string | number;
            };
            /** @description The customer of the disposal site. */
            customer?: {
                /**
                 * Format: wm-text
                 * @description Name of the customer.
                 */
                name?: string;
                /**
                 * Format: wm-text
                 * @description Name under which the customer does business.
                 */
                business_name?: string;
                /** @description Address of the customer. */
                address?: {
                    /**
                     * Format: wm-text
                     * @description First line of the street.
                     */
                    street_text_1?: string;
                    /**
                     * Format: wm-text
                     * @description Second line of the street.
                     */
                    street_text_2?: string;
                    /**
                     * Format: wm-text
                     * @description City.
                     */
                    city?: string;
                    /**
                     * Format: wm-text
                     * @description Country.
                     */
                    country?: string;
                    /**
                     * Format: wm-text
                     * @description State.
                     */
                    state?: string;
                    /**
                     * Format: wm-identifier
                     * @description ZIP code.
                     */
                    zip?: string | number;
                    /**
                     * Format: wm-identifier
                     * @description The last four digits of a nine-digit ZIP code.
                     */
                    zip4?: string | number;
                };
            };
            audit_info?: components["schemas"]["AuditInfo"];
            /** @description The vehicle that brought the load. */
            vehicle?: {
                /**
                 * Format: wm-identifier
                 * @description Number of the vehicle.
                 */
                number?: string | number;
                /**
                 * Format: wm-text
                 * @description The vehicle in words.
                 */
                description?: string;
                /**
                 * Format: wm-text
                 * @description Name of the driver.
                 */
                driver_name?: string;
            };
            /** @description The lines of the ticket. */
            details?: components["schemas"]["DisposalTicketLine"][];
        };
        /** @description One line of a disposal ticket, a material or a surcharge. The page names no currency. */
        DisposalTicketLine: {
            /**
             * Format: wm-integer
             * @description Position of the line on the ticket.
             */
            sequence_number?: string | number;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            material_name?: string;
            /**
             * Format: wm-text
             * @description What the surcharge is called.
             */
            surcharge_name?: string;
            /**
             * Format: wm-text
             * @description The line in words.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Volume of the material. The page names no unit.
             */
            volume?: string | number;
            /** @description The profile under which the waste is accepted. */
            profile?: components["schemas"]["IdAndDescription"];
            /**
             * Format: wm-text
             * @description Name of the generator of the waste.
             */
            generator_name?: string;
            /**
             * Format: decimal
             * @description Weight of the material after rounding.
             */
            rounded_net_weight?: string | number;
            /**
             * Format: decimal
             * @description The quantity that is charged for, in `rate_uom`.
             */
            billed_quantity?: string | number;
            /**
             * Format: decimal
             * @description The amount charged for one unit.
             */
            rate_per_unit?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the quantity.
             */
            rate_uom?: string;
            /** @description Where the waste comes from. */
            origin?: components["schemas"]["IdAndDescription"];
            /**
             * Format: decimal
             * @description An amount of the line. The page does not say whether tax is in it; `total_tax_amount` and `total_amount` stand beside it.
             */
            amount?: string | number;
            /**
             * Format: decimal
             * @description Amount of all taxes on the line.
             */
            total_tax_amount?: string | number;
            /**
             * Format: decimal
             * @description Amount of the line with its taxes.
             */
            total_amount?: string | number;
            /**
             * Format: wm-identifier
             * @description Number of the customer's purchase order.
             */
            purchase_order_number?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the manifest.
             */
            manifest_id?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the container.
             */
            container_id?: string | number;
            /** @description One entry for each tax on the line. */
            tax?: components["schemas"]["DisposalTicketTax"][];
        };
        /** @description One tax on a line of a disposal ticket. */
        DisposalTicketTax: {
            /**
             * Format: wm-integer
             * @description Position of the tax on the line. The page spells it without the first `e`.
             */
            squence_number?: string | number;
            /**
             * Format: wm-identifier
             * @description Identifies the tax.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the tax.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description The tax in words.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Unit of measure of the rate.
             */
            rate_uom?: string;
            /**
             * Format: decimal
             * @description Amount of the tax.
             */
            amount?: string | number;
            /**
             * Format: decimal
             * @description Rate of the tax.
             */
            rate?: string | number;
        };
        /** @description Something that a disposal ticket refers to, with its identifier and its name in words. */
        IdAndDescription: {
            /**
             * Format: wm-identifier
             * @description Identifies it.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description What it is, in words.
             */
            description?: string;
        };
        /** @description A disposal ticket with its prices. */
        TicketPriceList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The ticket that was asked for. */
            tickets?: components["schemas"]["TicketPrice"][];
        };
        /** @description What one disposal ticket costs. The sample sends the amounts as text. */
        TicketPrice: {
            /**
             * Format: wm-text
             * @description Status of the ticket, Inactive in the sample.
             */
            status?: string;
            /**
             * Format: decimal
             * @description Amount for the materials.
             */
            material_subtotal?: string | number;
            /**
             * Format: decimal
             * @description Amount for the surcharges.
             */
            surcharge?: string | number;
            /**
             * Format: decimal
             * @description Amount of the tax.
             */
            tax?: string | number;
            /**
             * Format: decimal
             * @description The total amount.
             */
            amount?: string | number;
            /**
             * Format: wm-text
             * @description Currency of the amounts. Declared USD or CAD; the sample sends United States Dollar.
             */
            currency?: string;
        };
        /** @description A disposal ticket with its materials. */
        TicketMaterialList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The ticket that was asked for. */
            tickets?: components["schemas"]["TicketMaterials"][];
        };
        /** @description The materials of one ticket. */
        TicketMaterials: {
            /**
             * Format: wm-text
             * @description Status of the ticket, Inactive in the sample.
             */
            status?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was serviced, `yyyy-MM-dd HH:mm:ss.S` without a zone.
             */
            date_time?: string;
            /**
             * Format: wm-identifier
             * @description Identifies the disposal site. The sample sends text with a leading zero.
             */
            site_id?: string | number;
            /**
             * Format: wm-text
             * @description What the site of the disposal is called.
             */
            site_name?: string;
            /**
             * Format: decimal
             * @description The amount charged as surcharges.
             */
            surcharge?: string | number;
            /** @description One entry for each material. */
            details?: components["schemas"]["TicketMaterial"][];
        };
        /** @description One material of a ticket. */
        TicketMaterial: {
            /**
             * Format: wm-integer
             * @description Position of the material on the ticket.
             */
            sequence_number?: string | number;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            material_name?: string;
            /**
             * Format: wm-text
             * @description The material in words.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Volume of the material. The page names no unit.
             */
            volume?: string | number;
            /**
             * Format: decimal
             * @description Weight of the material after rounding, in `rounded_net_uom`.
             */
            rounded_net_weight?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the rounded weight.
             */
            rounded_net_uom?: string;
        };
        /** @description A disposal ticket with its surcharges. */
        TicketSurchargeList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The ticket that was asked for. */
            tickets?: components["schemas"]["TicketSurcharges"][];
        };
        /** @description The surcharges of one ticket. */
        TicketSurcharges: {
            /**
             * Format: wm-text
             * @description Status of the ticket. The page lists CLOSED, OPEN, VOIDED and PENDING; its sample sends Inactive, so other values come too.
             */
            status?: string;
            /**
             * Format: wm-date-time
             * @description When the ticket was serviced, `yyyy-MM-dd HH:mm:ss.S` without a zone.
             */
            date_time?: string;
            /**
             * Format: wm-identifier
             * @description Identifies the disposal site. Declared a number; the sample sends text with a leading zero.
             */
            site_id?: string | number;
            /**
             * Format: wm-text
             * @description What the site of the disposal is called.
             */
            site_name?: string;
            /**
             * Format: decimal
             * @description The amount charged as surcharges. Declared a number; the sample sends text.
             */
            surcharge?: string | number;
            /** @description One entry for each surcharge. */
            details?: components["schemas"]["TicketSurcharge"][];
        };
        /** @description One surcharge of a ticket. The page declares its numbers as numbers; the sample sends them as text. */
        TicketSurcharge: {
            /**
             * Format: wm-integer
             * @description Position of the surcharge on the ticket.
             */
            sequence_number?: string | number;
            /**
             * Format: wm-text
             * @description What the surcharge is called. The sample sends the text `null` where there is none.
             */
            surcharge_name?: string;
            /**
             * Format: wm-text
             * @description The surcharge in words. The sample ends in a space.
             */
            description?: string;
            /**
             * Format: decimal
             * @description The quantity that is charged for, in `rate_uom`.
             */
            billed_quantity?: string | number;
            /**
             * Format: decimal
             * @description The amount charged for one unit.
             */
            rate_per_unit?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the quantity, such as Tons.
             */
            rate_uom?: string;
            /**
             * Format: decimal
             * @description The total amount of this surcharge.
             */
            amount?: string | number;
        };
        /** @description What WM says of a list as a whole. The reference's pages disagree: some show an object, some an array that holds one such object. */
        Metadata: components["schemas"]["ListMetadata"] | components["schemas"]["ListMetadata"][];
        /** @description Facts of a list as a whole. */
        ListMetadata: {
            /**
             * Format: wm-integer
             * @description How many entries there are. Sent as text.
             */
            totalCount?: string | number;
        };
        /** @description Who wrote a record and who changed it last, and when. On the pages of disposal ticket details, communication preferences and e-mail activities. */
        AuditInfo: {
            /**
             * Format: wm-text
             * @description Who wrote the record.
             */
            created_by?: string;
            /**
             * Format: wm-date-time
             * @description When the record was written.
             */
            created_date_time?: string;
            /**
             * Format: wm-text
             * @description Who changed the record last.
             */
            modified_by?: string;
            /**
             * Format: wm-date-time
             * @description When the record was last changed.
             */
            modified_date_time?: string;
        };
        /** @description WM's answer to a PUT, on the pages of contacts and of communication preferences. */
        UpdateConfirmation: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /**
             * Format: wm-text
             * @description How the update went, such as Success.
             */
            status?: string;
        };
        /** @description An object of which no source names the fields. It may hold anything. */
        OpenObject: {
            [key: string]: unknown;
        };
        /** @description Contacts of an account, of one type or of both. */
        ContactList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each contact. */
            contacts?: components["schemas"]["Contact"][];
        };
        /** @description The contacts that an account is to have. */
        ContactsReplacement: {
            /** @description The value of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each contact. */
            contacts?: {
                /** @description What the contact is for, billing or service. */
                type?: string;
                /** @description First and last name in one. */
                name?: string;
                /** @description First name. */
                first_name?: string;
                /** @description Middle name. */
                middle_name?: string;
                /** @description Last name. */
                last_name?: string;
                /** @description Telephone number of the fixed line. */
                land_line?: string;
                /** @description Telephone number at work. */
                work_phone?: string;
                /** @description Telephone number of the mobile phone. */
                mobile_phone?: string;
                /** @description Fax number. */
                fax?: string;
                /** @description E-mail address. */
                email?: string;
            }[];
        };
        /** @description What an account owes, for one age. */
        InvoiceBalance: {
            /**
             * Format: wm-text
             * @description The age, one of Current, 30Day, 60Day, 90Day, 120Day and Future, or Total.
             */
            type?: string;
            /**
             * Format: wm-date
             * @description The day of the balance.
             */
            date?: string;
            /**
             * Format: decimal
             * @description The amount of that age, in the list's currency.
             */
            amount?: string | number;
        };
        /** @description One entry of an invoice. Several entries may share one `id`. */
        InvoiceEntry: {
            /**
             * Format: wm-identifier
             * @description Identifies the invoice. Declared a number; the sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description Code of the kind of entry, 1 to 5.
             */
            type?: string | number;
            /**
             * Format: wm-text
             * @description Kind of entry in words, one of INVOICE, PAYMENT, ADJUSTMENTS, FINANCE CHARGE and NON A/R.
             */
            description?: string;
            /**
             * Format: wm-date
             * @description The day of the entry, `MM/dd/yy` in the sample.
             */
            date?: string;
            /**
             * Format: decimal
             * @description Amount of the entry. The sample sends text.
             */
            amount?: string | number;
            /**
             * Format: wm-date
             * @description The day by which to pay, `MM/dd/yy` in the sample.
             */
            due_date?: string;
            /**
             * Format: wm-identifier
             * @description The month that is invoiced, `yyyyMM`.
             */
            period?: string | number;
            /** @description The payment of the entry. */
            payment_info?: {
                /**
                 * Format: decimal
                 * @description The amount paid.
                 */
                amount?: string | number;
                /**
                 * Format: wm-date
                 * @description The day of the payment. The page gives its layout as `MM-dd-yy`.
                 */
                date?: string;
                /**
                 * Format: wm-text
                 * @description How it was paid.
                 */
                method?: string;
                /**
                 * Format: wm-text
                 * @description The payer's reference.
                 */
                reference_number?: string;
            };
        };
        /** @description What an account owes, and its last payment. */
        Balance: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /**
             * Format: wm-text
             * @description The name on the invoices.
             */
            billing_name?: string;
            /**
             * Format: decimal
             * @description Fee for paying by telephone through the voice menu (IVR). The sample sends text.
             */
            ivr_fee?: string | number;
            /**
             * Format: decimal
             * @description Amount of the last payment. The sample sends text.
             */
            last_payment_amount?: string | number;
            /**
             * Format: wm-date
             * @description The day of the last payment, `yyyy-MM-dd` in the sample.
             */
            last_payment_date?: string;
            /** @description What is due, in total and by age. */
            balance?: {
                /**
                 * Format: wm-text
                 * @description Which amount it is, total, 30-Day or 60-Day.
                 */
                type?: string;
                /**
                 * Format: decimal
                 * @description The amount due. The sample sends text.
                 */
                amount?: string | number;
            }[];
        };
        /** @description The online profiles of an account. */
        ProfileList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each profile. */
            profiles?: components["schemas"]["Profile"][];
        };
        /** @description One online profile. */
        Profile: {
            /**
             * Format: wm-identifier
             * @description Identifies the profile. The sample is digits, a bar and a letter.
             */
            id?: string | number;
            /**
             * Format: wm-flag
             * @description Whether invoices come without paper, as true or false. The sample sends text.
             */
            paperless_invoice?: string | boolean;
            /**
             * Format: wm-flag
             * @description Whether invoices are paid automatically, as true or false. The sample sends text.
             */
            auto_pay?: string | boolean;
            /**
             * Format: wm-flag
             * @description Status of the logon, as Y or N; the page does not explain it.
             */
            logon_status?: string | boolean;
            /**
             * Format: wm-text
             * @description First name.
             */
            first_name?: string;
            /**
             * Format: wm-text
             * @description Last name.
             */
            last_name?: string;
            /**
             * Format: wm-text
             * @description E-mail address.
             */
            email?: string;
            /**
             * Format: wm-date-time
             * @description When the profile last logged in, ISO 8601 with an offset in the sample.
             */
            last_login_date?: string;
        };
        /** @description Which messages an account receives. */
        CommunicationPreferenceList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each category of message. */
            preferences?: components["schemas"]["CommunicationPreference"][];
        };
        /** @description One category of message and the channels through which it comes. */
        CommunicationPreference: {
            /**
             * Format: wm-text
             * @description The category, Service Notification or Service Exception.
             */
            category?: string;
            /**
             * Format: wm-flag
             * @description Whether messages of the category are sent at all, as Y or N.
             */
            is_category_enabled?: string | boolean;
            /** @description One entry for each channel. */
            channels?: components["schemas"]["CommunicationChannel"][];
        };
        /** @description One channel and the addresses chosen for it. */
        CommunicationChannel: {
            /**
             * Format: wm-text
             * @description The channel, one of Text, Email and Voice.
             */
            name?: string;
            /**
             * Format: wm-flag
             * @description Whether the channel is chosen, as Y or N.
             */
            is_opt_in?: string | boolean;
            /** @description One entry for each address. */
            selections?: components["schemas"]["CommunicationSelection"][];
        };
        /** @description One address to which messages may go. */
        CommunicationSelection: {
            /**
             * Format: wm-text
             * @description The telephone number or e-mail address.
             */
            value?: string;
            /**
             * Format: wm-text
             * @description The kind of address, such as BEMAIL or BPHONE.
             */
            type?: string;
            /**
             * Format: wm-flag
             * @description Whether messages go to this address, as Y or N.
             */
            is_opt_in?: string | boolean;
            audit_info?: components["schemas"]["AuditInfo"];
        };
        /** @description Which messages an account is to receive. */
        CommunicationPreferencesReplacement: {
            /** @description One entry for each category of message. */
            preferences?: {
                /** @description The category, Service Notification or Service Exception. */
                category?: string;
                /** @description One entry for each channel. */
                channels?: {
                    /** @description The channel, one of Text, Email and Voice. */
                    name?: string;
                    /** @description One entry for each address. */
                    selections?: {
                        /** @description The telephone number or e-mail address. */
                        value?: string;
                        /** @description The kind of address, such as BEMAIL or BPHONE. */
                        type?: string;
                        /** @description Whether messages go to this address, as Y or N. */
                        is_opt_in?: string;
                    }[];
                }[];
            }[];
            /** @description Who makes the change. */
            audit_info?: {
                /** @description Name of the user who makes the change. */
                modified_by?: string;
            };
        };
        /** @description The services that are planned. */
        PlannedServiceList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each planned service. */
            services?: components["schemas"]["PlannedService"][];
        };
        /** @description One planned service. */
        PlannedService: {
            /**
             * Format: wm-identifier
             * @description Identifies the service. The sample sends text with leading zeros.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description How far the service is, one of Planned, Confirmed Positive and Confirmed Negative.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Number of the service's ticket. The sample sends text.
             */
            ticket_number?: string | number;
            /**
             * Format: wm-date
             * @description The day for which the service is planned, `MM/dd/yyyy` in the sample.
             */
            planned_date?: string;
            /**
             * Format: wm-date
             * @description The day on which the service was ordered, `MM/dd/yyyy` in the sample.
             */
            ordered_date?: string;
            /**
             * Format: wm-text
             * @description Code of the kind of load.
             */
            ticket_load_type?: string;
            /**
             * Format: wm-text
             * @description Line of business of the service.
             */
            line_of_business?: string;
            /** @description The routes that carry the service out. */
            operations?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the route.
                 */
                route_id?: string | number;
                /**
                 * Format: wm-integer
                 * @description Position of the service on the route.
                 */
                route_order_number?: string | number;
            }[];
        };
        /** @description The material that is hauled for each service. */
        HaulingMaterialList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each service. */
            services?: components["schemas"]["HaulingMaterial"][];
        };
        /** @description One service, the material that is hauled for it and what that costs. */
        HaulingMaterial: {
            /**
             * Format: wm-identifier
             * @description Identifies the service. The sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Status of the service.
             */
            status?: string;
            /** @description The service's entry in WM's enterprise catalog. */
            enterprise_catalog?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the entry. The sample sends text.
                 */
                id?: string | number;
                /**
                 * Format: wm-text
                 * @description Name of the entry.
                 */
                name?: string;
                /**
                 * Format: wm-text
                 * @description The entry in words.
                 */
                description?: string;
            };
            /** @description The material. */
            material?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the material. The sample sends text.
                 */
                id?: string | number;
                /**
                 * Format: wm-identifier
                 * @description Code of the material.
                 */
                code?: string;
                /**
                 * Format: wm-text
                 * @description Name of the material.
                 */
                name?: string;
                /**
                 * Format: wm-flag
                 * @description Whether the material needs special handling. The sample sends text.
                 */
                special_handling?: string | boolean;
            };
            /** @description What hauling and disposal of the material cost. */
            pricing?: {
                /**
                 * Format: wm-flag
                 * @description Whether pricing is a summary, by its name, as true or false.
                 */
                summary_pricing?: string | boolean;
                /**
                 * Format: decimal
                 * @description An extended cost, by its name; the page does not explain it.
                 */
                extended_cost_amount?: string | number;
                /**
                 * Format: wm-identifier
                 * @description Currency of the amounts, USD or CAD.
                 */
                currency_code?: string;
                /**
                 * Format: wm-text
                 * @description How the disposal is charged.
                 */
                disposal_rate_type?: string;
                /**
                 * Format: decimal
                 * @description The rate of the disposal.
                 */
                disposal_rate_amount?: string | number;
                /**
                 * Format: wm-text
                 * @description Unit of measure of the rate.
                 */
                uom?: string;
            };
        };
        /** @description The operations of each service. */
        ServiceOperationList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each service. */
            services?: components["schemas"]["ServiceOperations"][];
        };
        /** @description The operations of one service. */
        ServiceOperations: {
            /**
             * Format: wm-identifier
             * @description Identifies the service.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Status of the service.
             */
            status?: string;
            /** @description One entry for each operation. */
            operations?: {
                /**
                 * Format: wm-identifier
                 * @description Identifies the route. The sample is digits and letters.
                 */
                route_id?: string | number;
                /**
                 * Format: wm-text
                 * @description The day of the week, in capitals in the sample.
                 */
                day_of_week?: string;
                /**
                 * Format: wm-text
                 * @description Notes for the people on the route.
                 */
                notes?: string;
            }[];
        };
        /** @description The next pickup of each service. */
        NextPickupList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each service. */
            services?: components["schemas"]["NextPickup"][];
        };
        /** @description The next pickup of one service. */
        NextPickup: {
            /**
             * Format: wm-text
             * @description Name of the service.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description On which days the service is picked up, in words.
             */
            pickup_schedule?: string;
            /**
             * Format: wm-date
             * @description The day of the next pickup, written out in English in the sample, with the day of the week in front and a space before the second comma.
             */
            next_pickup?: string;
        };
        /** @description When a service is expected. */
        ServiceEta: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description The estimated time of arrival. */
            ETA?: {
                /**
                 * Format: wm-text
                 * @description The day of the service. The sample sends a sentence.
                 */
                day_of_week_name?: string;
                /**
                 * Format: wm-text
                 * @description Start of the time in which the service is expected, in UTC. No layout is known.
                 */
                from?: string;
                /**
                 * Format: wm-text
                 * @description End of the time in which the service is expected, in UTC. No layout is known.
                 */
                to?: string;
                /**
                 * Format: wm-identifier
                 * @description ComputedETA if a time could be computed, else the code of what prevented it.
                 */
                reason_code?: string;
                /**
                 * Format: wm-text
                 * @description The reason in words.
                 */
                reason_text?: string;
                /**
                 * Format: wm-date-time
                 * @description When the service was done, if it was.
                 */
                serviced_date_time?: string;
                /**
                 * Format: wm-identifier
                 * @description Identifies the route.
                 */
                route_id?: string | number;
            };
        };
        /** @description How the services of the last days went. No source names the fields of the summary, so anything may come beside `services`. */
        ServiceStatList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each service. */
            services?: components["schemas"]["ServiceStat"][];
        } & {
            [key: string]: unknown;
        };
        /** @description How one service went. The end of the page was not available, so more fields may come. */
        ServiceStat: {
            /**
             * Format: wm-identifier
             * @description Identifies the service.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description How the service went, one of Confirmed Positive, Confirmed Negative and Confirmed Incomplete.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Number of the service's ticket.
             */
            ticket_number?: string | number;
            /**
             * Format: wm-text
             * @description Kind of the ticket.
             */
            ticket_type?: string;
            /**
             * Format: wm-date
             * @description The day for which the service was planned.
             */
            planned_date?: string;
            /**
             * Format: wm-date
             * @description The day on which the service was ordered.
             */
            ordered_date?: string;
            /**
             * Format: wm-text
             * @description Code of the kind of load.
             */
            ticket_load_type?: string;
            /**
             * Format: wm-identifier
             * @description Code of what prevented the service.
             */
            exception_reason_code?: string;
            /**
             * Format: wm-text
             * @description Class of what prevented the service.
             */
            exception_class?: string;
            /**
             * Format: wm-text
             * @description The time of the service. No layout is known.
             */
            service_time?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The invoice fees of each service. */
        ServiceInvoiceFeeList: {
            /** @description Echo of the `Request-Tracking-Id` header. */
            request_tracking_id?: string;
            /** @description One entry for each service. */
            services?: components["schemas"]["ServiceInvoiceFees"][];
            /** @description In the page's sample only; its table does not name it. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description One service and the fees invoiced with it. */
        ServiceInvoiceFees: {
            /**
             * Format: wm-identifier
             * @description Identifies the service. Declared a number; the sample sends text.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Whether the service is Active or Inactive.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Line of business of the service, such as Residential.
             */
            line_of_business?: string;
            /**
             * Format: wm-identifier
             * @description Identifies the service's entry in WM's enterprise catalog. Declared a number; the sample sends text.
             */
            enterprise_catalog_id?: string | number;
            /** @description Price details of the service. */
            prices?: {
                /** @description The fees, one entry for each. */
                invoice_fees?: components["schemas"]["ServiceInvoiceFee"][];
            };
        };
        /** @description One fee. Its table and its sample disagree on the flag that says whether it is fixed: the table names `is_fixed_percentage`, the sample sends `is_fixed_rate`. Both are declared here. */
        ServiceInvoiceFee: {
            /**
             * Format: wm-text
             * @description Category of the fee, such as RCR, ENVIRON or FUEL.
             */
            category?: string;
            /**
             * Format: wm-text
             * @description The category in words. Declared a number; the sample sends words.
             */
            category_description?: string | number;
            /**
             * Format: wm-text
             * @description Subcategory of the fee.
             */
            sub_category?: string;
            /**
             * Format: wm-identifier
             * @description Code of the subcategory.
             */
            sub_category_code?: string;
            /**
             * Format: wm-text
             * @description The subcategory in words. Declared a number; the sample sends words.
             */
            sub_category_description?: string | number;
            /**
             * Format: wm-flag
             * @description Whether the fee is excluded from the price of the service, as Y or N.
             */
            charge_excluded?: string;
            /**
             * Format: wm-text
             * @description The level, customer or service, at which the fee was changed. The sample sends a code.
             */
            charge_modified_at_level?: string;
            /**
             * Format: decimal
             * @description The standard rate. Declared a number; the sample sends text.
             */
            standard_rate?: string | number;
            /**
             * Format: decimal
             * @description The standard percentage, as text.
             */
            standard_percentage?: string | number;
            /**
             * Format: decimal
             * @description The total amount of the fee. Declared a number; the sample sends text.
             */
            calculated_rate?: string | number;
            /**
             * Format: wm-flag
             * @description Tells a fixed percentage from one that varies. In the page's table only.
             */
            is_fixed_percentage?: string;
            /**
             * Format: wm-flag
             * @description Whether the rate is fixed, as Y or N. In the page's sample only.
             */
            is_fixed_rate?: string;
            /**
             * Format: wm-text
             * @description Why the fee was overridden. Declared a number; the sample sends words.
             */
            override_reason?: string | number;
            /**
             * Format: wm-identifier
             * @description Employee identifier of the sales agent.
             */
            sales_employee_id?: string;
            /**
             * Format: wm-date-time
             * @description When the fee was last changed, `yyyy-MM-dd HH:mm:ss` without a zone.
             */
            modify_dtm?: string;
        };
    };
    responses: {
        /** @description Unauthorized — invalid or missing JWT token. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Bad request — validation error in request parameters. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Resource not found. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Internal server error. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is well formed, but a value in it cannot be processed. */
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /**
         * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
         * @example 123456789
         */
        CustomerId: string;
        /**
         * @description A unique identifier for tracking each API request.
         * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
         */
        RequestTrackingId: string;
        /**
         * @description Client identifier provided by Waste Management.
         * @example issued-by-wm
         */
        ClientId: string;
        /**
         * @description Identifies the case. Digits, declared a number; leading zeros count, so it is text here.
         * @example 1234567
         */
        CaseId: string;
        /**
         * @description Identifies the ticket. Digits, declared a number; leading zeros count, so it is text here.
         * @example 822908
         */
        TicketId: string;
        /**
         * @description The kind of ticket. Without it, tickets of the hauling services are meant.
         * @example disposal
         */
        TicketType: "disposal";
        /**
         * @description The kind of ticket. Only disposal tickets have surcharges, prices and materials.
         * @example disposal
         */
        DisposalTicketType: "disposal";
        /**
         * @description Where the range of days begins, `yyyy-MM-dd`.
         * @example 2016-01-01
         */
        FromDate: string;
        /**
         * @description Where the range of days ends, `yyyy-MM-dd`.
         * @example 2016-12-31
         */
        ToDate: string;
        /**
         * @description Identifies the service. Digits, declared a number; leading zeros count, so it is text here.
         * @example 000000002
         */
        ServiceId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCustomerOverview: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServices: {
        parameters: {
            query?: {
                /**
                 * @description Filter services by line of business.
                 * @example COMMERCIAL
                 */
                line_of_business?: "RESIDENTIAL" | "COMMERCIAL" | "ROLLOFF";
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listPlannedServices: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedServiceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServiceMaterials: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HaulingMaterialList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServiceInvoiceFees: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInvoiceFeeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServiceOperations: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOperationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getNextPickup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextPickupList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getServiceEta: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The unique service identifier.
                 * @example 000000002
                 */
                serviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /**
                 * @description Filter invoices from this date.
                 * @example 2026-01-01
                 */
                startDate?: string;
                /**
                 * @description Filter invoices up to this date.
                 * @example 2026-03-31
                 */
                endDate?: string;
                /**
                 * @description Where the range of days begins, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Where the range of days ends, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getInvoiceDetails: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description The unique invoice identifier.
                 * @example 1051117
                 */
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listContacts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    replaceContacts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactsReplacement"];
            };
        };
        responses: {
            /** @description The contacts were replaced. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateConfirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    updateContacts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactUpdate"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /**
                 * @description Where the range of days begins, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Where the range of days ends, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listPreferences: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    updatePreferences: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesUpdate"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /**
                 * @description Where the range of days begins, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Where the range of days ends, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
                /**
                 * @description The kind of ticket. Without it, tickets of the hauling services are meant.
                 * @example disposal
                 */
                ticket_type?: components["parameters"]["TicketType"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketList"] | components["schemas"]["DisposalTicketList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listActivityNotes: {
        parameters: {
            query?: {
                /**
                 * @description Where the range of days begins, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Where the range of days ends, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteActivityList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listActivityEmails: {
        parameters: {
            query?: {
                /**
                 * @description Where the range of days begins, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Where the range of days ends, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The e-mails. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailActivityList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listActivityIssues: {
        parameters: {
            query?: {
                /**
                 * @description Where the range of days begins, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Where the range of days ends, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The issues. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueActivityList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Identifies the case. Digits, declared a number; leading zeros count, so it is text here.
                 * @example 1234567
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetailList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getTicket: {
        parameters: {
            query?: {
                /**
                 * @description The kind of ticket. Without it, tickets of the hauling services are meant.
                 * @example disposal
                 */
                ticket_type?: components["parameters"]["TicketType"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Identifies the ticket. Digits, declared a number; leading zeros count, so it is text here.
                 * @example 822908
                 */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetailList"] | components["schemas"]["DisposalTicketDetailList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listTicketSurcharges: {
        parameters: {
            query: {
                /**
                 * @description The kind of ticket. Only disposal tickets have surcharges, prices and materials.
                 * @example disposal
                 */
                ticket_type: components["parameters"]["DisposalTicketType"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Identifies the ticket. Digits, declared a number; leading zeros count, so it is text here.
                 * @example 822908
                 */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket with its surcharges. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSurchargeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listTicketPrices: {
        parameters: {
            query: {
                /**
                 * @description The kind of ticket. Only disposal tickets have surcharges, prices and materials.
                 * @example disposal
                 */
                ticket_type: components["parameters"]["DisposalTicketType"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Identifies the ticket. Digits, declared a number; leading zeros count, so it is text here.
                 * @example 822908
                 */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket with its prices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPriceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listTicketMaterials: {
        parameters: {
            query: {
                /**
                 * @description The kind of ticket. Only disposal tickets have surcharges, prices and materials.
                 * @example disposal
                 */
                ticket_type: components["parameters"]["DisposalTicketType"];
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Identifies the ticket. Digits, declared a number; leading zeros count, so it is text here.
                 * @example 822908
                 */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket with its materials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketMaterialList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listBillingContacts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The billing contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServiceContacts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listProfiles: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profiles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listCommunicationPreferences: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The communication preferences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationPreferenceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    replaceCommunicationPreferences: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationPreferencesReplacement"];
            };
        };
        responses: {
            /** @description The communication preferences were replaced. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateConfirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listPreferenceCategories: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    getServiceEtaForDate: {
        parameters: {
            query: {
                /**
                 * @description The day that is asked about, `yyyy-MM-dd`.
                 * @example 2018-02-15
                 */
                requestDate: string;
                /**
                 * @description Number of the service's ticket. Roll-off customers must give it.
                 * @example 790678
                 */
                ticketNumber?: string;
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Identifies the service. Digits, declared a number; leading zeros count, so it is text here.
                 * @example 000000002
                 */
                serviceId: components["parameters"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When the service is expected, or why that is not known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceEta"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServiceStats: {
        parameters: {
            query?: {
                /**
                 * @description How many days to look back. The page spells it with a small `d`.
                 * @example 60
                 */
                numberOfdays?: number;
                /**
                 * @description Whether to sum the services up (Y) or to list them (N).
                 * @example N
                 */
                summary?: "Y" | "N";
            };
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services, or their summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
    listServicePrices: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A unique identifier for tracking each API request.
                 * @example 3f2b8c1e-7d64-4c0a-9a51-0e6f5b2d7c48
                 */
                "Request-Tracking-Id": components["parameters"]["RequestTrackingId"];
                /**
                 * @description Client identifier provided by Waste Management.
                 * @example issued-by-wm
                 */
                ClientId: components["parameters"]["ClientId"];
            };
            path: {
                /**
                 * @description Identifies the customer. Digits, declared a number by WM's reference; leading zeros count, so it is text here.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The base rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            500: components["responses"]["InternalError"];
        };
    };
}
