/* Compiled from openapi/ by `npm run generate`. Do not edit. */
export const operations = /* @__PURE__ */ (() => {
  const Address = { street: "t", city: "t", state: "t", zip: "i", country: "t", province: "t", postal_code: "i", zip4: "i" };
  const Contact = { type: "t", name: "t", first_name: "t", middle_name: "t", last_name: "t", land_line: "t", work_phone: "t", mobile_phone: "t", fax: "t", address: Address, metadata: { cleansed: "f" } };
  const CustomerOverview = { balanceDue: "n", primaryContact: Contact, serviceAddress: Address };
  const ServiceMaterial = { id: "i", code: "i", name: "t", special_handling: "f", manifest: "f" };
  const ServiceEquipment = { volume: "n", id: "i", name: "t", description: "t", unit_of_measure: "t", container_count: "w" };
  const ServicePricing = { monthlyBaseCost: "n", base_monthly_cost: "n", disposal_rate_type: "t", disposal_rate_amount: "n", currency_code: "i", extended_cost_amount: "n" };
  const Service = { status: "t", material: ServiceMaterial, equipment: ServiceEquipment, pricing: ServicePricing, id: "i", occurs: "t", taxable: "f", type_code: "i", enterprise_catalog: { id: "i", name: "t", description: "t", sub_category: "t", category: "t", line_of_business: "t" }, frequency: "t", auto_bill: "f", wm_metadata: { service_code: "i", service_quantity: "n" }, operations: [{ route_id: "i", stop_id: "i", day_of_week: "t" }] };
  const ServiceList = { services: [Service], Services: [Service] };
  const PlannedService = { id: "i", status: "t", ticket_number: "i", planned_date: "d", ordered_date: "d", ticket_load_type: "t", line_of_business: "t", operations: [{ route_id: "i", route_order_number: "w" }] };
  const PlannedServiceList = { services: [PlannedService] };
  const HaulingMaterial = { id: "i", status: "t", enterprise_catalog: { id: "i", name: "t", description: "t" }, material: { id: "i", code: "i", name: "t", special_handling: "f" }, pricing: { summary_pricing: "f", extended_cost_amount: "n", currency_code: "i", disposal_rate_type: "t", disposal_rate_amount: "n", uom: "t" } };
  const HaulingMaterialList = { services: [HaulingMaterial] };
  const ServiceInvoiceFee = { category: "t", category_description: "t", sub_category: "t", sub_category_code: "i", sub_category_description: "t", charge_excluded: "f", charge_modified_at_level: "t", standard_rate: "n", standard_percentage: "n", calculated_rate: "n", is_fixed_percentage: "f", is_fixed_rate: "f", override_reason: "t", sales_employee_id: "i", modify_dtm: "m" };
  const ServiceInvoiceFees = { id: "i", status: "t", line_of_business: "t", enterprise_catalog_id: "i", prices: { invoice_fees: [ServiceInvoiceFee] } };
  const ListMetadata = { totalCount: "w" };
  const ServiceInvoiceFeeList = { services: [ServiceInvoiceFees], metadata: { "?": ListMetadata } };
  const ServiceOperations = { id: "i", status: "t", operations: [{ route_id: "i", day_of_week: "t", notes: "t" }] };
  const ServiceOperationList = { services: [ServiceOperations] };
  const NextPickup = { name: "t", pickup_schedule: "t", next_pickup: "d" };
  const NextPickupList = { services: [NextPickup] };
  const InvoiceSummary = { invoiceDate: "d", dueDate: "d", totalAmount: "n", id: "i", date: "d", amount: "n", payment_info: { amount: "n", date: "d", reference_number: "t" }, balance_amount: "n" };
  const InvoiceBalance = { type: "t", date: "d", amount: "n" };
  const InvoiceList = { invoices: [InvoiceSummary], currency: "t", balances: [InvoiceBalance] };
  const InvoiceLineItem = { amount: "n" };
  const InvoiceFee = { amount: "n" };
  const InvoiceEntry = { id: "i", type: "i", description: "t", date: "d", amount: "n", due_date: "d", period: "i", payment_info: { amount: "n", date: "d", method: "t", reference_number: "t" } };
  const InvoiceDetail = { ...InvoiceSummary, lineItems: [InvoiceLineItem], fees: [InvoiceFee], invoices: [InvoiceEntry] };
  const Balance = { billing_name: "t", ivr_fee: "n", last_payment_amount: "n", last_payment_date: "d", balance: [{ type: "t", amount: "n" }] };
  const ContactList = { contacts: [Contact] };
  const UpdateConfirmation = { status: "t" };
  const Case = { case_id: "i", description: "t", category: "t", category_description: "t", requested_date_time: "m", status: "t" };
  const CaseList = { cases: [Case], metadata: { "?": ListMetadata } };
  const Ticket = { id: "i", status: "t", load_type: "t", load_description: "t", dispatch_date_time: "m", created_date_time: "m", services_info: [{ code: "i" }] };
  const TicketList = { tickets: [Ticket] };
  const DisposalTicket = { id: "i", date: "m", status: "t", amount: "n", site_name: "t" };
  const DisposalTicketList = { tickets: [DisposalTicket], metadata: { "?": ListMetadata } };
  const NoteActivity = { note_info: { comment: "t", create_date_time: "m" }, audit_info: { created_by: "t", created_date_time: "m" } };
  const NoteActivityList = { activities: [NoteActivity] };
  const AuditInfo = { created_by: "t", created_date_time: "m", modified_by: "t", modified_date_time: "m" };
  const EmailActivity = { id: "i", user_id: "i", email_info: { type_id: "i", type_description: "t", from_address: "t", to_address: "t", cc_address: "t", subject: "t", body: "t", sent_by: "t", send_status: "t", sent_date_time: "m" }, audit_info: AuditInfo };
  const EmailActivityList = { activities: [EmailActivity] };
  const IssueActivity = { issues_info: { company: "t", first_name: "t", last_name: "t", email: "t", phone_number: "t", contact_method: "t", description: "t", submit_date: "d", status: "t", csr_mailbox: "t", device_channel: "t", case_type_description: "t", case_type_code: "i", case_sub_type_description: "t", case_sub_type_code: "i", country: "t" } };
  const IssueActivityList = { activities: [IssueActivity] };
  const CaseDetail = { description: "t", category: "t", category_description: "t", sub_category: "t", sub_category_description: "t", requested_date_time: "m", due_date_time: "m", assigned_role: "t", assigned_to: "t", status: "t", status_reason_code: "i", status_reason_description: "t", source: "t", adjustment_total_amount: "n", notes: [{ comment: "t" }], requestor: { name: "t", phone: "t", email: "t" }, adjustments: [{ description: "t", amount: "n", date_time: "m" }] };
  const CaseDetailList = { cases: [CaseDetail] };
  const TicketDetail = { id: "i", status: "t", load_type: "t", load_description: "t", created_date_time: "m", created_by: "t", closed_date_time: "m", closed_by: "t", dispatch_date_time: "m", generate_ticket: "f", complaint: "f", comments: "t", completion_code: "i", completed_description: "t", requested_by: "t", audit_info: { logged_date_time: "m" }, services_info: [{ code: "i", description: "t", quantity: "n", cost: "n", special_description: "t" }] };
  const TicketDetailList = { tickets: [TicketDetail] };
  const IdAndDescription = { id: "i", description: "t" };
  const DisposalTicketTax = { squence_number: "w", id: "i", name: "t", description: "t", rate_uom: "t", amount: "n", rate: "n" };
  const DisposalTicketLine = { sequence_number: "w", material_name: "t", surcharge_name: "t", description: "t", volume: "n", profile: IdAndDescription, generator_name: "t", rounded_net_weight: "n", billed_quantity: "n", rate_per_unit: "n", rate_uom: "t", origin: IdAndDescription, amount: "n", total_tax_amount: "n", total_amount: "n", purchase_order_number: "i", manifest_id: "i", container_id: "i", tax: [DisposalTicketTax] };
  const DisposalTicketDetail = { id: "i", hauling_ticket_id: "i", replace_ticket_id: "i", void_ticket_id: "i", time_in: "t", time_out: "t", status: "t", weight: { gross: "n", tare: "n", net: "n", uom: "t", rounded_net: "n", rounded_net_uom: "t" }, scale_in: "i", scale_out: "i", swipe_card_id: "i", volume: "n", material_subtotal: "n", surcharge: "n", tax: "n", amount: "n", carrier: IdAndDescription, site: { id: "i", name: "t" }, destination: "t", route_id: "i", notes: "t", seal: { number_1: "i", number_2: "i" }, customer: { name: "t", business_name: "t", address: { street_text_1: "t", street_text_2: "t", city: "t", country: "t", state: "t", zip: "i", zip4: "i" } }, audit_info: AuditInfo, vehicle: { number: "i", description: "t", driver_name: "t" }, details: [DisposalTicketLine] };
  const DisposalTicketDetailList = { tickets: [DisposalTicketDetail] };
  const TicketSurcharge = { sequence_number: "w", surcharge_name: "t", description: "t", billed_quantity: "n", rate_per_unit: "n", rate_uom: "t", amount: "n" };
  const TicketSurcharges = { status: "t", date_time: "m", site_id: "i", site_name: "t", surcharge: "n", details: [TicketSurcharge] };
  const TicketSurchargeList = { tickets: [TicketSurcharges] };
  const TicketPrice = { status: "t", material_subtotal: "n", surcharge: "n", tax: "n", amount: "n", currency: "t" };
  const TicketPriceList = { tickets: [TicketPrice] };
  const TicketMaterial = { sequence_number: "w", material_name: "t", description: "t", volume: "n", rounded_net_weight: "n", rounded_net_uom: "t" };
  const TicketMaterials = { status: "t", date_time: "m", site_id: "i", site_name: "t", surcharge: "n", details: [TicketMaterial] };
  const TicketMaterialList = { tickets: [TicketMaterials] };
  const Profile = { id: "i", paperless_invoice: "f", auto_pay: "f", logon_status: "f", first_name: "t", last_name: "t", email: "t", last_login_date: "m" };
  const ProfileList = { profiles: [Profile] };
  const CommunicationSelection = { value: "t", type: "t", is_opt_in: "f", audit_info: AuditInfo };
  const CommunicationChannel = { name: "t", is_opt_in: "f", selections: [CommunicationSelection] };
  const CommunicationPreference = { category: "t", is_category_enabled: "f", channels: [CommunicationChannel] };
  const CommunicationPreferenceList = { preferences: [CommunicationPreference] };
  const ServiceEta = { ETA: { day_of_week_name: "t", from: "t", to: "t", reason_code: "i", reason_text: "t", serviced_date_time: "m", route_id: "i" } };
  const ServiceStat = { id: "i", status: "t", ticket_number: "i", ticket_type: "t", planned_date: "d", ordered_date: "d", ticket_load_type: "t", exception_reason_code: "i", exception_class: "t", service_time: "t" };
  const ServiceStatList = { services: [ServiceStat] };
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
    getTicket: { ...TicketDetailList, ...DisposalTicketDetailList, tickets: [{ ...TicketDetail, ...DisposalTicketDetail, audit_info: { ...AuditInfo, logged_date_time: "m" } }] },
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
