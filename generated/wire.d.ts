/** Compiled from openapi/ by `npm run generate`. Do not edit. */

/** Wire types: the operations by path and method, for openapi-fetch and libraries built on it. */
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
         * @description Retrieves an overview of the account: balance due, primary contact and service address. Only the base specification describes this operation.
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
         * @description Lists the services of the account with their material, equipment and pricing. The end of the page was not available, so equipment and pricing may have further fields.
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
         * @description Lists the invoice fees of each service: fuel, environmental and regulatory cost recovery.
         *
         *     The page's sample request omits `/invoice-fees`; the path here is from its URI line.
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
         * @description Retrieves the estimated time of arrival at a service, or its completion. Only the base specification describes this operation; the response fields are undocumented. WM's reference has `getServiceEtaForDate` instead: `/ETA` in upper case, with a mandatory date.
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
         * @description Lists the invoices sent to the account and its balances by age, optionally within a date range.
         *
         *     The page shows `/v2/customers/...` in its URI and its sample request; an older page and the index show `/v1/` for the same response. It is unknown which one works. The servers of this document are those of `/v1`.
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
         * @description Retrieves one invoice. In WM's reference, the response is a list, `invoices`, in which several entries may share one `id`. In the base specification, it has the fields of one invoice, with `lineItems` and `fees`.
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
         * @description Retrieves the balance due, in total and by age, and the last payment.
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
         * @description Replaces the current list of billing and service contacts (implied by PUT).
         */
        put: operations["replaceContacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Contacts
         * @description Updates the given fields of the account's contact. Only the base specification describes this operation; the response fields are undocumented. WM's reference has `replaceContacts` instead, a PUT with another body.
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
         * @description Lists the cases of the account, optionally within a date range.
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
         * @description Retrieves the account's settings for paperless invoices and automatic payment. Only the base specification describes this operation; the response fields are undocumented. WM's reference has `listProfiles` and `listCommunicationPreferences` instead.
         */
        get: operations["listPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Preferences
         * @description Updates the account's settings for paperless invoices and automatic payment. Only the base specification describes this operation; the response fields are undocumented. WM's reference has `replaceCommunicationPreferences` instead.
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
         * @description Lists the hauling service tickets of the account, optionally within a date range. With `ticket_type=disposal`, lists disposal tickets, which have other fields and their own page, https://api.wm.com/disposalticketsummary.
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
         * @description Lists the notes on the account, optionally within a date range.
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
         * @description Lists the e-mails on the account, optionally within a date range.
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
         * @description Lists the issues reported about the account, optionally within a date range. The end of the page was not available, so an issue may have further fields.
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
         * @description Retrieves one case, with its notes, requestor and invoice adjustments. The end of the page was not available, so a case may have further fields.
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
         * @description Retrieves one hauling service ticket. With `ticket_type=disposal`, retrieves a disposal ticket, which has other fields and its own page, https://api.wm.com/disposalticketdetails.
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
         * @description Lists the surcharges on a disposal ticket.
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
         * @description Lists the charges on a disposal ticket: material, surcharges, tax and total.
         *
         *     The page's sample request says `/price`; the path here is from its URI line.
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
         * @description Lists the materials on a disposal ticket, with volume and weight.
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
         * @description Lists the billing contacts of the account.
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
         * @description Lists the service contacts of the account.
         *
         *     The page's text and sample request say `/contacts/service`; the path here is from its URI line.
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
         * @description Lists the online profiles of the account, with paperless billing and automatic payment of each.
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
         * @description Lists the communication preferences of the account, by category, channel and address.
         */
        get: operations["listCommunicationPreferences"];
        /**
         * Replace Communication Preferences
         * @description Replaces the communication preferences of the account (implied by PUT).
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
         * @description Lists the categories of messages that a customer can choose. Known only from a third party's transcript; the response fields are undocumented.
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
         * @description Retrieves the estimated time of arrival at a service on a given day. The base specification has `getServiceEta` instead: the path in lower case, without a date.
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
         * @description Lists the outcome of recent services, or their totals. The end of the page was not available: a service may have further fields, and the fields of the totals are undocumented.
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
         * @description Lists the base monthly rate of each service. The response fields are undocumented.
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
/** Wire types: the schemas as they are on the wire, for `wm.raw`. Decoded values have interfaces of their own, such as `InvoiceSummary`. */
export interface components {
    schemas: {
        /** @description Overview of a customer account. */
        CustomerOverview: {
            /**
             * Format: wm-identifier
             * @description Customer ID, as a string: leading zeros are significant.
             */
            customerId?: string;
            /**
             * Format: wm-text
             * @description Name of the account.
             */
            accountName?: string;
            /**
             * Format: decimal
             * @description Balance due, in the currency of the account.
             */
            balanceDue?: string | number;
            /** @description Primary contact of the account. */
            primaryContact?: components["schemas"]["Contact"];
            /** @description Service address of the account. */
            serviceAddress?: components["schemas"]["Address"];
        };
        /** @description One contact of a customer. */
        Contact: {
            /**
             * Format: wm-text
             * @description First name.
             */
            firstName?: string;
            /**
             * Format: wm-text
             * @description Last name.
             */
            lastName?: string;
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
            /**
             * Format: wm-text
             * @description Telephone number.
             */
            phone?: string;
            /**
             * Format: wm-text
             * @description Purpose of the contact: billing or service.
             */
            type?: string;
            /**
             * Format: wm-text
             * @description Full name, such as `JOHN, SMITH`.
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
             * @description Landline number.
             */
            land_line?: string;
            /**
             * Format: wm-text
             * @description Work telephone number.
             */
            work_phone?: string;
            /**
             * Format: wm-text
             * @description Mobile telephone number.
             */
            mobile_phone?: string;
            /**
             * Format: wm-text
             * @description Fax number.
             */
            fax?: string;
            /** @description Postal address. */
            address?: components["schemas"]["Address"];
            /** @description Whether WM has cleansed the contact's data. */
            metadata?: components["schemas"]["CleansingInfo"];
        };
        /** @description Service or billing address. */
        Address: {
            /**
             * Format: wm-text
             * @description Street address.
             */
            street?: string;
            /**
             * Format: wm-text
             * @description City.
             */
            city?: string;
            /**
             * Format: wm-text
             * @description State.
             */
            state?: string;
            /**
             * Format: wm-identifier
             * @description ZIP code, as text.
             */
            zip?: string;
            /**
             * Format: wm-text
             * @description Country.
             */
            country?: string;
            /**
             * Format: wm-text
             * @description Province, for an address in Canada.
             */
            province?: string;
            /**
             * Format: wm-identifier
             * @description Postal code, for an address in Canada.
             */
            postal_code?: string;
            /**
             * Format: wm-identifier
             * @description Last four digits of a nine-digit ZIP code, as text.
             */
            zip4?: string | number;
            /** @description Whether WM has cleansed the address. */
            metadata?: components["schemas"]["CleansingInfo"];
        };
        /** @description Contact fields to change. */
        ContactUpdate: {
            /** @description First name. */
            firstName?: string;
            /** @description Last name. */
            lastName?: string;
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
            /** @description Telephone number. */
            phone?: string;
        };
        /** @description Services of an account. */
        ServiceList: {
            /** @description The services. */
            services?: components["schemas"]["Service"][];
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The services. */
            Services?: components["schemas"]["Service"][];
        };
        /** @description One service of an account. */
        Service: {
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            serviceId?: string;
            /**
             * Format: wm-text
             * @description Service status: Active or Inactive.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description How often the service takes place, such as On Call or Per Week.
             */
            occurrenceFrequency?: string;
            /**
             * @description Line of business, such as RESIDENTIAL, COMMERCIAL or ROLLOFF.
             * @enum {string}
             */
            lineOfBusiness?: "RESIDENTIAL" | "COMMERCIAL" | "ROLLOFF";
            /**
             * Format: wm-text
             * @description Name of the service.
             */
            serviceName?: string;
            /** @description Material that is collected. */
            material?: components["schemas"]["ServiceMaterial"];
            /** @description Container of the service. */
            equipment?: components["schemas"]["ServiceEquipment"];
            /** @description Prices of the service. */
            pricing?: components["schemas"]["ServicePricing"];
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description How often the service takes place, such as On Call or Per Week.
             */
            occurs?: string;
            /**
             * Format: wm-flag
             * @description True if the service is taxed.
             */
            taxable?: string | boolean;
            /**
             * Format: wm-identifier
             * @description Code of the service type.
             */
            type_code?: string;
            /** @description Entry of the service in WM's enterprise catalog. */
            enterprise_catalog?: components["schemas"]["EnterpriseCatalogEntry"];
            /**
             * Format: wm-text
             * @description Frequency of the service.
             */
            frequency?: string;
            /**
             * Format: wm-flag
             * @description True if the service is invoiced automatically.
             */
            auto_bill?: string | boolean;
            /** @description WM-internal service data. */
            wm_metadata?: components["schemas"]["ServiceMetadata"];
            /** @description Stops at which the service takes place. */
            operations?: components["schemas"]["ServiceStop"][];
        };
        /** @description Material that a service collects. */
        ServiceMaterial: {
            /**
             * Format: wm-identifier
             * @description Material code.
             */
            materialCode?: string;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            materialName?: string;
            /**
             * Format: wm-flag
             * @description True if the material needs special handling.
             */
            specialHandling?: boolean;
            /**
             * Format: wm-identifier
             * @description Material ID.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description Material code.
             */
            code?: string;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            name?: string;
            /**
             * Format: wm-flag
             * @description True if the material needs special handling.
             */
            special_handling?: string | boolean;
            /**
             * Format: wm-flag
             * @description True if the material needs a manifest.
             */
            manifest?: string | boolean;
        };
        /** @description Container of a service. */
        ServiceEquipment: {
            /**
             * Format: wm-text
             * @description Name of the equipment.
             */
            equipmentName?: string;
            /**
             * Format: decimal
             * @description Volume of one container, in `uom`.
             */
            volume?: string | number;
            /**
             * Format: wm-text
             * @description Unit of the volume.
             */
            unitOfMeasure?: string;
            /**
             * Format: wm-integer
             * @description Number of containers.
             */
            containerCount?: number;
            /**
             * Format: wm-identifier
             * @description Equipment ID.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the equipment.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description Description of the equipment.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Unit of the volume.
             */
            uom?: string;
            /**
             * Format: wm-integer
             * @description Number of containers.
             */
            count?: string | number;
            /**
             * Format: wm-text
             * @description Unit of the volume.
             */
            unit_of_measure?: string;
            /**
             * Format: wm-integer
             * @description Number of containers.
             */
            container_count?: string | number;
        } & {
            [key: string]: unknown;
        };
        /** @description Prices of a service. */
        ServicePricing: {
            /**
             * Format: decimal
             * @description Base cost per month, in `currency_code`.
             */
            monthlyBaseCost?: string | number;
            /**
             * Format: wm-identifier
             * @description Currency of the amounts, USD or CAD.
             * @default USD
             */
            currency?: string;
            /**
             * Format: wm-flag
             * @description True if the pricing is a summary.
             */
            summary_pricing?: string | boolean;
            /**
             * Format: decimal
             * @description Base cost per month, in `currency_code`.
             */
            base_monthly_cost?: string | number;
            /**
             * Format: decimal
             * @description Extended cost (undocumented), in `currency_code`.
             */
            extended_cost_amount?: string | number;
            /**
             * Format: wm-identifier
             * @description Currency of the amounts, USD or CAD.
             */
            currency_code?: string;
            /**
             * Format: wm-text
             * @description Type of the disposal rate.
             */
            disposal_rate_type?: string;
            /**
             * Format: decimal
             * @description Disposal rate, in `currency_code` per `uom`.
             */
            disposal_rate_amount?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the disposal rate.
             */
            uom?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Invoices of an account, and its balances by age. */
        InvoiceList: {
            /** @description The invoices. */
            invoices?: components["schemas"]["InvoiceSummary"][];
            request_tracking_id?: components["schemas"]["TrackingId"];
            /**
             * Format: wm-text
             * @description Currency of the amounts, such as USD.
             */
            currency?: string;
            /** @description Balances of the account, one per age. */
            balances?: components["schemas"]["InvoiceBalance"][];
        };
        /** @description One invoice. */
        InvoiceSummary: {
            /**
             * Format: wm-identifier
             * @description Invoice ID, as a string: leading zeros are significant.
             */
            invoiceId?: string;
            /**
             * Format: date
             * @description Invoice date, `yyyy-MM-dd`.
             */
            invoiceDate?: string;
            /**
             * Format: date
             * @description Due date, `yyyy-MM-dd`.
             */
            dueDate?: string;
            /**
             * Format: decimal
             * @description Invoice amount, in the list's `currency`.
             */
            totalAmount?: string | number;
            /**
             * Format: wm-text
             * @description Invoice status, such as Paid, Unpaid or Overdue.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Invoice ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-date-time
             * @description Invoice date, `yyyy-MM-dd`; ISO 8601 date and time if WM sends a time.
             */
            date?: string;
            /**
             * Format: wm-date
             * @description Due date, `yyyy-MM-dd`.
             */
            due_date?: string;
            /**
             * Format: decimal
             * @description Invoice amount, in the list's `currency`.
             */
            amount?: string | number;
            /** @description Payment of the invoice. */
            payment_info?: components["schemas"]["InvoicePayment"];
            /**
             * Format: decimal
             * @description Balance of the invoice, in the list's `currency`; null if WM sends none.
             */
            balance_amount?: string | number;
        };
        /** @description One invoice in detail. */
        InvoiceDetail: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description Entries of the invoice. */
            invoices?: components["schemas"]["InvoiceEntry"][];
            /** @description Line items of the invoice. */
            lineItems?: components["schemas"]["InvoiceLineItem"][];
            /** @description Fees on the invoice. */
            fees?: components["schemas"]["InvoiceFee"][];
        } & (components["schemas"]["InvoiceSummary"] & {
            lineItems?: components["schemas"]["InvoiceLineItem"][];
            fees?: components["schemas"]["InvoiceFee"][];
        });
        /** @description One line item of an invoice. */
        InvoiceLineItem: {
            /**
             * Format: wm-text
             * @description Description of the line item.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Amount of the line item, in the currency of the invoice.
             */
            amount?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the service, as a string: leading zeros are significant.
             */
            serviceId?: string;
        };
        /** @description One fee on an invoice, such as fuel, environmental or regulatory. */
        InvoiceFee: {
            /**
             * Format: wm-text
             * @description Fee type, such as Fuel Surcharge or Environmental Fee.
             */
            feeType?: string;
            /**
             * Format: decimal
             * @description Amount of the fee, in the currency of the invoice.
             */
            amount?: string | number;
        };
        /** @description Preferences to change. */
        PreferencesUpdate: {
            /** @description True to receive paperless invoices. */
            paperlessBilling?: boolean;
            /** @description True to pay automatically. */
            autoPayEnrolled?: boolean;
        };
        /** @description Error in either of two forms. The base specification puts `code`, `message` and `errors` at the top level; WM's reference nests them in `error`. */
        ErrorResponse: {
            /**
             * Format: wm-integer
             * @description HTTP status code.
             */
            code?: number;
            /**
             * Format: wm-text
             * @description Error message.
             */
            message?: string;
            /** @description One entry per error. */
            errors?: components["schemas"]["ErrorDetail"][];
            /** @description Error in the form of WM's reference. */
            error?: components["schemas"]["NestedError"] | components["schemas"]["NestedError"][];
        };
        /** @description Notes on an account. */
        NoteActivityList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The notes. */
            activities?: components["schemas"]["NoteActivity"][];
        };
        /** @description One note. */
        NoteActivity: {
            /** @description Text and time of the note. */
            note_info?: components["schemas"]["NoteInfo"];
            /** @description Who recorded the note, and when. */
            audit_info?: components["schemas"]["NoteAuditInfo"];
        };
        /** @description Text and time of a note. */
        NoteInfo: {
            /**
             * Format: wm-text
             * @description Text of the note.
             */
            comment?: string;
            /**
             * Format: wm-date-time
             * @description Time the note was written, ISO 8601.
             */
            create_date_time?: string;
        };
        /** @description Creation of a note. Later changes are not recorded. */
        NoteAuditInfo: {
            /**
             * Format: wm-text
             * @description Person who recorded the note.
             */
            created_by?: string;
            /**
             * Format: wm-date-time
             * @description Time the note was recorded, ISO 8601.
             */
            created_date_time?: string;
        };
        /** @description E-mails on an account. */
        EmailActivityList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The e-mails. */
            activities?: components["schemas"]["EmailActivity"][];
        };
        /** @description One e-mail. */
        EmailActivity: {
            /**
             * Format: wm-identifier
             * @description Activity ID.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the user the activity belongs to.
             */
            user_id?: string | number;
            /** @description Addresses, subject, text and delivery of the e-mail. */
            email_info?: components["schemas"]["EmailInfo"];
            /** @description Creation and last change of the record. */
            audit_info?: components["schemas"]["AuditInfo"];
        };
        /** @description Addresses, subject, text and delivery of an e-mail. */
        EmailInfo: {
            /**
             * Format: wm-identifier
             * @description ID of the type of e-mail.
             */
            type_id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the type of e-mail.
             */
            type_description?: string;
            /**
             * Format: wm-text
             * @description E-mail address of the sender.
             */
            from_address?: string;
            /**
             * Format: wm-text
             * @description E-mail address of the recipient.
             */
            to_address?: string;
            /**
             * Format: wm-text
             * @description E-mail address that received a copy.
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
             * @description Sender of the e-mail.
             */
            sent_by?: string;
            /**
             * Format: wm-text
             * @description Delivery status.
             */
            send_status?: string;
            /**
             * Format: wm-date-time
             * @description Time of sending, ISO 8601.
             */
            sent_date_time?: string;
        };
        /** @description Issues reported about an account. */
        IssueActivityList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The issues. */
            activities?: components["schemas"]["IssueActivity"][];
        };
        /** @description One reported issue. */
        IssueActivity: {
            /** @description Reporter and subject of the issue. */
            issues_info?: components["schemas"]["IssueInfo"];
        } & {
            [key: string]: unknown;
        };
        /** @description Reporter and subject of an issue. */
        IssueInfo: {
            /**
             * Format: wm-text
             * @description Company of the reporter.
             */
            company?: string;
            /**
             * Format: wm-text
             * @description First name of the reporter.
             */
            first_name?: string;
            /**
             * Format: wm-text
             * @description Last name of the reporter.
             */
            last_name?: string;
            /**
             * Format: wm-text
             * @description E-mail address of the reporter.
             */
            email?: string;
            /**
             * Format: wm-text
             * @description Telephone number of the reporter.
             */
            phone_number?: string;
            /**
             * Format: wm-text
             * @description Preferred contact method of the reporter.
             */
            contact_method?: string;
            /**
             * Format: wm-text
             * @description Description of the issue.
             */
            description?: string;
            /**
             * Format: wm-date
             * @description Date the issue was submitted, `yyyy-MM-dd`.
             */
            submit_date?: string;
            /**
             * Format: wm-text
             * @description Status of the issue.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Customer service mailbox that received the issue.
             */
            csr_mailbox?: string;
            /**
             * Format: wm-text
             * @description Device or channel through which the issue was reported.
             */
            device_channel?: string;
            /**
             * Format: wm-text
             * @description Name of the case type.
             */
            case_type_description?: string;
            /**
             * Format: wm-identifier
             * @description Code of the case type.
             */
            case_type_code?: string;
            /**
             * Format: wm-text
             * @description Name of the case subtype.
             */
            case_sub_type_description?: string;
            /**
             * Format: wm-identifier
             * @description Code of the case subtype.
             */
            case_sub_type_code?: string;
            /**
             * Format: wm-text
             * @description Country.
             */
            country?: string;
            /** @description Billing address. */
            billing_address?: components["schemas"]["Address"];
        } & {
            [key: string]: unknown;
        };
        /** @description Cases of an account. */
        CaseList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The cases. */
            cases?: components["schemas"]["Case"][];
            /** @description Total number of cases. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description One case. */
        Case: {
            /**
             * Format: wm-identifier
             * @description Case ID, as a string: leading zeros are significant.
             */
            case_id?: string | number;
            /**
             * Format: wm-text
             * @description Description of the case.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Category code, such as TKT.
             */
            category?: string;
            /**
             * Format: wm-text
             * @description Name of the category.
             */
            category_description?: string;
            /**
             * Format: wm-date-time
             * @description Time the case was requested, ISO 8601 without offset.
             */
            requested_date_time?: string;
            /**
             * Format: wm-text
             * @description Case status: CLOSED or OPEN.
             */
            status?: string;
        };
        /** @description A case in detail. */
        CaseDetailList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The case, as a list of one. */
            cases?: components["schemas"]["CaseDetail"][];
        };
        /** @description One case in detail. */
        CaseDetail: {
            /**
             * Format: wm-text
             * @description Description of the case.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Category code.
             */
            category?: string;
            /**
             * Format: wm-text
             * @description Name of the category.
             */
            category_description?: string;
            /**
             * Format: wm-text
             * @description Subcategory code.
             */
            sub_category?: string;
            /**
             * Format: wm-text
             * @description Name of the subcategory.
             */
            sub_category_description?: string;
            /**
             * Format: wm-date-time
             * @description Time the case was requested, ISO 8601.
             */
            requested_date_time?: string;
            /**
             * Format: wm-date-time
             * @description Time the case is due, ISO 8601.
             */
            due_date_time?: string;
            /**
             * Format: wm-text
             * @description Role to which the case is assigned.
             */
            assigned_role?: string;
            /**
             * Format: wm-text
             * @description Person to whom the case is assigned.
             */
            assigned_to?: string;
            /**
             * Format: wm-text
             * @description Case status: OPEN or CLOSED.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Code of the reason for the status.
             */
            status_reason_code?: string;
            /**
             * Format: wm-text
             * @description Reason for the status.
             */
            status_reason_description?: string;
            /**
             * Format: wm-text
             * @description Source of the case.
             */
            source?: string;
            /**
             * Format: decimal
             * @description Sum of the adjustments.
             */
            adjustment_total_amount?: string | number;
            /** @description Notes on the case. */
            notes?: components["schemas"]["CaseNote"][];
            /** @description Person who requested the case. */
            requestor?: components["schemas"]["CaseRequestor"];
            /** @description Invoice adjustments of the case. */
            adjustments?: components["schemas"]["CaseAdjustment"][];
        } & {
            [key: string]: unknown;
        };
        /** @description One note on a case. */
        CaseNote: {
            /**
             * Format: wm-text
             * @description Text of the note.
             */
            comment?: string;
        };
        /** @description Person who requested a case. */
        CaseRequestor: {
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
        /** @description One invoice adjustment of a case. */
        CaseAdjustment: {
            /**
             * Format: wm-text
             * @description Description of the adjustment.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Amount of the adjustment.
             */
            amount?: string | number;
            /**
             * Format: wm-date-time
             * @description Time of the adjustment, ISO 8601.
             */
            date_time?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Service tickets of an account. */
        TicketList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The tickets. */
            tickets?: components["schemas"]["Ticket"][];
        };
        /** @description One service ticket. */
        Ticket: {
            /**
             * Format: wm-identifier
             * @description Ticket ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Ticket status, such as CLOSED, OPEN, VOIDED or PENDING.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Code of the load type, such as SNP.
             */
            load_type?: string;
            /**
             * Format: wm-text
             * @description Name of the load type.
             */
            load_description?: string;
            /**
             * Format: wm-date-time
             * @description Time of dispatch, ISO 8601 without offset.
             */
            dispatch_date_time?: string;
            /**
             * Format: wm-date-time
             * @description Time of creation, ISO 8601 without offset.
             */
            created_date_time?: string;
            /** @description Services on the ticket. */
            services_info?: components["schemas"]["TicketService"][];
        };
        /** @description One service on a ticket. */
        TicketService: {
            /**
             * Format: wm-identifier
             * @description Service code.
             */
            code?: string;
            /**
             * Format: wm-text
             * @description Description of the service.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Quantity of the service.
             */
            quantity?: string | number;
            /**
             * Format: decimal
             * @description Cost of the service.
             */
            cost?: string | number;
            /**
             * Format: wm-text
             * @description Special description of the service.
             */
            special_description?: string;
        };
        /** @description Disposal tickets of an account. */
        DisposalTicketList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The tickets. */
            tickets?: components["schemas"]["DisposalTicket"][];
            /** @description Total number of tickets. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description One disposal ticket. */
        DisposalTicket: {
            /**
             * Format: wm-identifier
             * @description Ticket ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-date-time
             * @description Time of the ticket, ISO 8601 without offset.
             */
            date?: string;
            /**
             * Format: wm-text
             * @description Ticket status, such as Completed.
             */
            status?: string;
            /**
             * Format: decimal
             * @description Total amount of the ticket.
             */
            amount?: string | number;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            site_name?: string;
        };
        /** @description A service ticket in detail. */
        TicketDetailList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The ticket, as a list of one. */
            tickets?: components["schemas"]["TicketDetail"][];
        };
        /** @description One service ticket in detail. */
        TicketDetail: {
            /**
             * Format: wm-identifier
             * @description Ticket ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Ticket status, such as CLOSED, OPEN, VOIDED or PENDING.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Code of the load type, such as DEL (delivery) or XPU (extra pickup).
             */
            load_type?: string;
            /**
             * Format: wm-text
             * @description Name of the load type.
             */
            load_description?: string;
            /**
             * Format: wm-date-time
             * @description Time of creation, ISO 8601.
             */
            created_date_time?: string;
            /**
             * Format: wm-text
             * @description Person who created the ticket.
             */
            created_by?: string;
            /**
             * Format: wm-date-time
             * @description Time of closing, ISO 8601.
             */
            closed_date_time?: string;
            /**
             * Format: wm-text
             * @description Person who closed the ticket.
             */
            closed_by?: string;
            /**
             * Format: wm-date-time
             * @description Time of dispatch, ISO 8601.
             */
            dispatch_date_time?: string;
            /**
             * Format: wm-flag
             * @description True if a ticket was generated.
             */
            generate_ticket?: string | boolean;
            /**
             * Format: wm-flag
             * @description True if the ticket is a complaint.
             */
            complaint?: string | boolean;
            /**
             * Format: wm-text
             * @description Comments on the ticket.
             */
            comments?: string;
            /**
             * Format: wm-identifier
             * @description Completion code.
             */
            completion_code?: string;
            /**
             * Format: wm-text
             * @description Description of the completion.
             */
            completed_description?: string;
            /**
             * Format: wm-text
             * @description Person who requested the service.
             */
            requested_by?: string;
            /** @description Time the ticket was logged. */
            audit_info?: components["schemas"]["TicketAuditInfo"];
            /** @description Services on the ticket. */
            services_info?: components["schemas"]["TicketService"][];
        };
        /** @description Time a ticket was logged. */
        TicketAuditInfo: {
            /**
             * Format: wm-date-time
             * @description Time the ticket was logged, ISO 8601.
             */
            logged_date_time?: string;
        };
        /** @description A disposal ticket in detail. */
        DisposalTicketDetailList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The ticket, as a list of one. */
            tickets?: components["schemas"]["DisposalTicketDetail"][];
        };
        /** @description One disposal ticket in detail. */
        DisposalTicketDetail: {
            /**
             * Format: wm-identifier
             * @description Ticket ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the service ticket for the haul.
             */
            hauling_ticket_id?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the ticket this one replaces.
             */
            replace_ticket_id?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the voided ticket.
             */
            void_ticket_id?: string | number;
            /**
             * Format: wm-text
             * @description Type of the operation.
             */
            operation_type?: string;
            /**
             * Format: wm-date-time
             * @description Time the vehicle entered the site, ISO 8601 without offset.
             */
            time_in?: string;
            /**
             * Format: wm-date-time
             * @description Time the vehicle left the site, ISO 8601 without offset.
             */
            time_out?: string;
            /**
             * Format: wm-text
             * @description Ticket status.
             */
            status?: string;
            /** @description Scale weights. */
            weight?: components["schemas"]["DisposalTicketWeight"];
            /**
             * Format: wm-identifier
             * @description ID of the scale at the entrance.
             */
            scale_in?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the scale at the exit.
             */
            scale_out?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the driver's card.
             */
            swipe_card_id?: string | number;
            /**
             * Format: decimal
             * @description Volume of the load.
             */
            volume?: string | number;
            /**
             * Format: decimal
             * @description Amount for material, in `currency`.
             */
            material_subtotal?: string | number;
            /**
             * Format: decimal
             * @description Amount of surcharges, in `currency`.
             */
            surcharge?: string | number;
            /**
             * Format: decimal
             * @description Amount of tax, in `currency`.
             */
            tax?: string | number;
            /**
             * Format: decimal
             * @description Total amount, in `currency`.
             */
            amount?: string | number;
            /**
             * Format: wm-text
             * @description Currency of the amounts.
             */
            currency?: string;
            /** @description Company that carried the load. */
            carrier?: components["schemas"]["DisposalTicketReference"];
            /** @description Disposal site. */
            site?: components["schemas"]["DisposalTicketSite"];
            /**
             * Format: wm-text
             * @description Destination of the load.
             */
            destination?: string;
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | number;
            /**
             * Format: wm-text
             * @description Notes on the ticket.
             */
            notes?: string;
            /** @description Seals of the load. */
            seal?: components["schemas"]["DisposalTicketSeal"];
            /** @description Customer of the disposal site. */
            customer?: components["schemas"]["DisposalTicketCustomer"];
            /** @description Creation and last change of the ticket. */
            audit_info?: components["schemas"]["AuditInfo"];
            /** @description Vehicle that brought the load. */
            vehicle?: components["schemas"]["DisposalTicketVehicle"];
            /** @description Lines of the ticket. */
            details?: components["schemas"]["DisposalTicketLine"][];
        };
        /** @description Scale weights of a disposal ticket. */
        DisposalTicketWeight: {
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
             * @description Rounded weight of the load, in `rounded_net_uom`.
             */
            rounded_net?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the rounded weight.
             */
            rounded_net_uom?: string;
            /**
             * Format: wm-text
             * @description Manual override of the weight.
             */
            manual_override?: string;
        };
        /** @description ID and description, such as those of a carrier. */
        DisposalTicketReference: {
            /**
             * Format: wm-identifier
             * @description ID.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Description.
             */
            description?: string;
        };
        /** @description Disposal site. */
        DisposalTicketSite: {
            /**
             * Format: wm-identifier
             * @description Site ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            name?: string;
        };
        /** @description Seals of a load. */
        DisposalTicketSeal: {
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
        /** @description Customer of a disposal site. */
        DisposalTicketCustomer: {
            /**
             * Format: wm-text
             * @description Name of the customer.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description Business name of the customer.
             */
            business_name?: string;
            /** @description Address of the customer. */
            address?: components["schemas"]["DisposalTicketAddress"];
        };
        /** @description Address of the customer of a disposal site. */
        DisposalTicketAddress: {
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
             * @description ZIP code, as text.
             */
            zip?: string | number;
            /**
             * Format: wm-identifier
             * @description Last four digits of a nine-digit ZIP code, as text.
             */
            zip4?: string | number;
            /** @description Whether WM has cleansed the address. */
            metadata?: components["schemas"]["CleansingInfo"];
        };
        /** @description Vehicle that brought a load. */
        DisposalTicketVehicle: {
            /**
             * Format: wm-identifier
             * @description Vehicle number.
             */
            number?: string | number;
            /**
             * Format: wm-text
             * @description Description of the vehicle.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Name of the driver.
             */
            driver_name?: string;
        };
        /** @description One line of a disposal ticket: a material or a surcharge. */
        DisposalTicketLine: {
            /**
             * Format: wm-integer
             * @description Position of the line on the ticket.
             */
            sequence_number?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the operator at the entrance.
             */
            operator_in_id?: string | number;
            /**
             * Format: wm-identifier
             * @description ID of the operator at the exit.
             */
            operator_out_id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            material_name?: string;
            /**
             * Format: wm-text
             * @description Name of the surcharge.
             */
            surcharge_name?: string;
            /**
             * Format: wm-text
             * @description Description of the line.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Volume of the material.
             */
            volume?: string | number;
            /** @description Profile under which the waste is accepted. */
            profile?: components["schemas"]["DisposalTicketReference"];
            /**
             * Format: wm-text
             * @description Name of the waste generator.
             */
            generator_name?: string;
            /**
             * Format: decimal
             * @description Rounded weight of the material.
             */
            rounded_net_weight?: string | number;
            /**
             * Format: decimal
             * @description Billed quantity, in `rate_uom`.
             */
            billed_quantity?: string | number;
            /**
             * Format: decimal
             * @description Price per `rate_uom`, in the ticket's currency.
             */
            rate_per_unit?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the billed quantity.
             */
            rate_uom?: string;
            /** @description Origin of the waste. */
            origin?: components["schemas"]["DisposalTicketReference"];
            /**
             * Format: decimal
             * @description Amount of the line, in the ticket's currency.
             */
            amount?: string | number;
            /**
             * Format: decimal
             * @description Sum of the taxes on the line, in the ticket's currency.
             */
            total_tax_amount?: string | number;
            /**
             * Format: decimal
             * @description Total amount of the line, in the ticket's currency.
             */
            total_amount?: string | number;
            /**
             * Format: wm-identifier
             * @description Number of the customer's purchase order.
             */
            purchase_order_number?: string | number;
            /**
             * Format: wm-identifier
             * @description Manifest ID.
             */
            manifest_id?: string | number;
            /**
             * Format: wm-identifier
             * @description Container ID.
             */
            container_id?: string | number;
            /** @description Taxes on the line. */
            tax?: components["schemas"]["DisposalTicketTax"][];
        };
        /** @description One tax on a line of a disposal ticket. */
        DisposalTicketTax: {
            /**
             * Format: wm-integer
             * @description Position of the tax on the line.
             */
            squence_number?: string | number;
            /**
             * Format: wm-identifier
             * @description Tax ID.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the tax.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description Description of the tax.
             */
            description?: string;
            /**
             * Format: wm-text
             * @description Unit of measure of the rate.
             */
            rate_uom?: string;
            /**
             * Format: decimal
             * @description Amount of the tax, in the ticket's currency.
             */
            amount?: string | number;
            /**
             * Format: decimal
             * @description Tax rate.
             */
            rate?: string | number;
        };
        /** @description Charges on a disposal ticket, in a list. */
        TicketPriceList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The ticket, as a list of one. */
            tickets?: components["schemas"]["TicketPrice"][];
        };
        /** @description Charges on a disposal ticket. */
        TicketPrice: {
            /**
             * Format: wm-text
             * @description Ticket status.
             */
            status?: string;
            /**
             * Format: decimal
             * @description Amount for material, in `currency`.
             */
            material_subtotal?: string | number;
            /**
             * Format: decimal
             * @description Amount of surcharges, in `currency`.
             */
            surcharge?: string | number;
            /**
             * Format: decimal
             * @description Amount of tax, in `currency`.
             */
            tax?: string | number;
            /**
             * Format: decimal
             * @description Total amount, in `currency`.
             */
            amount?: string | number;
            /**
             * Format: wm-text
             * @description Currency of the amounts, such as USD or CAD.
             */
            currency?: string;
        };
        /** @description A disposal ticket with its materials. */
        TicketMaterialList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The ticket, as a list of one. */
            tickets?: components["schemas"]["TicketMaterialSummary"][];
        };
        /** @description A disposal ticket and its materials. */
        TicketMaterialSummary: {
            /**
             * Format: wm-text
             * @description Ticket status.
             */
            status?: string;
            /**
             * Format: wm-date-time
             * @description Time the ticket was serviced, ISO 8601 without offset.
             */
            date_time?: string;
            /**
             * Format: wm-identifier
             * @description Site ID, as a string: leading zeros are significant.
             */
            site_id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            site_name?: string;
            /**
             * Format: decimal
             * @description Amount of surcharges.
             */
            surcharge?: string | number;
            /** @description Materials on the ticket. */
            details?: components["schemas"]["TicketMaterialLine"][];
        };
        /** @description One material on a disposal ticket. */
        TicketMaterialLine: {
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
             * @description Description of the material.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Volume of the material.
             */
            volume?: string | number;
            /**
             * Format: decimal
             * @description Rounded weight of the material, in `rounded_net_uom`.
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
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The ticket, as a list of one. */
            tickets?: components["schemas"]["TicketSurchargeSummary"][];
        };
        /** @description A disposal ticket and its surcharges. */
        TicketSurchargeSummary: {
            /**
             * Format: wm-text
             * @description Ticket status, such as CLOSED, OPEN, VOIDED or PENDING.
             */
            status?: string;
            /**
             * Format: wm-date-time
             * @description Time the ticket was serviced, ISO 8601 without offset.
             */
            date_time?: string;
            /**
             * Format: wm-identifier
             * @description Site ID, as a string: leading zeros are significant.
             */
            site_id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            site_name?: string;
            /**
             * Format: decimal
             * @description Total amount of surcharges.
             */
            surcharge?: string | number;
            /** @description Surcharges on the ticket. */
            details?: components["schemas"]["TicketSurchargeLine"][];
        };
        /** @description One surcharge on a disposal ticket. */
        TicketSurchargeLine: {
            /**
             * Format: wm-integer
             * @description Position of the surcharge on the ticket.
             */
            sequence_number?: string | number;
            /**
             * Format: wm-text
             * @description Name of the surcharge; null if WM sends none.
             */
            surcharge_name?: string;
            /**
             * Format: wm-text
             * @description Description of the surcharge.
             */
            description?: string;
            /**
             * Format: decimal
             * @description Billed quantity, in `rate_uom`.
             */
            billed_quantity?: string | number;
            /**
             * Format: decimal
             * @description Price per `rate_uom`.
             */
            rate_per_unit?: string | number;
            /**
             * Format: wm-text
             * @description Unit of measure of the billed quantity, such as Tons.
             */
            rate_uom?: string;
            /**
             * Format: decimal
             * @description Total amount of this surcharge.
             */
            amount?: string | number;
        };
        /**
         * Format: wm-identifier
         * @description Tracking ID of the request: the value of its `Request-Tracking-Id` header.
         */
        TrackingId: string | number;
        /** @description Information about the whole list. */
        Metadata: components["schemas"]["ListMetadata"] | components["schemas"]["ListMetadata"][];
        /** @description Information about the whole list. */
        ListMetadata: {
            /**
             * Format: wm-integer
             * @description Total number of entries.
             */
            totalCount?: string | number;
        };
        /** @description Whether WM has cleansed contact or address data. */
        CleansingInfo: {
            /**
             * Format: wm-flag
             * @description True if WM has cleansed the data.
             */
            cleansed?: string | boolean;
        };
        /** @description Creation and last change of a record. */
        AuditInfo: {
            /**
             * Format: wm-text
             * @description Person who created the record.
             */
            created_by?: string;
            /**
             * Format: wm-date-time
             * @description Time of creation, ISO 8601.
             */
            created_date_time?: string;
            /**
             * Format: wm-text
             * @description Person who last changed the record.
             */
            modified_by?: string;
            /**
             * Format: wm-date-time
             * @description Time of the last change, ISO 8601.
             */
            modified_date_time?: string;
        };
        /** @description Result of an update. */
        UpdateConfirmation: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /**
             * Format: wm-text
             * @description `Success`. The client rejects an update that reports `Failure`.
             */
            status?: string;
        };
        /** @description Undocumented object. */
        OpenObject: {
            [key: string]: unknown;
        };
        /** @description Contacts of an account. */
        ContactList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The contacts. */
            contacts?: components["schemas"]["Contact"][];
        };
        /** @description Contacts that replace the current ones. */
        ContactsReplacement: {
            /**
             * Format: wm-identifier
             * @description Value of the `Request-Tracking-Id` header.
             */
            request_tracking_id?: string;
            /** @description The contacts. */
            contacts?: components["schemas"]["ReplacementContact"][];
        };
        /** @description One of the contacts that replace the current ones. */
        ReplacementContact: {
            /**
             * Format: wm-text
             * @description Purpose of the contact: billing or service.
             */
            type?: string;
            /**
             * Format: wm-text
             * @description Full name.
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
             * @description Name of the organization.
             */
            organization_name?: string;
            /**
             * Format: wm-text
             * @description Landline number.
             */
            land_line?: string;
            /**
             * Format: wm-text
             * @description Work telephone number.
             */
            work_phone?: string;
            /**
             * Format: wm-text
             * @description Extension of the work telephone number.
             */
            work_phone_extension?: string;
            /**
             * Format: wm-text
             * @description Mobile telephone number.
             */
            mobile_phone?: string;
            /**
             * Format: wm-text
             * @description Fax number.
             */
            fax?: string;
            /**
             * Format: wm-text
             * @description E-mail address.
             */
            email?: string;
        };
        /** @description Payment of an invoice. */
        InvoicePayment: {
            /**
             * Format: decimal
             * @description Amount paid, in the currency of the invoice.
             */
            amount?: string | number;
            /**
             * Format: wm-date
             * @description Payment date, `yyyy-MM-dd`.
             */
            date?: string;
            /**
             * Format: wm-text
             * @description Payment method.
             */
            method?: string;
            /**
             * Format: wm-text
             * @description Payment reference.
             */
            reference_number?: string;
        };
        /** @description Balance of an account, for one age. */
        InvoiceBalance: {
            /**
             * Format: wm-text
             * @description Age bucket: Current, 30Day, 60Day, 90Day, 120Day, Future or Total.
             */
            type?: string;
            /**
             * Format: wm-date
             * @description Balance date, `yyyy-MM-dd`.
             */
            date?: string;
            /**
             * Format: decimal
             * @description Amount, in the list's `currency`.
             */
            amount?: string | number;
        };
        /** @description One entry of an invoice. Several entries may share one `id`. */
        InvoiceEntry: {
            /**
             * Format: wm-identifier
             * @description Invoice ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-identifier
             * @description Code of the entry type, 1 to 5.
             */
            type?: string | number;
            /**
             * Format: wm-text
             * @description Entry type, such as INVOICE, PAYMENT, ADJUSTMENTS, FINANCE CHARGE or NON A/R.
             */
            description?: string;
            /**
             * Format: wm-date-time
             * @description Date of the entry, `yyyy-MM-dd`; ISO 8601 date and time if WM sends a time.
             */
            date?: string;
            /**
             * Format: decimal
             * @description Amount of the entry, in the currency of the invoice.
             */
            amount?: string | number;
            /**
             * Format: wm-date
             * @description Due date, `yyyy-MM-dd`.
             */
            due_date?: string;
            /**
             * Format: wm-identifier
             * @description Invoiced month, `yyyyMM`.
             */
            period?: string | number;
            /** @description Payment of the entry. */
            payment_info?: components["schemas"]["InvoicePayment"];
        };
        /** @description Balance and last payment of an account. */
        Balance: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /**
             * Format: wm-text
             * @description Name on the invoices.
             */
            billing_name?: string;
            /**
             * Format: decimal
             * @description Fee for paying by telephone (IVR), in the currency of the account.
             */
            ivr_fee?: string | number;
            /**
             * Format: decimal
             * @description Amount of the last payment, in the currency of the account.
             */
            last_payment_amount?: string | number;
            /**
             * Format: wm-date
             * @description Date of the last payment, `yyyy-MM-dd`.
             */
            last_payment_date?: string;
            /** @description Balance due, in total and by age. */
            balance?: components["schemas"]["BalanceBucket"][];
        };
        /** @description Balance due, in total or for one age. */
        BalanceBucket: {
            /**
             * Format: wm-text
             * @description Age bucket: total, 30-Day or 60-Day.
             */
            type?: string;
            /**
             * Format: decimal
             * @description Amount due, in the currency of the account.
             */
            amount?: string | number;
        };
        /** @description Online profiles of an account. */
        ProfileList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The profiles. */
            profiles?: components["schemas"]["Profile"][];
        };
        /** @description Online profile of one user. */
        Profile: {
            /**
             * Format: wm-identifier
             * @description Profile ID.
             */
            id?: string | number;
            /**
             * Format: wm-flag
             * @description True if paperless billing is on.
             */
            paperless_invoice?: string | boolean;
            /**
             * Format: wm-flag
             * @description True if automatic payment is on.
             */
            auto_pay?: string | boolean;
            /**
             * Format: wm-flag
             * @description True if the user is the owner of the automatic payment.
             */
            auto_pay_owner?: string | boolean;
            /**
             * Format: wm-text
             * @description Login status code, such as S.
             */
            logon_status?: string;
            /**
             * Format: wm-identifier
             * @description Registration code, such as R.
             */
            registered_code?: string;
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
             * @description Time of the last login, ISO 8601 with offset.
             */
            last_login_date?: string;
        };
        /** @description Communication preferences of an account. */
        CommunicationPreferenceList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The preferences, one per category of message. */
            preferences?: components["schemas"]["CommunicationPreference"][];
        };
        /** @description Preference for one category of message. */
        CommunicationPreference: {
            /**
             * Format: wm-text
             * @description Category of message: Service Notification or Service Exception.
             */
            category?: string;
            /**
             * Format: wm-flag
             * @description True if messages of the category are sent.
             */
            is_category_enabled?: string | boolean;
            /** @description Channels of the category. */
            channels?: components["schemas"]["CommunicationChannel"][];
        };
        /** @description A channel and its addresses. */
        CommunicationChannel: {
            /**
             * Format: wm-text
             * @description Channel: Text, Email or Voice.
             */
            name?: string;
            /**
             * Format: wm-flag
             * @description True if the customer has opted in to the channel.
             */
            is_opt_in?: string | boolean;
            /** @description Addresses of the channel. */
            selections?: components["schemas"]["CommunicationSelection"][];
        };
        /** @description One address of a channel. */
        CommunicationSelection: {
            /**
             * Format: wm-text
             * @description Telephone number or e-mail address.
             */
            value?: string;
            /**
             * Format: wm-text
             * @description Type of address, such as BEMAIL or BPHONE.
             */
            type?: string;
            /**
             * Format: wm-flag
             * @description True if messages go to this address.
             */
            is_opt_in?: string | boolean;
            /** @description Creation and last change of the selection. */
            audit_info?: components["schemas"]["AuditInfo"];
        };
        /** @description Communication preferences that replace the current ones. */
        CommunicationPreferencesReplacement: {
            /** @description The preferences, one per category of message. */
            preferences?: components["schemas"]["ReplacementPreference"][];
            /** @description Person who makes the change. */
            audit_info?: components["schemas"]["ReplacementAuditInfo"];
        };
        /** @description Preference for one category of message. */
        ReplacementPreference: {
            /**
             * Format: wm-text
             * @description Category of message: Service Notification or Service Exception.
             */
            category?: string;
            /** @description Channels of the category. */
            channels?: components["schemas"]["ReplacementChannel"][];
        };
        /** @description A channel and its addresses. */
        ReplacementChannel: {
            /**
             * Format: wm-text
             * @description Channel: Text, Email or Voice.
             */
            name?: string;
            /** @description Addresses of the channel. */
            selections?: components["schemas"]["ReplacementSelection"][];
        };
        /** @description One address of a channel. */
        ReplacementSelection: {
            /**
             * Format: wm-text
             * @description Telephone number or e-mail address.
             */
            value?: string;
            /**
             * Format: wm-text
             * @description Type of address, such as BEMAIL or BPHONE.
             */
            type?: string;
            /**
             * Format: wm-flag
             * @description `Y` if messages go to this address, `N` if not. The client also accepts true and false.
             */
            is_opt_in?: string;
        };
        /** @description Person who makes a change. */
        ReplacementAuditInfo: {
            /**
             * Format: wm-text
             * @description Name of the user who makes the change.
             */
            modified_by?: string;
        };
        /** @description Entry in WM's enterprise catalog. */
        EnterpriseCatalogEntry: {
            /**
             * Format: wm-identifier
             * @description Catalog entry ID.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Name of the entry.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description Description of the entry.
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
             * @description Line of business, such as RESIDENTIAL, COMMERCIAL or ROLLOFF.
             */
            line_of_business?: string;
        };
        /** @description WM-internal service data. */
        ServiceMetadata: {
            /**
             * Format: wm-identifier
             * @description Service code.
             */
            service_code?: string;
            /**
             * Format: decimal
             * @description Quantity of the service.
             */
            service_quantity?: string | number;
            /**
             * Format: wm-identifier
             * @description Service cycle code.
             */
            service_cycle_code?: string;
        };
        /** @description One stop of a service. */
        ServiceStop: {
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | number;
            /**
             * Format: wm-identifier
             * @description Stop ID.
             */
            stop_id?: string | number;
            /**
             * Format: wm-text
             * @description Day of the week, in capitals.
             */
            day_of_week?: string;
        };
        /** @description Services planned for today. */
        PlannedServiceList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The planned services. */
            services?: components["schemas"]["PlannedService"][];
        };
        /** @description One planned service. */
        PlannedService: {
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Service status: Planned, Confirmed Positive or Confirmed Negative.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Ticket number.
             */
            ticket_number?: string | number;
            /**
             * Format: wm-date
             * @description Planned date, `yyyy-MM-dd`.
             */
            planned_date?: string;
            /**
             * Format: wm-date
             * @description Order date, `yyyy-MM-dd`.
             */
            ordered_date?: string;
            /**
             * Format: wm-text
             * @description Code of the load type, such as E/R.
             */
            ticket_load_type?: string;
            /**
             * Format: wm-text
             * @description Line of business.
             */
            line_of_business?: string;
            /** @description Routes that serve the service. */
            operations?: components["schemas"]["PlannedOperation"][];
        };
        /** @description One route that serves a planned service. */
        PlannedOperation: {
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | number;
            /**
             * Format: wm-identifier
             * @description Position of the service on the route, as text.
             */
            route_order_number?: string | number;
        };
        /** @description Material hauled for each service. */
        HaulingMaterialList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The services with their material. */
            services?: components["schemas"]["HaulingMaterial"][];
        };
        /** @description A service with its hauled material and pricing. */
        HaulingMaterial: {
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Service status.
             */
            status?: string;
            /** @description Entry of the service in WM's enterprise catalog. */
            enterprise_catalog?: components["schemas"]["EnterpriseCatalogEntry"];
            /** @description Material that is hauled. */
            material?: components["schemas"]["ServiceMaterial"];
            /** @description Prices of hauling and disposal. */
            pricing?: components["schemas"]["ServicePricing"];
        };
        /** @description Services of an account with their operations. */
        ServiceOperationList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The services with their operations. */
            services?: components["schemas"]["OperatedService"][];
        };
        /** @description A service with its operations. */
        OperatedService: {
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Service status.
             */
            status?: string;
            /** @description Routes and days on which the service takes place. */
            operations?: components["schemas"]["ServiceOperation"][];
        };
        /** @description One operation of a service: a route on a day of the week. */
        ServiceOperation: {
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | number;
            /**
             * Format: wm-text
             * @description Day of the week, in capitals.
             */
            day_of_week?: string;
            /**
             * Format: wm-text
             * @description Notes on the operation.
             */
            notes?: string;
        };
        /** @description Next pickup of each service. */
        NextPickupList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The services with their next pickup. */
            services?: components["schemas"]["NextPickup"][];
        };
        /** @description Next pickup of one service. */
        NextPickup: {
            /**
             * Format: wm-text
             * @description Name of the service.
             */
            name?: string;
            /**
             * Format: wm-text
             * @description Pickup schedule, such as `Every Monday and Thursday`.
             */
            pickup_schedule?: string;
            /**
             * Format: wm-date
             * @description Date of the next pickup, `yyyy-MM-dd`.
             */
            next_pickup?: string;
        };
        /** @description Estimated time of arrival at a service. */
        ServiceEta: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description Estimated time of arrival. */
            ETA?: components["schemas"]["ArrivalEstimate"];
        };
        /** @description Estimated time of arrival, or the reason none is available. */
        ArrivalEstimate: {
            /**
             * Format: wm-text
             * @description Day of the service, such as `You are scheduled to be serviced today`.
             */
            day_of_week_name?: string;
            /**
             * Format: wm-text
             * @description Start of the arrival window, in UTC. The format is undocumented.
             */
            from?: string;
            /**
             * Format: wm-text
             * @description End of the arrival window, in UTC. The format is undocumented.
             */
            to?: string;
            /**
             * Format: wm-identifier
             * @description `ComputedETA`, or the reason no ETA is available.
             */
            reason_code?: string;
            /**
             * Format: wm-text
             * @description Description of the reason.
             */
            reason_text?: string;
            /**
             * Format: wm-date-time
             * @description Time the service was completed, ISO 8601; null if it was not.
             */
            serviced_date_time?: string;
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | number;
        };
        /** @description Outcome of recent services. */
        ServiceStatList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The services with their outcome. */
            services?: components["schemas"]["ServiceStat"][];
        } & {
            [key: string]: unknown;
        };
        /** @description Outcome of one service. */
        ServiceStat: {
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Outcome: Confirmed Positive, Confirmed Negative or Confirmed Incomplete.
             */
            status?: string;
            /**
             * Format: wm-identifier
             * @description Ticket number.
             */
            ticket_number?: string | number;
            /**
             * Format: wm-text
             * @description Ticket type.
             */
            ticket_type?: string;
            /**
             * Format: wm-date
             * @description Planned date, `yyyy-MM-dd`.
             */
            planned_date?: string;
            /**
             * Format: wm-date
             * @description Order date, `yyyy-MM-dd`.
             */
            ordered_date?: string;
            /**
             * Format: wm-text
             * @description Code of the load type.
             */
            ticket_load_type?: string;
            /**
             * Format: wm-identifier
             * @description Code of the exception.
             */
            exception_reason_code?: string;
            /**
             * Format: wm-text
             * @description Exception category.
             */
            exception_class?: string;
            /**
             * Format: wm-date-time
             * @description Time of completion, ISO 8601.
             */
            service_time?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Invoice fees of each service. */
        ServiceInvoiceFeeList: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /** @description The services with their invoice fees. */
            services?: components["schemas"]["InvoicedService"][];
            /** @description Total number of services. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description A service with its invoice fees. */
        InvoicedService: {
            /**
             * Format: wm-identifier
             * @description Service ID, as a string: leading zeros are significant.
             */
            id?: string | number;
            /**
             * Format: wm-text
             * @description Service status: Active or Inactive.
             */
            status?: string;
            /**
             * Format: wm-text
             * @description Line of business, such as Residential.
             */
            line_of_business?: string;
            /**
             * Format: wm-identifier
             * @description ID of the entry in WM's enterprise catalog.
             */
            enterprise_catalog_id?: string | number;
            /** @description Invoice fees of the service. */
            prices?: components["schemas"]["InvoicedServicePrices"];
        };
        /** @description Invoice fees of a service. */
        InvoicedServicePrices: {
            /** @description The fees. */
            invoice_fees?: components["schemas"]["ServiceInvoiceFee"][];
        };
        /** @description One invoice fee of a service. */
        ServiceInvoiceFee: {
            /**
             * Format: wm-text
             * @description Fee category, such as RCR, ENVIRON or FUEL.
             */
            category?: string;
            /**
             * Format: wm-text
             * @description Name of the category.
             */
            category_description?: string | number;
            /**
             * Format: wm-text
             * @description Fee subcategory.
             */
            sub_category?: string;
            /**
             * Format: wm-identifier
             * @description Code of the subcategory.
             */
            sub_category_code?: string;
            /**
             * Format: wm-text
             * @description Name of the subcategory.
             */
            sub_category_description?: string | number;
            /**
             * Format: wm-flag
             * @description True if the charge is excluded from the service price.
             */
            charge_excluded?: string;
            /**
             * Format: wm-text
             * @description Level at which the charge was modified: customer or service.
             */
            charge_modified_at_level?: string;
            /**
             * Format: decimal
             * @description Standard rate.
             */
            standard_rate?: string | number;
            /**
             * Format: decimal
             * @description Standard percentage.
             */
            standard_percentage?: string | number;
            /**
             * Format: decimal
             * @description Total amount of the fee.
             */
            calculated_rate?: string | number;
            /**
             * Format: wm-flag
             * @description True if the percentage is fixed, false if it varies.
             */
            is_fixed_percentage?: string;
            /**
             * Format: wm-flag
             * @description True if the rate is fixed, false if it varies.
             */
            is_fixed_rate?: string;
            /**
             * Format: wm-text
             * @description Reason for the fee override.
             */
            override_reason?: string | number;
            /**
             * Format: wm-identifier
             * @description Employee ID of the sales agent.
             */
            sales_employee_id?: string;
            /**
             * Format: wm-date-time
             * @description Time of the last change, ISO 8601 without offset.
             */
            modify_dtm?: string;
        };
        /** @description Error in the form of WM's reference. */
        NestedError: {
            /**
             * Format: wm-identifier
             * @description HTTP status code, as text.
             */
            code?: string;
            /**
             * Format: wm-text
             * @description Error message.
             */
            message?: string;
            /** @description One entry per error. */
            errors?: components["schemas"]["NestedErrorDetail"][];
        };
        /** @description One error in the form of WM's reference. */
        NestedErrorDetail: {
            /**
             * Format: wm-text
             * @description Error message.
             */
            message?: string;
        };
        /** @description One error in the form of the base specification. */
        ErrorDetail: {
            /**
             * Format: wm-text
             * @description Name of the field with the problem.
             */
            field?: string;
            /**
             * Format: wm-text
             * @description Error message.
             */
            description?: string;
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
        /** @description The update succeeded; the response has no body. */
        NoContent: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
         * @description Case ID, as a string: leading zeros are significant.
         * @example 1234567
         */
        CaseId: string;
        /**
         * @description Ticket ID, as a string: leading zeros are significant.
         * @example 822908
         */
        TicketId: string;
        /**
         * @description Set to `disposal` for disposal tickets. Omit for hauling service tickets.
         * @example disposal
         */
        TicketType: "disposal";
        /**
         * @description Always `disposal`. Only disposal tickets have surcharges, prices and materials.
         * @example disposal
         */
        DisposalTicketType: "disposal";
        /**
         * @description First day of the range, `yyyy-MM-dd`.
         * @example 2016-01-01
         */
        FromDate: string;
        /**
         * @description Last day of the range, `yyyy-MM-dd`.
         * @example 2016-12-31
         */
        ToDate: string;
        /**
         * @description Service ID, as a string: leading zeros are significant.
         * @example 000000002
         */
        ServiceId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
/** Wire types: parameters, bodies and responses as they are on the wire, by operationId. */
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
                 * @description Line of business: RESIDENTIAL, COMMERCIAL or ROLLOFF.
                 * @example COMMERCIAL
                 */
                line_of_business?: "RESIDENTIAL" | "COMMERCIAL" | "ROLLOFF";
                /**
                 * @description Service status, such as Active.
                 * @example Active
                 */
                status?: string;
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description First day of the range, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Last day of the range, `yyyy-MM-dd`.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
            204: components["responses"]["NoContent"];
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
            204: components["responses"]["NoContent"];
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
                 * @description First day of the range, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Last day of the range, `yyyy-MM-dd`.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
            204: components["responses"]["NoContent"];
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
                 * @description First day of the range, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Last day of the range, `yyyy-MM-dd`.
                 * @example 2016-12-31
                 */
                toDate?: components["parameters"]["ToDate"];
                /**
                 * @description Set to `disposal` for disposal tickets. Omit for hauling service tickets.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description First day of the range, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Last day of the range, `yyyy-MM-dd`.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description First day of the range, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Last day of the range, `yyyy-MM-dd`.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description First day of the range, `yyyy-MM-dd`.
                 * @example 2016-01-01
                 */
                fromDate?: components["parameters"]["FromDate"];
                /**
                 * @description Last day of the range, `yyyy-MM-dd`.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Case ID, as a string: leading zeros are significant.
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
                 * @description Set to `disposal` for disposal tickets. Omit for hauling service tickets.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Ticket ID, as a string: leading zeros are significant.
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
                 * @description Always `disposal`. Only disposal tickets have surcharges, prices and materials.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Ticket ID, as a string: leading zeros are significant.
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
                 * @description Always `disposal`. Only disposal tickets have surcharges, prices and materials.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Ticket ID, as a string: leading zeros are significant.
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
                 * @description Always `disposal`. Only disposal tickets have surcharges, prices and materials.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Ticket ID, as a string: leading zeros are significant.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
            204: components["responses"]["NoContent"];
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
                 * @description Service date, `yyyy-MM-dd`.
                 * @example 2018-02-15
                 */
                requestDate: string;
                /**
                 * @description Ticket number. Mandatory for roll-off customers.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Service ID, as a string: leading zeros are significant.
                 * @example 000000002
                 */
                serviceId: components["parameters"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The estimated time of arrival, or the reason none is available. */
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
                 * @description Number of days to look back, 60 by default.
                 * @example 60
                 */
                numberOfdays?: number;
                /**
                 * @description `Y` for totals, `N` for individual services.
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
                 * @example 123456789
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services, or their totals. */
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
                 * @description Customer ID, as a string: leading zeros are significant. Some pages call it the eZpay ID: 15 digits with leading zeros, or 11 to 12 digits.
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
