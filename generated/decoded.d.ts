/** Compiled from openapi/ by `npm run generate`. Do not edit. */

export interface components {
    schemas: {
        /** @description Overview of a customer account. */
        CustomerOverview: {
            /**
             * Format: wm-identifier
             * @description Customer ID, as a string: leading zeros are significant.
             */
            customerId?: string | null;
            /**
             * Format: wm-text
             * @description Name of the account.
             */
            accountName?: string | null;
            /**
             * Format: decimal
             * @description Balance due, in the currency of the account.
             */
            balanceDue?: number | null;
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
            firstName?: string | null;
            /**
             * Format: wm-text
             * @description Last name.
             */
            lastName?: string | null;
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
            /**
             * Format: wm-text
             * @description Telephone number.
             */
            phone?: string | null;
            /**
             * Format: wm-text
             * @description Purpose of the contact: billing or service.
             */
            type?: string | null;
            /**
             * Format: wm-text
             * @description Full name, `JOHN, SMITH` in WM's sample.
             */
            name?: string | null;
            /**
             * Format: wm-text
             * @description First name.
             */
            first_name?: string | null;
            /**
             * Format: wm-text
             * @description Middle name.
             */
            middle_name?: string | null;
            /**
             * Format: wm-text
             * @description Last name.
             */
            last_name?: string | null;
            /**
             * Format: wm-text
             * @description Landline number.
             */
            land_line?: string | null;
            /**
             * Format: wm-text
             * @description Work telephone number.
             */
            work_phone?: string | null;
            /**
             * Format: wm-text
             * @description Mobile telephone number.
             */
            mobile_phone?: string | null;
            /**
             * Format: wm-text
             * @description Fax number.
             */
            fax?: string | null;
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
            street?: string | null;
            /**
             * Format: wm-text
             * @description City.
             */
            city?: string | null;
            /**
             * Format: wm-text
             * @description State.
             */
            state?: string | null;
            /**
             * Format: wm-identifier
             * @description ZIP code, as text.
             */
            zip?: string | null;
            /**
             * Format: wm-text
             * @description Country.
             */
            country?: string | null;
            /**
             * Format: wm-text
             * @description Province, for an address in Canada.
             */
            province?: string | null;
            /**
             * Format: wm-identifier
             * @description Postal code, for an address in Canada.
             */
            postal_code?: string | null;
            /**
             * Format: wm-identifier
             * @description Last four digits of a nine-digit ZIP code, as text.
             */
            zip4?: string | null;
            /** @description Whether WM has cleansed the address. */
            metadata?: components["schemas"]["CleansingInfo"];
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
            serviceId?: string | null;
            /**
             * Format: wm-text
             * @description Service status: Active or Inactive.
             */
            status?: string | null;
            /**
             * Format: wm-text
             * @description How often the service takes place, such as On Call or Per Week.
             */
            occurrenceFrequency?: string | null;
            /**
             * @description Line of business: RESIDENTIAL, COMMERCIAL or ROLLOFF. Other values occur.
             * @enum {string}
             */
            lineOfBusiness?: "RESIDENTIAL" | "COMMERCIAL" | "ROLLOFF";
            /**
             * Format: wm-text
             * @description Name of the service.
             */
            serviceName?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description How often the service takes place, such as On Call or Per Week.
             */
            occurs?: string | null;
            /**
             * Format: wm-flag
             * @description True if the service is taxed.
             */
            taxable?: boolean | null;
            /**
             * Format: wm-identifier
             * @description Code of the service type.
             */
            type_code?: string | null;
            /** @description Entry of the service in WM's enterprise catalog. */
            enterprise_catalog?: components["schemas"]["EnterpriseCatalogEntry"];
            /**
             * Format: wm-text
             * @description Frequency of the service.
             */
            frequency?: string | null;
            /**
             * Format: wm-flag
             * @description True if the service is invoiced automatically.
             */
            auto_bill?: boolean | null;
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
            materialCode?: string | null;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            materialName?: string | null;
            /**
             * Format: wm-flag
             * @description True if the material needs special handling.
             */
            specialHandling?: boolean | null;
            /**
             * Format: wm-identifier
             * @description Material ID.
             */
            id?: string | null;
            /**
             * Format: wm-identifier
             * @description Material code.
             */
            code?: string | null;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            name?: string | null;
            /**
             * Format: wm-flag
             * @description True if the material needs special handling.
             */
            special_handling?: boolean | null;
            /**
             * Format: wm-flag
             * @description True if the material needs a manifest.
             */
            manifest?: boolean | null;
        };
        /** @description Container of a service. */
        ServiceEquipment: {
            /**
             * Format: wm-text
             * @description Name of the equipment.
             */
            equipmentName?: string | null;
            /**
             * Format: decimal
             * @description Volume of one container, in `uom`.
             */
            volume?: number | null;
            /**
             * Format: wm-text
             * @description Unit of the volume.
             */
            unitOfMeasure?: string | null;
            /**
             * Format: wm-integer
             * @description Number of containers.
             */
            containerCount?: number | null;
            /**
             * Format: wm-identifier
             * @description Equipment ID.
             */
            id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the equipment.
             */
            name?: string | null;
            /**
             * Format: wm-text
             * @description Description of the equipment.
             */
            description?: string | null;
            /**
             * Format: wm-text
             * @description Unit of the volume.
             */
            uom?: string | null;
            /**
             * Format: wm-integer
             * @description Number of containers.
             */
            count?: number | null;
            /**
             * Format: wm-text
             * @description Unit of the volume.
             */
            unit_of_measure?: string | null;
            /**
             * Format: wm-integer
             * @description Number of containers.
             */
            container_count?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Prices of a service. */
        ServicePricing: {
            /**
             * Format: decimal
             * @description Base cost per month, in `currency_code`.
             */
            monthlyBaseCost?: number | null;
            /**
             * Format: wm-identifier
             * @description Currency of the amounts, USD or CAD.
             * @default USD
             */
            currency?: string | null;
            /**
             * Format: wm-flag
             * @description True if the pricing is a summary.
             */
            summary_pricing?: boolean | null;
            /**
             * Format: decimal
             * @description Base cost per month, in `currency_code`.
             */
            base_monthly_cost?: number | null;
            /**
             * Format: decimal
             * @description Extended cost (undocumented), in `currency_code`.
             */
            extended_cost_amount?: number | null;
            /**
             * Format: wm-identifier
             * @description Currency of the amounts, USD or CAD.
             */
            currency_code?: string | null;
            /**
             * Format: wm-text
             * @description Type of the disposal rate.
             */
            disposal_rate_type?: string | null;
            /**
             * Format: decimal
             * @description Disposal rate, in `currency_code` per `uom`.
             */
            disposal_rate_amount?: number | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the disposal rate.
             */
            uom?: string | null;
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
            currency?: string | null;
            /** @description Balances of the account, one per age. */
            balances?: components["schemas"]["InvoiceBalance"][];
        };
        /** @description One invoice. */
        InvoiceSummary: {
            /**
             * Format: wm-identifier
             * @description Invoice ID, as a string: leading zeros are significant.
             */
            invoiceId?: string | null;
            /**
             * Format: date
             * @description Invoice date, `yyyy-MM-dd`.
             */
            invoiceDate?: string | null;
            /**
             * Format: date
             * @description Due date, `yyyy-MM-dd`.
             */
            dueDate?: string | null;
            /**
             * Format: decimal
             * @description Invoice amount, in the list's `currency`.
             */
            totalAmount?: number | null;
            /**
             * Format: wm-text
             * @description Invoice status, such as Paid, Unpaid or Overdue.
             */
            status?: string | null;
            /**
             * Format: wm-identifier
             * @description Invoice ID, as a string: leading zeros are significant.
             */
            id?: string | null;
            /**
             * Format: wm-date-time
             * @description Invoice date, `yyyy-MM-dd`; ISO 8601 date and time if WM sends a time.
             */
            date?: string | null;
            /**
             * Format: wm-date
             * @description Due date, `yyyy-MM-dd`.
             */
            due_date?: string | null;
            /**
             * Format: decimal
             * @description Invoice amount, in the list's `currency`.
             */
            amount?: number | null;
            /** @description Payment of the invoice. */
            payment_info?: components["schemas"]["InvoicePayment"];
            /**
             * Format: decimal
             * @description Balance of the invoice, in the list's `currency`; null if WM sends none.
             */
            balance_amount?: number | null;
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
            description?: string | null;
            /**
             * Format: decimal
             * @description Amount of the line item, in the currency of the invoice.
             */
            amount?: number | null;
            /**
             * Format: wm-identifier
             * @description ID of the service, as a string: leading zeros are significant.
             */
            serviceId?: string | null;
        };
        /** @description One fee on an invoice, such as fuel, environmental or regulatory. */
        InvoiceFee: {
            /**
             * Format: wm-text
             * @description Fee type, such as Fuel Surcharge or Environmental Fee.
             */
            feeType?: string | null;
            /**
             * Format: decimal
             * @description Amount of the fee, in the currency of the invoice.
             */
            amount?: number | null;
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
            comment?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the note was written, ISO 8601.
             */
            create_date_time?: string | null;
        };
        /** @description Creation of a note. Later changes are not recorded. */
        NoteAuditInfo: {
            /**
             * Format: wm-text
             * @description Person who recorded the note.
             */
            created_by?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the note was recorded, ISO 8601.
             */
            created_date_time?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the user to whom the activity belongs.
             */
            user_id?: string | null;
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
            type_id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the type of e-mail.
             */
            type_description?: string | null;
            /**
             * Format: wm-text
             * @description E-mail address of the sender.
             */
            from_address?: string | null;
            /**
             * Format: wm-text
             * @description E-mail address of the recipient.
             */
            to_address?: string | null;
            /**
             * Format: wm-text
             * @description E-mail address that received a copy.
             */
            cc_address?: string | null;
            /**
             * Format: wm-text
             * @description Subject line.
             */
            subject?: string | null;
            /**
             * Format: wm-text
             * @description Text of the e-mail.
             */
            body?: string | null;
            /**
             * Format: wm-text
             * @description Sender of the e-mail.
             */
            sent_by?: string | null;
            /**
             * Format: wm-text
             * @description Delivery status.
             */
            send_status?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of sending, ISO 8601.
             */
            sent_date_time?: string | null;
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
            company?: string | null;
            /**
             * Format: wm-text
             * @description First name of the reporter.
             */
            first_name?: string | null;
            /**
             * Format: wm-text
             * @description Last name of the reporter.
             */
            last_name?: string | null;
            /**
             * Format: wm-text
             * @description E-mail address of the reporter.
             */
            email?: string | null;
            /**
             * Format: wm-text
             * @description Telephone number of the reporter.
             */
            phone_number?: string | null;
            /**
             * Format: wm-text
             * @description Contact method that the reporter prefers.
             */
            contact_method?: string | null;
            /**
             * Format: wm-text
             * @description Description of the issue.
             */
            description?: string | null;
            /**
             * Format: wm-date
             * @description Date the issue was submitted, `yyyy-MM-dd`.
             */
            submit_date?: string | null;
            /**
             * Format: wm-text
             * @description Status of the issue.
             */
            status?: string | null;
            /**
             * Format: wm-text
             * @description Customer service mailbox that received the issue.
             */
            csr_mailbox?: string | null;
            /**
             * Format: wm-text
             * @description Device or channel through which the issue was reported.
             */
            device_channel?: string | null;
            /**
             * Format: wm-text
             * @description Name of the case type.
             */
            case_type_description?: string | null;
            /**
             * Format: wm-identifier
             * @description Code of the case type.
             */
            case_type_code?: string | null;
            /**
             * Format: wm-text
             * @description Name of the case subtype.
             */
            case_sub_type_description?: string | null;
            /**
             * Format: wm-identifier
             * @description Code of the case subtype.
             */
            case_sub_type_code?: string | null;
            /**
             * Format: wm-text
             * @description Country.
             */
            country?: string | null;
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
            case_id?: string | null;
            /**
             * Format: wm-text
             * @description Description of the case.
             */
            description?: string | null;
            /**
             * Format: wm-text
             * @description Category code, such as TKT.
             */
            category?: string | null;
            /**
             * Format: wm-text
             * @description Name of the category.
             */
            category_description?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the case was requested, ISO 8601 without offset.
             */
            requested_date_time?: string | null;
            /**
             * Format: wm-text
             * @description Case status: CLOSED or OPEN.
             */
            status?: string | null;
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
            description?: string | null;
            /**
             * Format: wm-text
             * @description Category code.
             */
            category?: string | null;
            /**
             * Format: wm-text
             * @description Name of the category.
             */
            category_description?: string | null;
            /**
             * Format: wm-text
             * @description Subcategory code.
             */
            sub_category?: string | null;
            /**
             * Format: wm-text
             * @description Name of the subcategory.
             */
            sub_category_description?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the case was requested, ISO 8601.
             */
            requested_date_time?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the case is due, ISO 8601.
             */
            due_date_time?: string | null;
            /**
             * Format: wm-text
             * @description Role to which the case is assigned.
             */
            assigned_role?: string | null;
            /**
             * Format: wm-text
             * @description Person to whom the case is assigned.
             */
            assigned_to?: string | null;
            /**
             * Format: wm-text
             * @description Case status: OPEN or CLOSED.
             */
            status?: string | null;
            /**
             * Format: wm-identifier
             * @description Code of the reason for the status.
             */
            status_reason_code?: string | null;
            /**
             * Format: wm-text
             * @description Reason for the status.
             */
            status_reason_description?: string | null;
            /**
             * Format: wm-text
             * @description Source of the case.
             */
            source?: string | null;
            /**
             * Format: decimal
             * @description Sum of the adjustments.
             */
            adjustment_total_amount?: number | null;
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
            comment?: string | null;
        };
        /** @description Person who requested a case. */
        CaseRequestor: {
            /**
             * Format: wm-text
             * @description Name of the person.
             */
            name?: string | null;
            /**
             * Format: wm-text
             * @description Telephone number of the person.
             */
            phone?: string | null;
            /**
             * Format: wm-text
             * @description E-mail address of the person.
             */
            email?: string | null;
        };
        /** @description One invoice adjustment of a case. */
        CaseAdjustment: {
            /**
             * Format: wm-text
             * @description Description of the adjustment.
             */
            description?: string | null;
            /**
             * Format: decimal
             * @description Amount of the adjustment.
             */
            amount?: number | null;
            /**
             * Format: wm-date-time
             * @description Time of the adjustment, ISO 8601.
             */
            date_time?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Ticket status: CLOSED, OPEN, VOIDED or PENDING. Other values occur.
             */
            status?: string | null;
            /**
             * Format: wm-text
             * @description Code of the load type, such as SNP.
             */
            load_type?: string | null;
            /**
             * Format: wm-text
             * @description Name of the load type.
             */
            load_description?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of dispatch, ISO 8601 without offset.
             */
            dispatch_date_time?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of creation, ISO 8601 without offset.
             */
            created_date_time?: string | null;
            /** @description Services on the ticket. */
            services_info?: components["schemas"]["TicketService"][];
        };
        /** @description One service on a ticket. */
        TicketService: {
            /**
             * Format: wm-identifier
             * @description Service code.
             */
            code?: string | null;
            /**
             * Format: wm-text
             * @description Description of the service.
             */
            description?: string | null;
            /**
             * Format: decimal
             * @description Quantity of the service.
             */
            quantity?: number | null;
            /**
             * Format: decimal
             * @description Cost of the service.
             */
            cost?: number | null;
            /**
             * Format: wm-text
             * @description Special description of the service.
             */
            special_description?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of the ticket, ISO 8601 without offset.
             */
            date?: string | null;
            /**
             * Format: wm-text
             * @description Ticket status, such as Completed.
             */
            status?: string | null;
            /**
             * Format: decimal
             * @description Total amount of the ticket.
             */
            amount?: number | null;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            site_name?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Ticket status: CLOSED, OPEN, VOIDED or PENDING. Other values occur.
             */
            status?: string | null;
            /**
             * Format: wm-text
             * @description Code of the load type, such as DEL (delivery) or XPU (extra pickup).
             */
            load_type?: string | null;
            /**
             * Format: wm-text
             * @description Name of the load type.
             */
            load_description?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of creation, ISO 8601.
             */
            created_date_time?: string | null;
            /**
             * Format: wm-text
             * @description Person who created the ticket.
             */
            created_by?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of closing, ISO 8601.
             */
            closed_date_time?: string | null;
            /**
             * Format: wm-text
             * @description Person who closed the ticket.
             */
            closed_by?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of dispatch, ISO 8601.
             */
            dispatch_date_time?: string | null;
            /**
             * Format: wm-flag
             * @description True if a ticket was generated.
             */
            generate_ticket?: boolean | null;
            /**
             * Format: wm-flag
             * @description True if the ticket is a complaint.
             */
            complaint?: boolean | null;
            /**
             * Format: wm-text
             * @description Comments on the ticket.
             */
            comments?: string | null;
            /**
             * Format: wm-identifier
             * @description Completion code.
             */
            completion_code?: string | null;
            /**
             * Format: wm-text
             * @description Description of the completion.
             */
            completed_description?: string | null;
            /**
             * Format: wm-text
             * @description Person who requested the service.
             */
            requested_by?: string | null;
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
            logged_date_time?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the service ticket of the haul.
             */
            hauling_ticket_id?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the ticket this one replaces.
             */
            replace_ticket_id?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the voided ticket.
             */
            void_ticket_id?: string | null;
            /**
             * Format: wm-text
             * @description Type of the operation.
             */
            operation_type?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the vehicle entered the site, ISO 8601 without offset.
             */
            time_in?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the vehicle left the site, ISO 8601 without offset.
             */
            time_out?: string | null;
            /**
             * Format: wm-text
             * @description Ticket status.
             */
            status?: string | null;
            /** @description Scale weights. */
            weight?: components["schemas"]["DisposalTicketWeight"];
            /**
             * Format: wm-identifier
             * @description ID of the scale at the entrance.
             */
            scale_in?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the scale at the exit.
             */
            scale_out?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the driver's card.
             */
            swipe_card_id?: string | null;
            /**
             * Format: decimal
             * @description Volume of the load.
             */
            volume?: number | null;
            /**
             * Format: decimal
             * @description Amount for material, in `currency`.
             */
            material_subtotal?: number | null;
            /**
             * Format: decimal
             * @description Amount of surcharges, in `currency`.
             */
            surcharge?: number | null;
            /**
             * Format: decimal
             * @description Amount of tax, in `currency`.
             */
            tax?: number | null;
            /**
             * Format: decimal
             * @description Total amount, in `currency`.
             */
            amount?: number | null;
            /**
             * Format: wm-text
             * @description Currency of the amounts.
             */
            currency?: string | null;
            /** @description Company that carried the load. */
            carrier?: components["schemas"]["DisposalTicketReference"];
            /** @description Disposal site. */
            site?: components["schemas"]["DisposalTicketSite"];
            /**
             * Format: wm-text
             * @description Destination of the load.
             */
            destination?: string | null;
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | null;
            /**
             * Format: wm-text
             * @description Notes on the ticket.
             */
            notes?: string | null;
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
            gross?: number | null;
            /**
             * Format: decimal
             * @description Weight of the empty vehicle, in `uom`.
             */
            tare?: number | null;
            /**
             * Format: decimal
             * @description Weight of the load, in `uom`.
             */
            net?: number | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the weights.
             */
            uom?: string | null;
            /**
             * Format: decimal
             * @description Rounded weight of the load, in `rounded_net_uom`.
             */
            rounded_net?: number | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the rounded weight.
             */
            rounded_net_uom?: string | null;
            /**
             * Format: wm-text
             * @description Manual override of the weight.
             */
            manual_override?: string | null;
        };
        /** @description ID and description of something that a disposal ticket refers to. */
        DisposalTicketReference: {
            /**
             * Format: wm-identifier
             * @description ID.
             */
            id?: string | null;
            /**
             * Format: wm-text
             * @description Description.
             */
            description?: string | null;
        };
        /** @description Disposal site. */
        DisposalTicketSite: {
            /**
             * Format: wm-identifier
             * @description Site ID, as a string: leading zeros are significant.
             */
            id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            name?: string | null;
        };
        /** @description Seals of a load. */
        DisposalTicketSeal: {
            /**
             * Format: wm-identifier
             * @description Number of the first seal.
             */
            number_1?: string | null;
            /**
             * Format: wm-identifier
             * @description Number of the second seal.
             */
            number_2?: string | null;
        };
        /** @description Customer of a disposal site. */
        DisposalTicketCustomer: {
            /**
             * Format: wm-text
             * @description Name of the customer.
             */
            name?: string | null;
            /**
             * Format: wm-text
             * @description Business name of the customer.
             */
            business_name?: string | null;
            /** @description Address of the customer. */
            address?: components["schemas"]["DisposalTicketAddress"];
        };
        /** @description Address of the customer of a disposal site. */
        DisposalTicketAddress: {
            /**
             * Format: wm-text
             * @description First line of the street.
             */
            street_text_1?: string | null;
            /**
             * Format: wm-text
             * @description Second line of the street.
             */
            street_text_2?: string | null;
            /**
             * Format: wm-text
             * @description City.
             */
            city?: string | null;
            /**
             * Format: wm-text
             * @description Country.
             */
            country?: string | null;
            /**
             * Format: wm-text
             * @description State.
             */
            state?: string | null;
            /**
             * Format: wm-identifier
             * @description ZIP code, as text.
             */
            zip?: string | null;
            /**
             * Format: wm-identifier
             * @description Last four digits of a nine-digit ZIP code, as text.
             */
            zip4?: string | null;
            /** @description Whether WM has cleansed the address. */
            metadata?: components["schemas"]["CleansingInfo"];
        };
        /** @description Vehicle that brought a load. */
        DisposalTicketVehicle: {
            /**
             * Format: wm-identifier
             * @description Vehicle number.
             */
            number?: string | null;
            /**
             * Format: wm-text
             * @description Description of the vehicle.
             */
            description?: string | null;
            /**
             * Format: wm-text
             * @description Name of the driver.
             */
            driver_name?: string | null;
        };
        /** @description One line of a disposal ticket: a material or a surcharge. */
        DisposalTicketLine: {
            /**
             * Format: wm-integer
             * @description Position of the line on the ticket.
             */
            sequence_number?: number | null;
            /**
             * Format: wm-identifier
             * @description ID of the operator at the entrance.
             */
            operator_in_id?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the operator at the exit.
             */
            operator_out_id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            material_name?: string | null;
            /**
             * Format: wm-text
             * @description Name of the surcharge.
             */
            surcharge_name?: string | null;
            /**
             * Format: wm-text
             * @description Description of the line.
             */
            description?: string | null;
            /**
             * Format: decimal
             * @description Volume of the material.
             */
            volume?: number | null;
            /** @description Profile under which the waste is accepted. */
            profile?: components["schemas"]["DisposalTicketReference"];
            /**
             * Format: wm-text
             * @description Name of the waste generator.
             */
            generator_name?: string | null;
            /**
             * Format: decimal
             * @description Rounded weight of the material.
             */
            rounded_net_weight?: number | null;
            /**
             * Format: decimal
             * @description Billed quantity, in `rate_uom`.
             */
            billed_quantity?: number | null;
            /**
             * Format: decimal
             * @description Price per `rate_uom`, in the ticket's currency.
             */
            rate_per_unit?: number | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the billed quantity.
             */
            rate_uom?: string | null;
            /** @description Origin of the waste. */
            origin?: components["schemas"]["DisposalTicketReference"];
            /**
             * Format: decimal
             * @description Amount of the line, in the ticket's currency.
             */
            amount?: number | null;
            /**
             * Format: decimal
             * @description Sum of the taxes on the line, in the ticket's currency.
             */
            total_tax_amount?: number | null;
            /**
             * Format: decimal
             * @description Total amount of the line, in the ticket's currency.
             */
            total_amount?: number | null;
            /**
             * Format: wm-identifier
             * @description Number of the customer's purchase order.
             */
            purchase_order_number?: string | null;
            /**
             * Format: wm-identifier
             * @description Manifest ID.
             */
            manifest_id?: string | null;
            /**
             * Format: wm-identifier
             * @description Container ID.
             */
            container_id?: string | null;
            /** @description Taxes on the line. */
            tax?: components["schemas"]["DisposalTicketTax"][];
        };
        /** @description One tax on a line of a disposal ticket. */
        DisposalTicketTax: {
            /**
             * Format: wm-integer
             * @description Position of the tax on the line.
             */
            squence_number?: number | null;
            /**
             * Format: wm-identifier
             * @description Tax ID.
             */
            id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the tax.
             */
            name?: string | null;
            /**
             * Format: wm-text
             * @description Description of the tax.
             */
            description?: string | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the rate.
             */
            rate_uom?: string | null;
            /**
             * Format: decimal
             * @description Amount of the tax, in the ticket's currency.
             */
            amount?: number | null;
            /**
             * Format: decimal
             * @description Tax rate.
             */
            rate?: number | null;
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
            status?: string | null;
            /**
             * Format: decimal
             * @description Amount for material, in `currency`.
             */
            material_subtotal?: number | null;
            /**
             * Format: decimal
             * @description Amount of surcharges, in `currency`.
             */
            surcharge?: number | null;
            /**
             * Format: decimal
             * @description Amount of tax, in `currency`.
             */
            tax?: number | null;
            /**
             * Format: decimal
             * @description Total amount, in `currency`.
             */
            amount?: number | null;
            /**
             * Format: wm-text
             * @description Currency of the amounts, such as USD or CAD.
             */
            currency?: string | null;
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
            status?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the ticket was serviced, ISO 8601 without offset.
             */
            date_time?: string | null;
            /**
             * Format: wm-identifier
             * @description Site ID, as a string: leading zeros are significant.
             */
            site_id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            site_name?: string | null;
            /**
             * Format: decimal
             * @description Amount of surcharges.
             */
            surcharge?: number | null;
            /** @description Materials on the ticket. */
            details?: components["schemas"]["TicketMaterialLine"][];
        };
        /** @description One material on a disposal ticket. */
        TicketMaterialLine: {
            /**
             * Format: wm-integer
             * @description Position of the material on the ticket.
             */
            sequence_number?: number | null;
            /**
             * Format: wm-text
             * @description Name of the material.
             */
            material_name?: string | null;
            /**
             * Format: wm-text
             * @description Description of the material.
             */
            description?: string | null;
            /**
             * Format: decimal
             * @description Volume of the material.
             */
            volume?: number | null;
            /**
             * Format: decimal
             * @description Rounded weight of the material, in `rounded_net_uom`.
             */
            rounded_net_weight?: number | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the rounded weight.
             */
            rounded_net_uom?: string | null;
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
             * @description Ticket status: CLOSED, OPEN, VOIDED or PENDING. Other values occur.
             */
            status?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the ticket was serviced, ISO 8601 without offset.
             */
            date_time?: string | null;
            /**
             * Format: wm-identifier
             * @description Site ID, as a string: leading zeros are significant.
             */
            site_id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the disposal site.
             */
            site_name?: string | null;
            /**
             * Format: decimal
             * @description Total amount of surcharges.
             */
            surcharge?: number | null;
            /** @description Surcharges on the ticket. */
            details?: components["schemas"]["TicketSurchargeLine"][];
        };
        /** @description One surcharge on a disposal ticket. */
        TicketSurchargeLine: {
            /**
             * Format: wm-integer
             * @description Position of the surcharge on the ticket.
             */
            sequence_number?: number | null;
            /**
             * Format: wm-text
             * @description Name of the surcharge; null if WM sends none.
             */
            surcharge_name?: string | null;
            /**
             * Format: wm-text
             * @description Description of the surcharge.
             */
            description?: string | null;
            /**
             * Format: decimal
             * @description Billed quantity, in `rate_uom`.
             */
            billed_quantity?: number | null;
            /**
             * Format: decimal
             * @description Price per `rate_uom`.
             */
            rate_per_unit?: number | null;
            /**
             * Format: wm-text
             * @description Unit of measure of the billed quantity, such as Tons.
             */
            rate_uom?: string | null;
            /**
             * Format: decimal
             * @description Total amount of this surcharge.
             */
            amount?: number | null;
        };
        /**
         * Format: wm-identifier
         * @description Tracking ID of the request: the value of its `Request-Tracking-Id` header.
         */
        TrackingId: string | null;
        /** @description Facts about a list as a whole. */
        Metadata: components["schemas"]["ListMetadata"] | components["schemas"]["ListMetadata"][];
        /** @description Facts about a list as a whole. */
        ListMetadata: {
            /**
             * Format: wm-integer
             * @description Total number of entries.
             */
            totalCount?: number | null;
        };
        /** @description Whether WM has cleansed contact or address data. */
        CleansingInfo: {
            /**
             * Format: wm-flag
             * @description True if WM has cleansed the data.
             */
            cleansed?: boolean | null;
        };
        /** @description Creation and last change of a record. */
        AuditInfo: {
            /**
             * Format: wm-text
             * @description Person who created the record.
             */
            created_by?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of creation, ISO 8601.
             */
            created_date_time?: string | null;
            /**
             * Format: wm-text
             * @description Person who last changed the record.
             */
            modified_by?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of the last change, ISO 8601.
             */
            modified_date_time?: string | null;
        };
        /** @description Result of an update. */
        UpdateConfirmation: {
            request_tracking_id?: components["schemas"]["TrackingId"];
            /**
             * Format: wm-text
             * @description `Success`. The client rejects an update that reports `Failure`.
             */
            status?: string | null;
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
        /** @description Payment of an invoice. */
        InvoicePayment: {
            /**
             * Format: decimal
             * @description Amount paid, in the currency of the invoice.
             */
            amount?: number | null;
            /**
             * Format: wm-date
             * @description Payment date, `yyyy-MM-dd`.
             */
            date?: string | null;
            /**
             * Format: wm-text
             * @description Payment method.
             */
            method?: string | null;
            /**
             * Format: wm-text
             * @description Payment reference.
             */
            reference_number?: string | null;
        };
        /** @description Balance of an account, for one age. */
        InvoiceBalance: {
            /**
             * Format: wm-text
             * @description Age bucket: Current, 30Day, 60Day, 90Day, 120Day, Future or Total.
             */
            type?: string | null;
            /**
             * Format: wm-date
             * @description Balance date, `yyyy-MM-dd`.
             */
            date?: string | null;
            /**
             * Format: decimal
             * @description Amount, in the list's `currency`.
             */
            amount?: number | null;
        };
        /** @description One entry of an invoice. Several entries may share one `id`. */
        InvoiceEntry: {
            /**
             * Format: wm-identifier
             * @description Invoice ID, as a string: leading zeros are significant.
             */
            id?: string | null;
            /**
             * Format: wm-identifier
             * @description Code of the entry type, 1 to 5.
             */
            type?: string | null;
            /**
             * Format: wm-text
             * @description Entry type: INVOICE, PAYMENT, ADJUSTMENTS, FINANCE CHARGE or NON A/R. Other values occur.
             */
            description?: string | null;
            /**
             * Format: wm-date-time
             * @description Date of the entry, `yyyy-MM-dd`; ISO 8601 date and time if WM sends a time.
             */
            date?: string | null;
            /**
             * Format: decimal
             * @description Amount of the entry, in the currency of the invoice.
             */
            amount?: number | null;
            /**
             * Format: wm-date
             * @description Due date, `yyyy-MM-dd`.
             */
            due_date?: string | null;
            /**
             * Format: wm-identifier
             * @description Invoiced month, `yyyyMM`.
             */
            period?: string | null;
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
            billing_name?: string | null;
            /**
             * Format: decimal
             * @description Fee for paying by telephone (IVR), in the currency of the account.
             */
            ivr_fee?: number | null;
            /**
             * Format: decimal
             * @description Amount of the last payment, in the currency of the account.
             */
            last_payment_amount?: number | null;
            /**
             * Format: wm-date
             * @description Date of the last payment, `yyyy-MM-dd`.
             */
            last_payment_date?: string | null;
            /** @description Balance due, in total and by age. */
            balance?: components["schemas"]["BalanceBucket"][];
        };
        /** @description Balance due, in total or for one age. */
        BalanceBucket: {
            /**
             * Format: wm-text
             * @description Age bucket: total, 30-Day or 60-Day.
             */
            type?: string | null;
            /**
             * Format: decimal
             * @description Amount due, in the currency of the account.
             */
            amount?: number | null;
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
            id?: string | null;
            /**
             * Format: wm-flag
             * @description True if paperless billing is on.
             */
            paperless_invoice?: boolean | null;
            /**
             * Format: wm-flag
             * @description True if automatic payment is on.
             */
            auto_pay?: boolean | null;
            /**
             * Format: wm-flag
             * @description True if the user owns the automatic payment.
             */
            auto_pay_owner?: boolean | null;
            /**
             * Format: wm-text
             * @description Login status code, such as S.
             */
            logon_status?: string | null;
            /**
             * Format: wm-identifier
             * @description Registration code, such as R.
             */
            registered_code?: string | null;
            /**
             * Format: wm-text
             * @description First name.
             */
            first_name?: string | null;
            /**
             * Format: wm-text
             * @description Last name.
             */
            last_name?: string | null;
            /**
             * Format: wm-text
             * @description E-mail address.
             */
            email?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of the last login, ISO 8601 with offset.
             */
            last_login_date?: string | null;
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
            category?: string | null;
            /**
             * Format: wm-flag
             * @description True if messages of the category are sent.
             */
            is_category_enabled?: boolean | null;
            /** @description Channels of the category. */
            channels?: components["schemas"]["CommunicationChannel"][];
        };
        /** @description A channel and its addresses. */
        CommunicationChannel: {
            /**
             * Format: wm-text
             * @description Channel: Text, Email or Voice.
             */
            name?: string | null;
            /**
             * Format: wm-flag
             * @description True if the channel is opted in.
             */
            is_opt_in?: boolean | null;
            /** @description Addresses of the channel. */
            selections?: components["schemas"]["CommunicationSelection"][];
        };
        /** @description One address of a channel. */
        CommunicationSelection: {
            /**
             * Format: wm-text
             * @description Telephone number or e-mail address.
             */
            value?: string | null;
            /**
             * Format: wm-text
             * @description Type of address, such as BEMAIL or BPHONE.
             */
            type?: string | null;
            /**
             * Format: wm-flag
             * @description True if messages go to this address.
             */
            is_opt_in?: boolean | null;
            /** @description Creation and last change of the selection. */
            audit_info?: components["schemas"]["AuditInfo"];
        };
        /** @description Entry in WM's enterprise catalog. */
        EnterpriseCatalogEntry: {
            /**
             * Format: wm-identifier
             * @description Catalog entry ID.
             */
            id?: string | null;
            /**
             * Format: wm-text
             * @description Name of the entry.
             */
            name?: string | null;
            /**
             * Format: wm-text
             * @description Description of the entry.
             */
            description?: string | null;
            /**
             * Format: wm-text
             * @description Subcategory of the entry.
             */
            sub_category?: string | null;
            /**
             * Format: wm-text
             * @description Category of the entry.
             */
            category?: string | null;
            /**
             * Format: wm-text
             * @description Line of business, such as RESIDENTIAL, COMMERCIAL or ROLLOFF.
             */
            line_of_business?: string | null;
        };
        /** @description WM-internal service data. */
        ServiceMetadata: {
            /**
             * Format: wm-identifier
             * @description Service code.
             */
            service_code?: string | null;
            /**
             * Format: decimal
             * @description Quantity of the service.
             */
            service_quantity?: number | null;
            /**
             * Format: wm-identifier
             * @description Service cycle code.
             */
            service_cycle_code?: string | null;
        };
        /** @description One stop of a service. */
        ServiceStop: {
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | null;
            /**
             * Format: wm-identifier
             * @description Stop ID.
             */
            stop_id?: string | null;
            /**
             * Format: wm-text
             * @description Day of the week, in capitals.
             */
            day_of_week?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Service status: Planned, Confirmed Positive or Confirmed Negative.
             */
            status?: string | null;
            /**
             * Format: wm-identifier
             * @description Ticket number.
             */
            ticket_number?: string | null;
            /**
             * Format: wm-date
             * @description Planned date, `yyyy-MM-dd`.
             */
            planned_date?: string | null;
            /**
             * Format: wm-date
             * @description Order date, `yyyy-MM-dd`.
             */
            ordered_date?: string | null;
            /**
             * Format: wm-text
             * @description Code of the load type, such as E/R.
             */
            ticket_load_type?: string | null;
            /**
             * Format: wm-text
             * @description Line of business.
             */
            line_of_business?: string | null;
            /** @description Routes that serve the service. */
            operations?: components["schemas"]["PlannedOperation"][];
        };
        /** @description One route that serves a planned service. */
        PlannedOperation: {
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | null;
            /**
             * Format: wm-identifier
             * @description Position of the service on the route, as text.
             */
            route_order_number?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Service status.
             */
            status?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Service status.
             */
            status?: string | null;
            /** @description Routes and days on which the service takes place. */
            operations?: components["schemas"]["ServiceOperation"][];
        };
        /** @description One operation of a service: a route on a day of the week. */
        ServiceOperation: {
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | null;
            /**
             * Format: wm-text
             * @description Day of the week, in capitals.
             */
            day_of_week?: string | null;
            /**
             * Format: wm-text
             * @description Notes on the operation.
             */
            notes?: string | null;
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
            name?: string | null;
            /**
             * Format: wm-text
             * @description Pickup schedule, such as `Every Monday and Thursday`.
             */
            pickup_schedule?: string | null;
            /**
             * Format: wm-date
             * @description Date of the next pickup, `yyyy-MM-dd`.
             */
            next_pickup?: string | null;
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
             * @description Day of the service, as a sentence in WM's sample.
             */
            day_of_week_name?: string | null;
            /**
             * Format: wm-text
             * @description Start of the arrival window, in UTC.
             */
            from?: string | null;
            /**
             * Format: wm-text
             * @description End of the arrival window, in UTC.
             */
            to?: string | null;
            /**
             * Format: wm-identifier
             * @description `ComputedETA`, or the reason no ETA is available.
             */
            reason_code?: string | null;
            /**
             * Format: wm-text
             * @description Description of the reason.
             */
            reason_text?: string | null;
            /**
             * Format: wm-date-time
             * @description Time the service was completed, ISO 8601; null if it was not.
             */
            serviced_date_time?: string | null;
            /**
             * Format: wm-identifier
             * @description Route ID.
             */
            route_id?: string | null;
        };
        /** @description Outcome of the services of the last days. */
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Outcome: Confirmed Positive, Confirmed Negative or Confirmed Incomplete.
             */
            status?: string | null;
            /**
             * Format: wm-identifier
             * @description Ticket number.
             */
            ticket_number?: string | null;
            /**
             * Format: wm-text
             * @description Ticket type.
             */
            ticket_type?: string | null;
            /**
             * Format: wm-date
             * @description Planned date, `yyyy-MM-dd`.
             */
            planned_date?: string | null;
            /**
             * Format: wm-date
             * @description Order date, `yyyy-MM-dd`.
             */
            ordered_date?: string | null;
            /**
             * Format: wm-text
             * @description Code of the load type.
             */
            ticket_load_type?: string | null;
            /**
             * Format: wm-identifier
             * @description Code of the exception.
             */
            exception_reason_code?: string | null;
            /**
             * Format: wm-text
             * @description Exception category.
             */
            exception_class?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of completion, ISO 8601.
             */
            service_time?: string | null;
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
            id?: string | null;
            /**
             * Format: wm-text
             * @description Service status: Active or Inactive.
             */
            status?: string | null;
            /**
             * Format: wm-text
             * @description Line of business, such as Residential.
             */
            line_of_business?: string | null;
            /**
             * Format: wm-identifier
             * @description ID of the entry in WM's enterprise catalog.
             */
            enterprise_catalog_id?: string | null;
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
            category?: string | null;
            /**
             * Format: wm-text
             * @description Name of the category.
             */
            category_description?: string | null;
            /**
             * Format: wm-text
             * @description Fee subcategory.
             */
            sub_category?: string | null;
            /**
             * Format: wm-identifier
             * @description Code of the subcategory.
             */
            sub_category_code?: string | null;
            /**
             * Format: wm-text
             * @description Name of the subcategory.
             */
            sub_category_description?: string | null;
            /**
             * Format: wm-flag
             * @description True if the charge is excluded from the service price.
             */
            charge_excluded?: boolean | null;
            /**
             * Format: wm-text
             * @description Level at which the charge was modified: customer or service.
             */
            charge_modified_at_level?: string | null;
            /**
             * Format: decimal
             * @description Standard rate.
             */
            standard_rate?: number | null;
            /**
             * Format: decimal
             * @description Standard percentage.
             */
            standard_percentage?: number | null;
            /**
             * Format: decimal
             * @description Total amount of the fee.
             */
            calculated_rate?: number | null;
            /**
             * Format: wm-flag
             * @description True if the percentage is fixed, false if it varies.
             */
            is_fixed_percentage?: boolean | null;
            /**
             * Format: wm-flag
             * @description True if the rate is fixed, false if it varies.
             */
            is_fixed_rate?: boolean | null;
            /**
             * Format: wm-text
             * @description Reason for the fee override.
             */
            override_reason?: string | null;
            /**
             * Format: wm-identifier
             * @description Employee ID of the sales agent.
             */
            sales_employee_id?: string | null;
            /**
             * Format: wm-date-time
             * @description Time of the last change, ISO 8601 without offset.
             */
            modify_dtm?: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}

/** What each operation resolves to. */
export interface Bodies {
    getCustomerOverview: components["schemas"]["CustomerOverview"];
    listServices: components["schemas"]["ServiceList"];
    listPlannedServices: components["schemas"]["PlannedServiceList"];
    listServiceMaterials: components["schemas"]["HaulingMaterialList"];
    listServiceInvoiceFees: components["schemas"]["ServiceInvoiceFeeList"];
    listServiceOperations: components["schemas"]["ServiceOperationList"];
    getNextPickup: components["schemas"]["NextPickupList"];
    getServiceEta: components["schemas"]["OpenObject"] | undefined;
    listInvoices: components["schemas"]["InvoiceList"];
    getInvoiceDetails: components["schemas"]["InvoiceDetail"];
    getBalance: components["schemas"]["Balance"];
    listContacts: components["schemas"]["ContactList"];
    updateContacts: components["schemas"]["OpenObject"] | undefined;
    replaceContacts: components["schemas"]["UpdateConfirmation"];
    listCases: components["schemas"]["CaseList"];
    listPreferences: components["schemas"]["OpenObject"] | undefined;
    updatePreferences: components["schemas"]["OpenObject"] | undefined;
    listTickets: components["schemas"]["TicketList"] | components["schemas"]["DisposalTicketList"];
    listActivityNotes: components["schemas"]["NoteActivityList"];
    listActivityEmails: components["schemas"]["EmailActivityList"];
    listActivityIssues: components["schemas"]["IssueActivityList"];
    getCase: components["schemas"]["CaseDetailList"];
    getTicket: components["schemas"]["TicketDetailList"] | components["schemas"]["DisposalTicketDetailList"];
    listTicketSurcharges: components["schemas"]["TicketSurchargeList"];
    listTicketPrices: components["schemas"]["TicketPriceList"];
    listTicketMaterials: components["schemas"]["TicketMaterialList"];
    listBillingContacts: components["schemas"]["ContactList"];
    listServiceContacts: components["schemas"]["ContactList"];
    listProfiles: components["schemas"]["ProfileList"];
    listCommunicationPreferences: components["schemas"]["CommunicationPreferenceList"];
    replaceCommunicationPreferences: components["schemas"]["UpdateConfirmation"];
    listPreferenceCategories: components["schemas"]["OpenObject"] | undefined;
    getServiceEtaForDate: components["schemas"]["ServiceEta"];
    listServiceStats: components["schemas"]["ServiceStatList"];
    listServicePrices: components["schemas"]["OpenObject"] | undefined;
}
