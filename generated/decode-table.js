/* Compiled from openapi/ by `npm run generate`. Do not edit. */
export const operations = /* @__PURE__ */ (() => {
  const CleansingInfo = { cleansed: "f" };
  const Address = { street: "t", city: "t", state: "t", zip: "i", country: "t", province: "t", postal_code: "i", zip4: "i", metadata: CleansingInfo };
  const Contact = { firstName: "t", lastName: "t", phone: "t", type: "t", name: "t", first_name: "t", middle_name: "t", last_name: "t", land_line: "t", work_phone: "t", mobile_phone: "t", fax: "t", address: Address, metadata: CleansingInfo };
  const CustomerOverview = { customerId: "i", accountName: "t", balanceDue: "n", primaryContact: Contact, serviceAddress: Address };
  const ServiceMaterial = { materialCode: "i", materialName: "t", specialHandling: "f", id: "i", code: "i", name: "t", special_handling: "f", manifest: "f" };
  const ServiceEquipment = { equipmentName: "t", volume: "n", unitOfMeasure: "t", containerCount: "w", id: "i", name: "t", description: "t", uom: "t", count: "w", unit_of_measure: "t", container_count: "w" };
  const ServicePricing = { monthlyBaseCost: "n", currency: "i", summary_pricing: "f", base_monthly_cost: "n", extended_cost_amount: "n", currency_code: "i", disposal_rate_type: "t", disposal_rate_amount: "n", uom: "t" };
  const EnterpriseCatalogEntry = { id: "i", name: "t", description: "t", sub_category: "t", category: "t", line_of_business: "t" };
  const ServiceMetadata = { service_code: "i", service_quantity: "n", service_cycle_code: "i" };
  const ServiceStop = { route_id: "i", stop_id: "i", day_of_week: "t" };
  const Service = { serviceId: "i", status: "t", occurrenceFrequency: "t", serviceName: "t", material: ServiceMaterial, equipment: ServiceEquipment, pricing: ServicePricing, id: "i", occurs: "t", taxable: "f", type_code: "i", enterprise_catalog: EnterpriseCatalogEntry, frequency: "t", auto_bill: "f", wm_metadata: ServiceMetadata, operations: [ServiceStop] };
  const ServiceList = { services: [Service], request_tracking_id: "i", Services: [Service] };
  const PlannedOperation = { route_id: "i", route_order_number: "i" };
  const PlannedService = { id: "i", status: "t", ticket_number: "i", planned_date: "d", ordered_date: "d", ticket_load_type: "t", line_of_business: "t", operations: [PlannedOperation] };
  const PlannedServiceList = { request_tracking_id: "i", services: [PlannedService] };
  const HaulingMaterial = { id: "i", status: "t", enterprise_catalog: EnterpriseCatalogEntry, material: ServiceMaterial, pricing: ServicePricing };
  const HaulingMaterialList = { request_tracking_id: "i", services: [HaulingMaterial] };
  const ServiceInvoiceFee = { category: "t", category_description: "t", sub_category: "t", sub_category_code: "i", sub_category_description: "t", charge_excluded: "f", charge_modified_at_level: "t", standard_rate: "n", standard_percentage: "n", calculated_rate: "n", is_fixed_percentage: "f", is_fixed_rate: "f", override_reason: "t", sales_employee_id: "i", modify_dtm: "m" };
  const InvoicedServicePrices = { invoice_fees: [ServiceInvoiceFee] };
  const InvoicedService = { id: "i", status: "t", line_of_business: "t", enterprise_catalog_id: "i", prices: InvoicedServicePrices };
  const ListMetadata = { totalCount: "w" };
  const ServiceInvoiceFeeList = { request_tracking_id: "i", services: [InvoicedService], metadata: { "?": ListMetadata } };
  const ServiceOperation = { route_id: "i", day_of_week: "t", notes: "t" };
  const OperatedService = { id: "i", status: "t", operations: [ServiceOperation] };
  const ServiceOperationList = { request_tracking_id: "i", services: [OperatedService] };
  const NextPickup = { name: "t", pickup_schedule: "t", next_pickup: "d" };
  const NextPickupList = { request_tracking_id: "i", services: [NextPickup] };
  const InvoicePayment = { amount: "n", date: "d", method: "t", reference_number: "t" };
  const InvoiceSummary = { invoiceId: "i", invoiceDate: "d", dueDate: "d", totalAmount: "n", status: "t", id: "i", date: "m", due_date: "d", amount: "n", payment_info: InvoicePayment, balance_amount: "n" };
  const InvoiceBalance = { type: "t", date: "d", amount: "n" };
  const InvoiceList = { invoices: [InvoiceSummary], request_tracking_id: "i", currency: "t", balances: [InvoiceBalance] };
  const InvoiceLineItem = { description: "t", amount: "n", serviceId: "i" };
  const InvoiceFee = { feeType: "t", amount: "n" };
  const InvoiceEntry = { id: "i", type: "i", description: "t", date: "m", amount: "n", due_date: "d", period: "i", payment_info: InvoicePayment };
  const InvoiceDetail = { ...InvoiceSummary, lineItems: [InvoiceLineItem], fees: [InvoiceFee], request_tracking_id: "i", invoices: [InvoiceEntry] };
  const BalanceBucket = { type: "t", amount: "n" };
  const Balance = { request_tracking_id: "i", billing_name: "t", ivr_fee: "n", last_payment_amount: "n", last_payment_date: "d", balance: [BalanceBucket] };
  const ContactList = { request_tracking_id: "i", contacts: [Contact] };
  const UpdateConfirmation = { request_tracking_id: "i", status: "t" };
  const Case = { case_id: "i", description: "t", category: "t", category_description: "t", requested_date_time: "m", status: "t" };
  const CaseList = { request_tracking_id: "i", cases: [Case], metadata: { "?": ListMetadata } };
  const TicketService = { code: "i", description: "t", quantity: "n", cost: "n", special_description: "t" };
  const Ticket = { id: "i", status: "t", load_type: "t", load_description: "t", dispatch_date_time: "m", created_date_time: "m", services_info: [TicketService] };
  const TicketList = { request_tracking_id: "i", tickets: [Ticket] };
  const DisposalTicket = { id: "i", date: "m", status: "t", amount: "n", site_name: "t" };
  const DisposalTicketList = { request_tracking_id: "i", tickets: [DisposalTicket], metadata: { "?": ListMetadata } };
  const NoteInfo = { comment: "t", create_date_time: "m" };
  const NoteAuditInfo = { created_by: "t", created_date_time: "m" };
  const NoteActivity = { note_info: NoteInfo, audit_info: NoteAuditInfo };
  const NoteActivityList = { request_tracking_id: "i", activities: [NoteActivity] };
  const EmailInfo = { type_id: "i", type_description: "t", from_address: "t", to_address: "t", cc_address: "t", subject: "t", body: "t", sent_by: "t", send_status: "t", sent_date_time: "m" };
  const AuditInfo = { created_by: "t", created_date_time: "m", modified_by: "t", modified_date_time: "m" };
  const EmailActivity = { id: "i", user_id: "i", email_info: EmailInfo, audit_info: AuditInfo };
  const EmailActivityList = { request_tracking_id: "i", activities: [EmailActivity] };
  const IssueInfo = { company: "t", first_name: "t", last_name: "t", email: "t", phone_number: "t", contact_method: "t", description: "t", submit_date: "d", status: "t", csr_mailbox: "t", device_channel: "t", case_type_description: "t", case_type_code: "i", case_sub_type_description: "t", case_sub_type_code: "i", country: "t", billing_address: Address };
  const IssueActivity = { issues_info: IssueInfo };
  const IssueActivityList = { request_tracking_id: "i", activities: [IssueActivity] };
  const CaseNote = { comment: "t" };
  const CaseRequestor = { name: "t", phone: "t", email: "t" };
  const CaseAdjustment = { description: "t", amount: "n", date_time: "m" };
  const CaseDetail = { description: "t", category: "t", category_description: "t", sub_category: "t", sub_category_description: "t", requested_date_time: "m", due_date_time: "m", assigned_role: "t", assigned_to: "t", status: "t", status_reason_code: "i", status_reason_description: "t", source: "t", adjustment_total_amount: "n", notes: [CaseNote], requestor: CaseRequestor, adjustments: [CaseAdjustment] };
  const CaseDetailList = { request_tracking_id: "i", cases: [CaseDetail] };
  const TicketAuditInfo = { logged_date_time: "m" };
  const TicketDetail = { id: "i", status: "t", load_type: "t", load_description: "t", created_date_time: "m", created_by: "t", closed_date_time: "m", closed_by: "t", dispatch_date_time: "m", generate_ticket: "f", complaint: "f", comments: "t", completion_code: "i", completed_description: "t", requested_by: "t", audit_info: TicketAuditInfo, services_info: [TicketService] };
  const TicketDetailList = { request_tracking_id: "i", tickets: [TicketDetail] };
  const DisposalTicketWeight = { gross: "n", tare: "n", net: "n", uom: "t", rounded_net: "n", rounded_net_uom: "t", manual_override: "t" };
  const DisposalTicketReference = { id: "i", description: "t" };
  const DisposalTicketSite = { id: "i", name: "t" };
  const DisposalTicketSeal = { number_1: "i", number_2: "i" };
  const DisposalTicketAddress = { street_text_1: "t", street_text_2: "t", city: "t", country: "t", state: "t", zip: "i", zip4: "i", metadata: CleansingInfo };
  const DisposalTicketCustomer = { name: "t", business_name: "t", address: DisposalTicketAddress };
  const DisposalTicketVehicle = { number: "i", description: "t", driver_name: "t" };
  const DisposalTicketTax = { squence_number: "w", id: "i", name: "t", description: "t", rate_uom: "t", amount: "n", rate: "n" };
  const DisposalTicketLine = { sequence_number: "w", operator_in_id: "i", operator_out_id: "i", material_name: "t", surcharge_name: "t", description: "t", volume: "n", profile: DisposalTicketReference, generator_name: "t", rounded_net_weight: "n", billed_quantity: "n", rate_per_unit: "n", rate_uom: "t", origin: DisposalTicketReference, amount: "n", total_tax_amount: "n", total_amount: "n", purchase_order_number: "i", manifest_id: "i", container_id: "i", tax: [DisposalTicketTax] };
  const DisposalTicketDetail = { id: "i", hauling_ticket_id: "i", replace_ticket_id: "i", void_ticket_id: "i", operation_type: "t", time_in: "m", time_out: "m", status: "t", weight: DisposalTicketWeight, scale_in: "i", scale_out: "i", swipe_card_id: "i", volume: "n", material_subtotal: "n", surcharge: "n", tax: "n", amount: "n", currency: "t", carrier: DisposalTicketReference, site: DisposalTicketSite, destination: "t", route_id: "i", notes: "t", seal: DisposalTicketSeal, customer: DisposalTicketCustomer, audit_info: AuditInfo, vehicle: DisposalTicketVehicle, details: [DisposalTicketLine] };
  const DisposalTicketDetailList = { request_tracking_id: "i", tickets: [DisposalTicketDetail] };
  const TicketSurchargeLine = { sequence_number: "w", surcharge_name: "t", description: "t", billed_quantity: "n", rate_per_unit: "n", rate_uom: "t", amount: "n" };
  const TicketSurchargeSummary = { status: "t", date_time: "m", site_id: "i", site_name: "t", surcharge: "n", details: [TicketSurchargeLine] };
  const TicketSurchargeList = { request_tracking_id: "i", tickets: [TicketSurchargeSummary] };
  const TicketPrice = { status: "t", material_subtotal: "n", surcharge: "n", tax: "n", amount: "n", currency: "t" };
  const TicketPriceList = { request_tracking_id: "i", tickets: [TicketPrice] };
  const TicketMaterialLine = { sequence_number: "w", material_name: "t", description: "t", volume: "n", rounded_net_weight: "n", rounded_net_uom: "t" };
  const TicketMaterialSummary = { status: "t", date_time: "m", site_id: "i", site_name: "t", surcharge: "n", details: [TicketMaterialLine] };
  const TicketMaterialList = { request_tracking_id: "i", tickets: [TicketMaterialSummary] };
  const Profile = { id: "i", paperless_invoice: "f", auto_pay: "f", auto_pay_owner: "f", logon_status: "t", registered_code: "i", first_name: "t", last_name: "t", email: "t", last_login_date: "m" };
  const ProfileList = { request_tracking_id: "i", profiles: [Profile] };
  const CommunicationSelection = { value: "t", type: "t", is_opt_in: "f", audit_info: AuditInfo };
  const CommunicationChannel = { name: "t", is_opt_in: "f", selections: [CommunicationSelection] };
  const CommunicationPreference = { category: "t", is_category_enabled: "f", channels: [CommunicationChannel] };
  const CommunicationPreferenceList = { request_tracking_id: "i", preferences: [CommunicationPreference] };
  const ArrivalEstimate = { day_of_week_name: "t", from: "t", to: "t", reason_code: "i", reason_text: "t", serviced_date_time: "m", route_id: "i" };
  const ServiceEta = { request_tracking_id: "i", ETA: ArrivalEstimate };
  const ServiceStat = { id: "i", status: "t", ticket_number: "i", ticket_type: "t", planned_date: "d", ordered_date: "d", ticket_load_type: "t", exception_reason_code: "i", exception_class: "t", service_time: "m" };
  const ServiceStatList = { request_tracking_id: "i", services: [ServiceStat] };
  return {
    getCustomerOverview: CustomerOverview,
    listServices: ServiceList,
    listPlannedServices: PlannedServiceList,
    listServiceMaterials: HaulingMaterialList,
    listServiceInvoiceFees: ServiceInvoiceFeeList,
    listServiceOperations: ServiceOperationList,
    getNextPickup: NextPickupList,
    getServiceEta: null,
    listInvoices: InvoiceList,
    getInvoiceDetails: InvoiceDetail,
    getBalance: Balance,
    listContacts: ContactList,
    updateContacts: null,
    replaceContacts: UpdateConfirmation,
    listCases: CaseList,
    listPreferences: null,
    updatePreferences: null,
    listTickets: { ...TicketList, ...DisposalTicketList, tickets: [{ ...Ticket, ...DisposalTicket }] },
    listActivityNotes: NoteActivityList,
    listActivityEmails: EmailActivityList,
    listActivityIssues: IssueActivityList,
    getCase: CaseDetailList,
    getTicket: { ...TicketDetailList, ...DisposalTicketDetailList, tickets: [{ ...TicketDetail, ...DisposalTicketDetail, audit_info: { ...TicketAuditInfo, ...AuditInfo } }] },
    listTicketSurcharges: TicketSurchargeList,
    listTicketPrices: TicketPriceList,
    listTicketMaterials: TicketMaterialList,
    listBillingContacts: ContactList,
    listServiceContacts: ContactList,
    listProfiles: ProfileList,
    listCommunicationPreferences: CommunicationPreferenceList,
    replaceCommunicationPreferences: UpdateConfirmation,
    listPreferenceCategories: null,
    getServiceEtaForDate: ServiceEta,
    listServiceStats: ServiceStatList,
    listServicePrices: null,
  };
})();
