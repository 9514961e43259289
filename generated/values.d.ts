/** Compiled from openapi/ by `npm run generate`. Do not edit. */

/** Overview of a customer account. */
export interface CustomerOverview {
  /** Customer ID, as a string: leading zeros are significant. */
  customerId?: string | null;
  /** Name of the account. */
  accountName?: string | null;
  /** Balance due, in the currency of the account. */
  balanceDue?: number | null;
  /** Primary contact of the account. */
  primaryContact?: Contact | null;
  /** Service address of the account. */
  serviceAddress?: Address | null;
}

/** One contact of a customer. */
export interface Contact {
  /** E-mail address. */
  email?: string | null;
  /** Telephone number. */
  phone?: string | null;
  /** Purpose of the contact: billing or service. */
  type?: string | null;
  /** Full name, such as `JOHN, SMITH`. */
  name?: string | null;
  /** First name. */
  first_name?: string | null;
  /** Middle name. */
  middle_name?: string | null;
  /** Last name. */
  last_name?: string | null;
  /** Landline number. */
  land_line?: string | null;
  /** Work telephone number. */
  work_phone?: string | null;
  /** Mobile telephone number. */
  mobile_phone?: string | null;
  /** Fax number. */
  fax?: string | null;
  /** Postal address. */
  address?: Address | null;
  /** Whether WM has cleansed the contact's data. */
  metadata?: CleansingInfo | null;
}

/** Service or billing address. */
export interface Address {
  /** Street address. */
  street?: string | null;
  /** City. */
  city?: string | null;
  /** State. */
  state?: string | null;
  /** ZIP code, as text. */
  zip?: string | null;
  /** Country. */
  country?: string | null;
  /** Province, for an address in Canada. */
  province?: string | null;
  /** Postal code, for an address in Canada. */
  postal_code?: string | null;
  /** Last four digits of a nine-digit ZIP code, as text. */
  zip4?: string | null;
  /** Whether WM has cleansed the address. */
  metadata?: CleansingInfo | null;
}

/** Services of an account. */
export interface ServiceList {
  /** The services. */
  services: Service[];
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
}

/** One service of an account. */
export interface Service {
  /** Service status: Active or Inactive. */
  status?: string | null;
  /** Line of business, such as RESIDENTIAL, COMMERCIAL or ROLLOFF. */
  lineOfBusiness?: string | null;
  /** Name of the service. */
  serviceName?: string | null;
  /** Material that is collected. */
  material?: ServiceMaterial | null;
  /** Container of the service. */
  equipment?: ServiceEquipment | null;
  /** Prices of the service. */
  pricing?: ServicePricing | null;
  /** Service ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** How often the service takes place, such as On Call or Per Week. */
  occurs?: string | null;
  /** True if the service is taxed. */
  taxable?: boolean | null;
  /** Code of the service type. */
  type_code?: string | null;
  /** Entry of the service in WM's enterprise catalog. */
  enterprise_catalog?: EnterpriseCatalogEntry | null;
  /** Frequency of the service. */
  frequency?: string | null;
  /** True if the service is invoiced automatically. */
  auto_bill?: boolean | null;
  /** WM-internal service data. */
  wm_metadata?: ServiceMetadata | null;
  /** Stops at which the service takes place. */
  operations: ServiceStop[];
}

/** Material that a service collects. */
export interface ServiceMaterial {
  /** Material ID. */
  id?: string | null;
  /** Material code. */
  code?: string | null;
  /** Name of the material. */
  name?: string | null;
  /** True if the material needs special handling. */
  special_handling?: boolean | null;
  /** True if the material needs a manifest. */
  manifest?: boolean | null;
}

/** Container of a service. */
export interface ServiceEquipment {
  /** Volume of one container, in `uom`. */
  volume?: number | null;
  /** Equipment ID. */
  id?: string | null;
  /** Name of the equipment. */
  name?: string | null;
  /** Description of the equipment. */
  description?: string | null;
  /** Unit of the volume. */
  uom?: string | null;
  /** Number of containers. */
  count?: number | null;
}

/** Prices of a service. */
export interface ServicePricing {
  /** True if the pricing is a summary. */
  summary_pricing?: boolean | null;
  /** Base cost per month, in `currency_code`. */
  base_monthly_cost?: number | null;
  /** Extended cost (undocumented), in `currency_code`. */
  extended_cost_amount?: number | null;
  /** Currency of the amounts, USD or CAD. */
  currency_code?: string | null;
  /** Type of the disposal rate. */
  disposal_rate_type?: string | null;
  /** Disposal rate, in `currency_code` per `uom`. */
  disposal_rate_amount?: number | null;
  /** Unit of measure of the disposal rate. */
  uom?: string | null;
}

/** Invoices of an account, and its balances by age. */
export interface InvoiceList {
  /** The invoices. */
  invoices: InvoiceSummary[];
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** Currency of the amounts, such as USD. */
  currency?: string | null;
  /** Balances of the account, one per age. */
  balances: InvoiceBalance[];
}

/** One invoice. */
export interface InvoiceSummary {
  /** Invoice status, such as Paid, Unpaid or Overdue. */
  status?: string | null;
  /** Invoice ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Invoice date, `yyyy-MM-dd`; ISO 8601 date and time if WM sends a time. */
  date?: string | null;
  /** Due date, `yyyy-MM-dd`. */
  due_date?: string | null;
  /** Invoice amount, in the list's `currency`. */
  amount?: number | null;
  /** Payment of the invoice. */
  payment_info?: InvoicePayment | null;
  /** Balance of the invoice, in the list's `currency`; null if WM sends none. */
  balance_amount?: number | null;
}

/** One invoice in detail. */
export interface InvoiceDetail extends InvoiceSummary {
  /** Line items of the invoice. */
  lineItems: InvoiceLineItem[];
  /** Fees on the invoice. */
  fees: InvoiceFee[];
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** Entries of the invoice. */
  invoices: InvoiceEntry[];
}

/** One line item of an invoice. */
export interface InvoiceLineItem {
  /** Description of the line item. */
  description?: string | null;
  /** Amount of the line item, in the currency of the invoice. */
  amount?: number | null;
  /** ID of the service, as a string: leading zeros are significant. */
  serviceId?: string | null;
}

/** One fee on an invoice, such as fuel, environmental or regulatory. */
export interface InvoiceFee {
  /** Fee type, such as Fuel Surcharge or Environmental Fee. */
  feeType?: string | null;
  /** Amount of the fee, in the currency of the invoice. */
  amount?: number | null;
}

/** Notes on an account. */
export interface NoteActivityList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The notes. */
  activities: NoteActivity[];
}

/** One note. */
export interface NoteActivity {
  /** Text and time of the note. */
  note_info?: NoteInfo | null;
  /** Who recorded the note, and when. */
  audit_info?: NoteAuditInfo | null;
}

/** Text and time of a note. */
export interface NoteInfo {
  /** Text of the note. */
  comment?: string | null;
  /** Time the note was written, ISO 8601. */
  create_date_time?: string | null;
}

/** Creation of a note. Later changes are not recorded. */
export interface NoteAuditInfo {
  /** Person who recorded the note. */
  created_by?: string | null;
  /** Time the note was recorded, ISO 8601. */
  created_date_time?: string | null;
}

/** E-mails on an account. */
export interface EmailActivityList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The e-mails. */
  activities: EmailActivity[];
}

/** One e-mail. */
export interface EmailActivity {
  /** Activity ID. */
  id?: string | null;
  /** ID of the user the activity belongs to. */
  user_id?: string | null;
  /** Addresses, subject, text and delivery of the e-mail. */
  email_info?: EmailInfo | null;
  /** Creation and last change of the record. */
  audit_info?: AuditInfo | null;
}

/** Addresses, subject, text and delivery of an e-mail. */
export interface EmailInfo {
  /** ID of the type of e-mail. */
  type_id?: string | null;
  /** Name of the type of e-mail. */
  type_description?: string | null;
  /** E-mail address of the sender. */
  from_address?: string | null;
  /** E-mail address of the recipient. */
  to_address?: string | null;
  /** E-mail address that received a copy. */
  cc_address?: string | null;
  /** Subject line. */
  subject?: string | null;
  /** Text of the e-mail. */
  body?: string | null;
  /** Sender of the e-mail. */
  sent_by?: string | null;
  /** Delivery status. */
  send_status?: string | null;
  /** Time of sending, ISO 8601. */
  sent_date_time?: string | null;
}

/** Issues reported about an account. */
export interface IssueActivityList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The issues. */
  activities: IssueActivity[];
}

/** One reported issue. */
export interface IssueActivity {
  /** Reporter and subject of the issue. */
  issues_info?: IssueInfo | null;
}

/** Reporter and subject of an issue. */
export interface IssueInfo {
  /** Company of the reporter. */
  company?: string | null;
  /** First name of the reporter. */
  first_name?: string | null;
  /** Last name of the reporter. */
  last_name?: string | null;
  /** E-mail address of the reporter. */
  email?: string | null;
  /** Telephone number of the reporter. */
  phone_number?: string | null;
  /** Preferred contact method of the reporter. */
  contact_method?: string | null;
  /** Description of the issue. */
  description?: string | null;
  /** Date the issue was submitted, `yyyy-MM-dd`. */
  submit_date?: string | null;
  /** Status of the issue. */
  status?: string | null;
  /** Customer service mailbox that received the issue. */
  csr_mailbox?: string | null;
  /** Device or channel through which the issue was reported. */
  device_channel?: string | null;
  /** Name of the case type. */
  case_type_description?: string | null;
  /** Code of the case type. */
  case_type_code?: string | null;
  /** Name of the case subtype. */
  case_sub_type_description?: string | null;
  /** Code of the case subtype. */
  case_sub_type_code?: string | null;
  /** Country. */
  country?: string | null;
  /** Billing address. */
  billing_address?: Address | null;
}

/** Cases of an account. */
export interface CaseList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The cases. */
  cases: Case[];
  /** Total number of cases. */
  metadata?: ListMetadata | null;
}

/** One case. */
export interface Case {
  /** Case ID, as a string: leading zeros are significant. */
  case_id?: string | null;
  /** Description of the case. */
  description?: string | null;
  /** Category code, such as TKT. */
  category?: string | null;
  /** Name of the category. */
  category_description?: string | null;
  /** Time the case was requested, ISO 8601 without offset. */
  requested_date_time?: string | null;
  /** Case status: CLOSED or OPEN. */
  status?: string | null;
}

/** A case in detail. */
export interface CaseDetailList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The case, as a list of one. */
  cases: CaseDetail[];
}

/** One case in detail. */
export interface CaseDetail {
  /** Description of the case. */
  description?: string | null;
  /** Category code. */
  category?: string | null;
  /** Name of the category. */
  category_description?: string | null;
  /** Subcategory code. */
  sub_category?: string | null;
  /** Name of the subcategory. */
  sub_category_description?: string | null;
  /** Time the case was requested, ISO 8601. */
  requested_date_time?: string | null;
  /** Time the case is due, ISO 8601. */
  due_date_time?: string | null;
  /** Role to which the case is assigned. */
  assigned_role?: string | null;
  /** Person to whom the case is assigned. */
  assigned_to?: string | null;
  /** Case status: OPEN or CLOSED. */
  status?: string | null;
  /** Code of the reason for the status. */
  status_reason_code?: string | null;
  /** Reason for the status. */
  status_reason_description?: string | null;
  /** Source of the case. */
  source?: string | null;
  /** Sum of the adjustments. */
  adjustment_total_amount?: number | null;
  /** Notes on the case. */
  notes: CaseNote[];
  /** Person who requested the case. */
  requestor?: CaseRequestor | null;
  /** Invoice adjustments of the case. */
  adjustments: CaseAdjustment[];
}

/** One note on a case. */
export interface CaseNote {
  /** Text of the note. */
  comment?: string | null;
}

/** Person who requested a case. */
export interface CaseRequestor {
  /** Name of the person. */
  name?: string | null;
  /** Telephone number of the person. */
  phone?: string | null;
  /** E-mail address of the person. */
  email?: string | null;
}

/** One invoice adjustment of a case. */
export interface CaseAdjustment {
  /** Description of the adjustment. */
  description?: string | null;
  /** Amount of the adjustment. */
  amount?: number | null;
  /** Time of the adjustment, ISO 8601. */
  date_time?: string | null;
}

/** Service tickets of an account. */
export interface TicketList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The tickets. */
  tickets: Ticket[];
}

/** One service ticket. */
export interface Ticket {
  /** Ticket ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Ticket status, such as CLOSED, OPEN, VOIDED or PENDING. */
  status?: string | null;
  /** Code of the load type, such as SNP. */
  load_type?: string | null;
  /** Name of the load type. */
  load_description?: string | null;
  /** Time of dispatch, ISO 8601 without offset. */
  dispatch_date_time?: string | null;
  /** Time of creation, ISO 8601 without offset. */
  created_date_time?: string | null;
  /** Services on the ticket. */
  services_info: TicketService[];
}

/** One service on a ticket. */
export interface TicketService {
  /** Service code. */
  code?: string | null;
  /** Description of the service. */
  description?: string | null;
  /** Quantity of the service. */
  quantity?: number | null;
  /** Cost of the service. */
  cost?: number | null;
  /** Special description of the service. */
  special_description?: string | null;
}

/** Disposal tickets of an account. */
export interface DisposalTicketList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The tickets. */
  tickets: DisposalTicket[];
  /** Total number of tickets. */
  metadata?: ListMetadata | null;
}

/** One disposal ticket. */
export interface DisposalTicket {
  /** Ticket ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Time of the ticket, ISO 8601 without offset. */
  date?: string | null;
  /** Ticket status, such as Completed. */
  status?: string | null;
  /** Total amount of the ticket. */
  amount?: number | null;
  /** Name of the disposal site. */
  site_name?: string | null;
}

/** A service ticket in detail. */
export interface TicketDetailList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The ticket, as a list of one. */
  tickets: TicketDetail[];
}

/** One service ticket in detail. */
export interface TicketDetail {
  /** Ticket ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Ticket status, such as CLOSED, OPEN, VOIDED or PENDING. */
  status?: string | null;
  /** Code of the load type, such as DEL (delivery) or XPU (extra pickup). */
  load_type?: string | null;
  /** Name of the load type. */
  load_description?: string | null;
  /** Time of creation, ISO 8601. */
  created_date_time?: string | null;
  /** Person who created the ticket. */
  created_by?: string | null;
  /** Time of closing, ISO 8601. */
  closed_date_time?: string | null;
  /** Person who closed the ticket. */
  closed_by?: string | null;
  /** Time of dispatch, ISO 8601. */
  dispatch_date_time?: string | null;
  /** True if a ticket was generated. */
  generate_ticket?: boolean | null;
  /** True if the ticket is a complaint. */
  complaint?: boolean | null;
  /** Comments on the ticket. */
  comments?: string | null;
  /** Completion code. */
  completion_code?: string | null;
  /** Description of the completion. */
  completed_description?: string | null;
  /** Person who requested the service. */
  requested_by?: string | null;
  /** Time the ticket was logged. */
  audit_info?: TicketAuditInfo | null;
  /** Services on the ticket. */
  services_info: TicketService[];
}

/** Time a ticket was logged. */
export interface TicketAuditInfo {
  /** Time the ticket was logged, ISO 8601. */
  logged_date_time?: string | null;
}

/** A disposal ticket in detail. */
export interface DisposalTicketDetailList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The ticket, as a list of one. */
  tickets: DisposalTicketDetail[];
}

/** One disposal ticket in detail. */
export interface DisposalTicketDetail {
  /** Ticket ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** ID of the service ticket for the haul. */
  hauling_ticket_id?: string | null;
  /** ID of the ticket this one replaces. */
  replace_ticket_id?: string | null;
  /** ID of the voided ticket. */
  void_ticket_id?: string | null;
  /** Type of the operation. */
  operation_type?: string | null;
  /** Time the vehicle entered the site, ISO 8601 without offset. */
  time_in?: string | null;
  /** Time the vehicle left the site, ISO 8601 without offset. */
  time_out?: string | null;
  /** Ticket status. */
  status?: string | null;
  /** Scale weights. */
  weight?: DisposalTicketWeight | null;
  /** ID of the scale at the entrance. */
  scale_in?: string | null;
  /** ID of the scale at the exit. */
  scale_out?: string | null;
  /** ID of the driver's card. */
  swipe_card_id?: string | null;
  /** Volume of the load. */
  volume?: number | null;
  /** Amount for material, in `currency`. */
  material_subtotal?: number | null;
  /** Amount of surcharges, in `currency`. */
  surcharge?: number | null;
  /** Amount of tax, in `currency`. */
  tax?: number | null;
  /** Total amount, in `currency`. */
  amount?: number | null;
  /** Currency of the amounts. */
  currency?: string | null;
  /** Company that carried the load. */
  carrier?: DisposalTicketReference | null;
  /** Disposal site. */
  site?: DisposalTicketSite | null;
  /** Destination of the load. */
  destination?: string | null;
  /** Route ID. */
  route_id?: string | null;
  /** Notes on the ticket. */
  notes?: string | null;
  /** Seals of the load. */
  seal?: DisposalTicketSeal | null;
  /** Customer of the disposal site. */
  customer?: DisposalTicketCustomer | null;
  /** Creation and last change of the ticket. */
  audit_info?: AuditInfo | null;
  /** Vehicle that brought the load. */
  vehicle?: DisposalTicketVehicle | null;
  /** Lines of the ticket. */
  details: DisposalTicketLine[];
}

/** Scale weights of a disposal ticket. */
export interface DisposalTicketWeight {
  /** Weight of the vehicle with its load, in `uom`. */
  gross?: number | null;
  /** Weight of the empty vehicle, in `uom`. */
  tare?: number | null;
  /** Weight of the load, in `uom`. */
  net?: number | null;
  /** Unit of measure of the weights. */
  uom?: string | null;
  /** Rounded weight of the load, in `rounded_net_uom`. */
  rounded_net?: number | null;
  /** Unit of measure of the rounded weight. */
  rounded_net_uom?: string | null;
  /** Manual override of the weight. */
  manual_override?: string | null;
}

/** ID and description, such as those of a carrier. */
export interface DisposalTicketReference {
  /** ID. */
  id?: string | null;
  /** Description. */
  description?: string | null;
}

/** Disposal site. */
export interface DisposalTicketSite {
  /** Site ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Name of the disposal site. */
  name?: string | null;
}

/** Seals of a load. */
export interface DisposalTicketSeal {
  /** Number of the first seal. */
  number_1?: string | null;
  /** Number of the second seal. */
  number_2?: string | null;
}

/** Customer of a disposal site. */
export interface DisposalTicketCustomer {
  /** Name of the customer. */
  name?: string | null;
  /** Business name of the customer. */
  business_name?: string | null;
  /** Address of the customer. */
  address?: DisposalTicketAddress | null;
}

/** Address of the customer of a disposal site. */
export interface DisposalTicketAddress {
  /** First line of the street. */
  street_text_1?: string | null;
  /** Second line of the street. */
  street_text_2?: string | null;
  /** City. */
  city?: string | null;
  /** Country. */
  country?: string | null;
  /** State. */
  state?: string | null;
  /** ZIP code, as text. */
  zip?: string | null;
  /** Last four digits of a nine-digit ZIP code, as text. */
  zip4?: string | null;
  /** Whether WM has cleansed the address. */
  metadata?: CleansingInfo | null;
}

/** Vehicle that brought a load. */
export interface DisposalTicketVehicle {
  /** Vehicle number. */
  number?: string | null;
  /** Description of the vehicle. */
  description?: string | null;
  /** Name of the driver. */
  driver_name?: string | null;
}

/** One line of a disposal ticket: a material or a surcharge. */
export interface DisposalTicketLine {
  /** Position of the line on the ticket. */
  sequence_number?: number | null;
  /** ID of the operator at the entrance. */
  operator_in_id?: string | null;
  /** ID of the operator at the exit. */
  operator_out_id?: string | null;
  /** Name of the material. */
  material_name?: string | null;
  /** Name of the surcharge. */
  surcharge_name?: string | null;
  /** Description of the line. */
  description?: string | null;
  /** Volume of the material. */
  volume?: number | null;
  /** Profile under which the waste is accepted. */
  profile?: DisposalTicketReference | null;
  /** Name of the waste generator. */
  generator_name?: string | null;
  /** Rounded weight of the material. */
  rounded_net_weight?: number | null;
  /** Billed quantity, in `rate_uom`. */
  billed_quantity?: number | null;
  /** Price per `rate_uom`, in the ticket's currency. */
  rate_per_unit?: number | null;
  /** Unit of measure of the billed quantity. */
  rate_uom?: string | null;
  /** Origin of the waste. */
  origin?: DisposalTicketReference | null;
  /** Amount of the line, in the ticket's currency. */
  amount?: number | null;
  /** Sum of the taxes on the line, in the ticket's currency. */
  total_tax_amount?: number | null;
  /** Total amount of the line, in the ticket's currency. */
  total_amount?: number | null;
  /** Number of the customer's purchase order. */
  purchase_order_number?: string | null;
  /** Manifest ID. */
  manifest_id?: string | null;
  /** Container ID. */
  container_id?: string | null;
  /** Taxes on the line. */
  tax: DisposalTicketTax[];
}

/** One tax on a line of a disposal ticket. */
export interface DisposalTicketTax {
  /** Position of the tax on the line. */
  squence_number?: number | null;
  /** Tax ID. */
  id?: string | null;
  /** Name of the tax. */
  name?: string | null;
  /** Description of the tax. */
  description?: string | null;
  /** Unit of measure of the rate. */
  rate_uom?: string | null;
  /** Amount of the tax, in the ticket's currency. */
  amount?: number | null;
  /** Tax rate. */
  rate?: number | null;
}

/** Charges on a disposal ticket, in a list. */
export interface TicketPriceList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The ticket, as a list of one. */
  tickets: TicketPrice[];
}

/** Charges on a disposal ticket. */
export interface TicketPrice {
  /** Ticket status. */
  status?: string | null;
  /** Amount for material, in `currency`. */
  material_subtotal?: number | null;
  /** Amount of surcharges, in `currency`. */
  surcharge?: number | null;
  /** Amount of tax, in `currency`. */
  tax?: number | null;
  /** Total amount, in `currency`. */
  amount?: number | null;
  /** Currency of the amounts, such as USD or CAD. */
  currency?: string | null;
}

/** A disposal ticket with its materials. */
export interface TicketMaterialList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The ticket, as a list of one. */
  tickets: TicketMaterialSummary[];
}

/** A disposal ticket and its materials. */
export interface TicketMaterialSummary {
  /** Ticket status. */
  status?: string | null;
  /** Time the ticket was serviced, ISO 8601 without offset. */
  date_time?: string | null;
  /** Site ID, as a string: leading zeros are significant. */
  site_id?: string | null;
  /** Name of the disposal site. */
  site_name?: string | null;
  /** Amount of surcharges. */
  surcharge?: number | null;
  /** Materials on the ticket. */
  details: TicketMaterialLine[];
}

/** One material on a disposal ticket. */
export interface TicketMaterialLine {
  /** Position of the material on the ticket. */
  sequence_number?: number | null;
  /** Name of the material. */
  material_name?: string | null;
  /** Description of the material. */
  description?: string | null;
  /** Volume of the material. */
  volume?: number | null;
  /** Rounded weight of the material, in `rounded_net_uom`. */
  rounded_net_weight?: number | null;
  /** Unit of measure of the rounded weight. */
  rounded_net_uom?: string | null;
}

/** A disposal ticket with its surcharges. */
export interface TicketSurchargeList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The ticket, as a list of one. */
  tickets: TicketSurchargeSummary[];
}

/** A disposal ticket and its surcharges. */
export interface TicketSurchargeSummary {
  /** Ticket status, such as CLOSED, OPEN, VOIDED or PENDING. */
  status?: string | null;
  /** Time the ticket was serviced, ISO 8601 without offset. */
  date_time?: string | null;
  /** Site ID, as a string: leading zeros are significant. */
  site_id?: string | null;
  /** Name of the disposal site. */
  site_name?: string | null;
  /** Total amount of surcharges. */
  surcharge?: number | null;
  /** Surcharges on the ticket. */
  details: TicketSurchargeLine[];
}

/** One surcharge on a disposal ticket. */
export interface TicketSurchargeLine {
  /** Position of the surcharge on the ticket. */
  sequence_number?: number | null;
  /** Name of the surcharge; null if WM sends none. */
  surcharge_name?: string | null;
  /** Description of the surcharge. */
  description?: string | null;
  /** Billed quantity, in `rate_uom`. */
  billed_quantity?: number | null;
  /** Price per `rate_uom`. */
  rate_per_unit?: number | null;
  /** Unit of measure of the billed quantity, such as Tons. */
  rate_uom?: string | null;
  /** Total amount of this surcharge. */
  amount?: number | null;
}

/** Information about the whole list. */
export interface ListMetadata {
  /** Total number of entries. */
  totalCount?: number | null;
}

/** Whether WM has cleansed contact or address data. */
export interface CleansingInfo {
  /** True if WM has cleansed the data. */
  cleansed?: boolean | null;
}

/** Creation and last change of a record. */
export interface AuditInfo {
  /** Person who created the record. */
  created_by?: string | null;
  /** Time of creation, ISO 8601. */
  created_date_time?: string | null;
  /** Person who last changed the record. */
  modified_by?: string | null;
  /** Time of the last change, ISO 8601. */
  modified_date_time?: string | null;
}

/** Result of an update. */
export interface UpdateConfirmation {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** `Success`. The client rejects an update that reports `Failure`. */
  status?: string | null;
}

/** Contacts of an account. */
export interface ContactList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The contacts. */
  contacts: Contact[];
}

/** Payment of an invoice. */
export interface InvoicePayment {
  /** Amount paid, in the currency of the invoice. */
  amount?: number | null;
  /** Payment date, `yyyy-MM-dd`. */
  date?: string | null;
  /** Payment method. */
  method?: string | null;
  /** Payment reference. */
  reference_number?: string | null;
}

/** Balance of an account, for one age. */
export interface InvoiceBalance {
  /** Age bucket: Current, 30Day, 60Day, 90Day, 120Day, Future or Total. */
  type?: string | null;
  /** Balance date, `yyyy-MM-dd`. */
  date?: string | null;
  /** Amount, in the list's `currency`. */
  amount?: number | null;
}

/** One entry of an invoice. Several entries may share one `id`. */
export interface InvoiceEntry {
  /** Invoice ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Code of the entry type, 1 to 5. */
  type?: string | null;
  /** Entry type, such as INVOICE, PAYMENT, ADJUSTMENTS, FINANCE CHARGE or NON A/R. */
  description?: string | null;
  /** Date of the entry, `yyyy-MM-dd`; ISO 8601 date and time if WM sends a time. */
  date?: string | null;
  /** Amount of the entry, in the currency of the invoice. */
  amount?: number | null;
  /** Due date, `yyyy-MM-dd`. */
  due_date?: string | null;
  /** Invoiced month, `yyyyMM`. */
  period?: string | null;
  /** Payment of the entry. */
  payment_info?: InvoicePayment | null;
}

/** Balance and last payment of an account. */
export interface Balance {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** Name on the invoices. */
  billing_name?: string | null;
  /** Fee for paying by telephone (IVR), in the currency of the account. */
  ivr_fee?: number | null;
  /** Amount of the last payment, in the currency of the account. */
  last_payment_amount?: number | null;
  /** Date of the last payment, `yyyy-MM-dd`. */
  last_payment_date?: string | null;
  /** Balance due, in total and by age. */
  balance: BalanceBucket[];
}

/** Balance due, in total or for one age. */
export interface BalanceBucket {
  /** Age bucket: total, 30-Day or 60-Day. */
  type?: string | null;
  /** Amount due, in the currency of the account. */
  amount?: number | null;
}

/** Online profiles of an account. */
export interface ProfileList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The profiles. */
  profiles: Profile[];
}

/** Online profile of one user. */
export interface Profile {
  /** Profile ID. */
  id?: string | null;
  /** True if paperless billing is on. */
  paperless_invoice?: boolean | null;
  /** True if automatic payment is on. */
  auto_pay?: boolean | null;
  /** True if the user is the owner of the automatic payment. */
  auto_pay_owner?: boolean | null;
  /** Login status code, such as S. */
  logon_status?: string | null;
  /** Registration code, such as R. */
  registered_code?: string | null;
  /** First name. */
  first_name?: string | null;
  /** Last name. */
  last_name?: string | null;
  /** E-mail address. */
  email?: string | null;
  /** Time of the last login, ISO 8601 with offset. */
  last_login_date?: string | null;
}

/** Communication preferences of an account. */
export interface CommunicationPreferenceList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The preferences, one per category of message. */
  preferences: CommunicationPreference[];
}

/** Preference for one category of message. */
export interface CommunicationPreference {
  /** Category of message: Service Notification or Service Exception. */
  category?: string | null;
  /** True if messages of the category are sent. */
  is_category_enabled?: boolean | null;
  /** Channels of the category. */
  channels: CommunicationChannel[];
}

/** A channel and its addresses. */
export interface CommunicationChannel {
  /** Channel: Text, Email or Voice. */
  name?: string | null;
  /** True if the customer has opted in to the channel. */
  is_opt_in?: boolean | null;
  /** Addresses of the channel. */
  selections: CommunicationSelection[];
}

/** One address of a channel. */
export interface CommunicationSelection {
  /** Telephone number or e-mail address. */
  value?: string | null;
  /** Type of address, such as BEMAIL or BPHONE. */
  type?: string | null;
  /** True if messages go to this address. */
  is_opt_in?: boolean | null;
  /** Creation and last change of the selection. */
  audit_info?: AuditInfo | null;
}

/** Entry in WM's enterprise catalog. */
export interface EnterpriseCatalogEntry {
  /** Catalog entry ID. */
  id?: string | null;
  /** Name of the entry. */
  name?: string | null;
  /** Description of the entry. */
  description?: string | null;
  /** Subcategory of the entry. */
  sub_category?: string | null;
  /** Category of the entry. */
  category?: string | null;
  /** Line of business, such as RESIDENTIAL, COMMERCIAL or ROLLOFF. */
  line_of_business?: string | null;
}

/** WM-internal service data. */
export interface ServiceMetadata {
  /** Service code. */
  service_code?: string | null;
  /** Quantity of the service. */
  service_quantity?: number | null;
  /** Service cycle code. */
  service_cycle_code?: string | null;
}

/** One stop of a service. */
export interface ServiceStop {
  /** Route ID. */
  route_id?: string | null;
  /** Stop ID. */
  stop_id?: string | null;
  /** Day of the week, in capitals. */
  day_of_week?: string | null;
}

/** Services planned for today. */
export interface PlannedServiceList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The planned services. */
  services: PlannedService[];
}

/** One planned service. */
export interface PlannedService {
  /** Service ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Service status: Planned, Confirmed Positive or Confirmed Negative. */
  status?: string | null;
  /** Ticket number. */
  ticket_number?: string | null;
  /** Planned date, `yyyy-MM-dd`. */
  planned_date?: string | null;
  /** Order date, `yyyy-MM-dd`. */
  ordered_date?: string | null;
  /** Code of the load type, such as E/R. */
  ticket_load_type?: string | null;
  /** Line of business. */
  line_of_business?: string | null;
  /** Routes that serve the service. */
  operations: PlannedOperation[];
}

/** One route that serves a planned service. */
export interface PlannedOperation {
  /** Route ID. */
  route_id?: string | null;
  /** Position of the service on the route, as text. */
  route_order_number?: string | null;
}

/** Material hauled for each service. */
export interface HaulingMaterialList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The services with their material. */
  services: HaulingMaterial[];
}

/** A service with its hauled material and pricing. */
export interface HaulingMaterial {
  /** Service ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Service status. */
  status?: string | null;
  /** Entry of the service in WM's enterprise catalog. */
  enterprise_catalog?: EnterpriseCatalogEntry | null;
  /** Material that is hauled. */
  material?: ServiceMaterial | null;
  /** Prices of hauling and disposal. */
  pricing?: ServicePricing | null;
}

/** Services of an account with their operations. */
export interface ServiceOperationList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The services with their operations. */
  services: OperatedService[];
}

/** A service with its operations. */
export interface OperatedService {
  /** Service ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Service status. */
  status?: string | null;
  /** Routes and days on which the service takes place. */
  operations: ServiceOperation[];
}

/** One operation of a service: a route on a day of the week. */
export interface ServiceOperation {
  /** Route ID. */
  route_id?: string | null;
  /** Day of the week, in capitals. */
  day_of_week?: string | null;
  /** Notes on the operation. */
  notes?: string | null;
}

/** Next pickup of each service. */
export interface NextPickupList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The services with their next pickup. */
  services: NextPickup[];
}

/** Next pickup of one service. */
export interface NextPickup {
  /** Name of the service. */
  name?: string | null;
  /** Pickup schedule, such as `Every Monday and Thursday`. */
  pickup_schedule?: string | null;
  /** Date of the next pickup, `yyyy-MM-dd`. */
  next_pickup?: string | null;
}

/** Estimated time of arrival at a service. */
export interface ServiceEta {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** Estimated time of arrival. */
  ETA?: ArrivalEstimate | null;
}

/** Estimated time of arrival, or the reason none is available. */
export interface ArrivalEstimate {
  /** Day of the service, such as `You are scheduled to be serviced today`. */
  day_of_week_name?: string | null;
  /** Start of the arrival window, in UTC. The format is undocumented. */
  from?: string | null;
  /** End of the arrival window, in UTC. The format is undocumented. */
  to?: string | null;
  /** `ComputedETA`, or the reason no ETA is available. */
  reason_code?: string | null;
  /** Description of the reason. */
  reason_text?: string | null;
  /** Time the service was completed, ISO 8601; null if it was not. */
  serviced_date_time?: string | null;
  /** Route ID. */
  route_id?: string | null;
}

/** Outcome of recent services. */
export interface ServiceStatList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The services with their outcome. */
  services: ServiceStat[];
}

/** Outcome of one service. */
export interface ServiceStat {
  /** Service ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Outcome: Confirmed Positive, Confirmed Negative or Confirmed Incomplete. */
  status?: string | null;
  /** Ticket number. */
  ticket_number?: string | null;
  /** Ticket type. */
  ticket_type?: string | null;
  /** Planned date, `yyyy-MM-dd`. */
  planned_date?: string | null;
  /** Order date, `yyyy-MM-dd`. */
  ordered_date?: string | null;
  /** Code of the load type. */
  ticket_load_type?: string | null;
  /** Code of the exception. */
  exception_reason_code?: string | null;
  /** Exception category. */
  exception_class?: string | null;
  /** Time of completion, ISO 8601. */
  service_time?: string | null;
}

/** Invoice fees of each service. */
export interface ServiceInvoiceFeeList {
  /** Tracking ID of the request: the value of its `Request-Tracking-Id` header. */
  request_tracking_id?: string | null;
  /** The services with their invoice fees. */
  services: InvoicedService[];
  /** Total number of services. */
  metadata?: ListMetadata | null;
}

/** A service with its invoice fees. */
export interface InvoicedService {
  /** Service ID, as a string: leading zeros are significant. */
  id?: string | null;
  /** Service status: Active or Inactive. */
  status?: string | null;
  /** Line of business, such as Residential. */
  line_of_business?: string | null;
  /** ID of the entry in WM's enterprise catalog. */
  enterprise_catalog_id?: string | null;
  /** Invoice fees of the service. */
  prices?: InvoicedServicePrices | null;
}

/** Invoice fees of a service. */
export interface InvoicedServicePrices {
  /** The fees. */
  invoice_fees: ServiceInvoiceFee[];
}

/** One invoice fee of a service. */
export interface ServiceInvoiceFee {
  /** Fee category, such as RCR, ENVIRON or FUEL. */
  category?: string | null;
  /** Name of the category. */
  category_description?: string | null;
  /** Fee subcategory. */
  sub_category?: string | null;
  /** Code of the subcategory. */
  sub_category_code?: string | null;
  /** Name of the subcategory. */
  sub_category_description?: string | null;
  /** True if the charge is excluded from the service price. */
  charge_excluded?: boolean | null;
  /** Level at which the charge was modified: customer or service. */
  charge_modified_at_level?: string | null;
  /** Standard rate. */
  standard_rate?: number | null;
  /** Standard percentage. */
  standard_percentage?: number | null;
  /** Total amount of the fee. */
  calculated_rate?: number | null;
  /** True if the percentage is fixed, false if it varies. */
  is_fixed_percentage?: boolean | null;
  /** True if the rate is fixed, false if it varies. */
  is_fixed_rate?: boolean | null;
  /** Reason for the fee override. */
  override_reason?: string | null;
  /** Employee ID of the sales agent. */
  sales_employee_id?: string | null;
  /** Time of the last change, ISO 8601 without offset. */
  modify_dtm?: string | null;
}

/** The query of `customer.services.list`. */
export interface ListServicesQuery {
  /** Line of business: RESIDENTIAL, COMMERCIAL or ROLLOFF. */
  readonly lineOfBusiness?: "RESIDENTIAL" | "COMMERCIAL" | "ROLLOFF" | undefined;
  /** Service status, such as Active. */
  readonly status?: string | undefined;
}

/** The query of `customer.invoices.list`. */
export interface ListInvoicesQuery {
  /** Filter invoices from this date. */
  readonly startDate?: string | undefined;
  /** Filter invoices up to this date. */
  readonly endDate?: string | undefined;
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
}

/** The query of `customer.cases.list`. */
export interface ListCasesQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
}

/** The query of `customer.tickets.list`. */
export interface ListTicketsQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
  /** Set to `disposal` for disposal tickets. Omit for hauling service tickets. */
  readonly ticketType?: "disposal" | undefined;
}

/** The query of `customer.tickets.list` with `ticketType: "disposal"`. */
export interface ListDisposalTicketsQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
  /** Set to `disposal` for disposal tickets. Omit for hauling service tickets. */
  readonly ticketType: "disposal";
}

/** The query of `customer.tickets.list` without `ticketType`. */
export interface ListServiceTicketsQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
  /** Set to `disposal` for disposal tickets. Omit for hauling service tickets. */
  readonly ticketType?: undefined;
}

/** The query of `customer.activities.notes`. */
export interface ListActivityNotesQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
}

/** The query of `customer.activities.emails`. */
export interface ListActivityEmailsQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
}

/** The query of `customer.activities.issues`. */
export interface ListActivityIssuesQuery {
  /** First day of the range, `yyyy-MM-dd`. */
  readonly fromDate?: string | undefined;
  /** Last day of the range, `yyyy-MM-dd`. */
  readonly toDate?: string | undefined;
}

/** The query of `customer.tickets.get`. */
export interface GetTicketQuery {
  /** Set to `disposal` for disposal tickets. Omit for hauling service tickets. */
  readonly ticketType?: "disposal" | undefined;
}

/** The query of `customer.tickets.get` with `ticketType: "disposal"`. */
export interface GetDisposalTicketQuery {
  /** Set to `disposal` for disposal tickets. Omit for hauling service tickets. */
  readonly ticketType: "disposal";
}

/** The query of `customer.tickets.get` without `ticketType`. */
export interface GetServiceTicketQuery {
  /** Set to `disposal` for disposal tickets. Omit for hauling service tickets. */
  readonly ticketType?: undefined;
}

/** The query of `customer.tickets.surcharges`. */
export interface ListTicketSurchargesQuery {
  /** Always `disposal`. Only disposal tickets have surcharges, prices and materials. */
  readonly ticketType: "disposal";
}

/** The query of `customer.tickets.prices`. */
export interface ListTicketPricesQuery {
  /** Always `disposal`. Only disposal tickets have surcharges, prices and materials. */
  readonly ticketType: "disposal";
}

/** The query of `customer.tickets.materials`. */
export interface ListTicketMaterialsQuery {
  /** Always `disposal`. Only disposal tickets have surcharges, prices and materials. */
  readonly ticketType: "disposal";
}

/** The query of `customer.services.etaForDate`. */
export interface GetServiceEtaForDateQuery {
  /** Service date, `yyyy-MM-dd`. */
  readonly requestDate: string;
  /** Ticket number. Mandatory for roll-off customers. */
  readonly ticketNumber?: string | undefined;
}

/** The query of `customer.services.stats`. */
export interface ListServiceStatsQuery {
  /** Number of days to look back, 60 by default. */
  readonly numberOfDays?: number | undefined;
  /** `Y` for totals, `N` for individual services. */
  readonly summary?: "Y" | "N" | undefined;
}

/** Contact fields to change. */
export interface ContactUpdate {
  /** First name. */
  readonly first_name?: string | null | undefined;
  /**
   * First name.
   * @deprecated The name on the wire: use `first_name`.
   */
  readonly firstName?: string | null | undefined;
  /** Last name. */
  readonly last_name?: string | null | undefined;
  /**
   * Last name.
   * @deprecated The name on the wire: use `last_name`.
   */
  readonly lastName?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** Telephone number. */
  readonly phone?: string | null | undefined;
}

/** Preferences to change. */
export interface PreferencesUpdate {
  /** True to receive paperless invoices. */
  readonly paperlessBilling?: boolean | null | undefined;
  /** True to pay automatically. */
  readonly autoPayEnrolled?: boolean | null | undefined;
}

/** Contacts that replace the current ones. */
export interface ContactsReplacement {
  /** The contacts. */
  readonly contacts?: readonly ReplacementContact[] | null | undefined;
}

/** One of the contacts that replace the current ones. */
export interface ReplacementContact {
  /** Purpose of the contact: billing or service. */
  readonly type?: string | null | undefined;
  /** Full name. */
  readonly name?: string | null | undefined;
  /** First name. */
  readonly first_name?: string | null | undefined;
  /** Middle name. */
  readonly middle_name?: string | null | undefined;
  /** Last name. */
  readonly last_name?: string | null | undefined;
  /** Name of the organization. */
  readonly organization_name?: string | null | undefined;
  /** Landline number. */
  readonly land_line?: string | null | undefined;
  /** Work telephone number. */
  readonly work_phone?: string | null | undefined;
  /** Extension of the work telephone number. */
  readonly work_phone_extension?: string | null | undefined;
  /** Mobile telephone number. */
  readonly mobile_phone?: string | null | undefined;
  /** Fax number. */
  readonly fax?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
}

/** Communication preferences that replace the current ones. */
export interface CommunicationPreferencesReplacement {
  /** The preferences, one per category of message. */
  readonly preferences?: readonly ReplacementPreference[] | null | undefined;
  /** Person who makes the change. */
  readonly audit_info?: ReplacementAuditInfo | null | undefined;
}

/** Preference for one category of message. */
export interface ReplacementPreference {
  /** Category of message: Service Notification or Service Exception. */
  readonly category?: string | null | undefined;
  /** Channels of the category. */
  readonly channels?: readonly ReplacementChannel[] | null | undefined;
}

/** A channel and its addresses. */
export interface ReplacementChannel {
  /** Channel: Text, Email or Voice. */
  readonly name?: string | null | undefined;
  /** Addresses of the channel. */
  readonly selections?: readonly ReplacementSelection[] | null | undefined;
}

/** One address of a channel. */
export interface ReplacementSelection {
  /** Telephone number or e-mail address. */
  readonly value?: string | null | undefined;
  /** Type of address, such as BEMAIL or BPHONE. */
  readonly type?: string | null | undefined;
  /** `Y` if messages go to this address, `N` if not. The client also accepts true and false. */
  readonly is_opt_in?: boolean | string | null | undefined;
}

/** Person who makes a change. */
export interface ReplacementAuditInfo {
  /** Name of the user who makes the change. */
  readonly modified_by?: string | null | undefined;
}

/** The decoded response body of each operation, by operationId. */
export interface Bodies {
  /** `GET /customers` */
  getCustomerOverview: CustomerOverview;
  /** `GET /customers/{customerId}/services` */
  listServices: ServiceList;
  /** `GET /customers/{customerId}/services/plan` */
  listPlannedServices: PlannedServiceList;
  /** `GET /customers/{customerId}/services/materials` */
  listServiceMaterials: HaulingMaterialList;
  /** `GET /customers/{customerId}/services/prices/invoice-fees` */
  listServiceInvoiceFees: ServiceInvoiceFeeList;
  /** `GET /customers/{customerId}/services/operations` */
  listServiceOperations: ServiceOperationList;
  /** `GET /customers/{customerId}/services/next-pickup` */
  getNextPickup: NextPickupList;
  /** `GET /customers/{customerId}/services/{serviceId}/eta` */
  getServiceEta: unknown;
  /** `GET /customers/{customerId}/invoices` */
  listInvoices: InvoiceList;
  /** `GET /customers/{customerId}/invoices/{invoiceId}` */
  getInvoiceDetails: InvoiceDetail;
  /** `GET /customers/{customerId}/balance` */
  getBalance: Balance;
  /** `GET /customers/{customerId}/contacts` */
  listContacts: ContactList;
  /** `PATCH /customers/{customerId}/contacts` */
  updateContacts: unknown;
  /** `PUT /customers/{customerId}/contacts` */
  replaceContacts: UpdateConfirmation;
  /** `GET /customers/{customerId}/cases` */
  listCases: CaseList;
  /** `GET /customers/{customerId}/preferences` */
  listPreferences: unknown;
  /** `PATCH /customers/{customerId}/preferences` */
  updatePreferences: unknown;
  /** `GET /customers/{customerId}/tickets` */
  listTickets: TicketList | DisposalTicketList;
  /** `GET /customers/{customerId}/activities/notes` */
  listActivityNotes: NoteActivityList;
  /** `GET /customers/{customerId}/activities/email` */
  listActivityEmails: EmailActivityList;
  /** `GET /customers/{customerId}/activities/issues` */
  listActivityIssues: IssueActivityList;
  /** `GET /customers/{customerId}/cases/{caseId}` */
  getCase: CaseDetailList;
  /** `GET /customers/{customerId}/tickets/{ticketId}` */
  getTicket: TicketDetailList | DisposalTicketDetailList;
  /** `GET /customers/{customerId}/tickets/{ticketId}/surcharges` */
  listTicketSurcharges: TicketSurchargeList;
  /** `GET /customers/{customerId}/tickets/{ticketId}/prices` */
  listTicketPrices: TicketPriceList;
  /** `GET /customers/{customerId}/tickets/{ticketId}/materials` */
  listTicketMaterials: TicketMaterialList;
  /** `GET /customers/{customerId}/contacts/billing` */
  listBillingContacts: ContactList;
  /** `GET /customers/{customerId}/contacts/services` */
  listServiceContacts: ContactList;
  /** `GET /customers/{customerId}/profiles` */
  listProfiles: ProfileList;
  /** `GET /customers/{customerId}/communication-preferences` */
  listCommunicationPreferences: CommunicationPreferenceList;
  /** `PUT /customers/{customerId}/communication-preferences` */
  replaceCommunicationPreferences: UpdateConfirmation;
  /** `GET /preferences/categories` */
  listPreferenceCategories: unknown;
  /** `GET /customers/{customerId}/services/{serviceId}/ETA` */
  getServiceEtaForDate: ServiceEta;
  /** `GET /customers/{customerId}/services/stats` */
  listServiceStats: ServiceStatList;
  /** `GET /customers/{customerId}/services/prices` */
  listServicePrices: unknown;
}

/** The query that each operation takes, by operationId. */
export interface Queries {
  /** `GET /customers/{customerId}/services` */
  listServices: ListServicesQuery;
  /** `GET /customers/{customerId}/invoices` */
  listInvoices: ListInvoicesQuery;
  /** `GET /customers/{customerId}/cases` */
  listCases: ListCasesQuery;
  /** `GET /customers/{customerId}/tickets` */
  listTickets: ListTicketsQuery;
  /** `GET /customers/{customerId}/activities/notes` */
  listActivityNotes: ListActivityNotesQuery;
  /** `GET /customers/{customerId}/activities/email` */
  listActivityEmails: ListActivityEmailsQuery;
  /** `GET /customers/{customerId}/activities/issues` */
  listActivityIssues: ListActivityIssuesQuery;
  /** `GET /customers/{customerId}/tickets/{ticketId}` */
  getTicket: GetTicketQuery;
  /** `GET /customers/{customerId}/tickets/{ticketId}/surcharges` */
  listTicketSurcharges: ListTicketSurchargesQuery;
  /** `GET /customers/{customerId}/tickets/{ticketId}/prices` */
  listTicketPrices: ListTicketPricesQuery;
  /** `GET /customers/{customerId}/tickets/{ticketId}/materials` */
  listTicketMaterials: ListTicketMaterialsQuery;
  /** `GET /customers/{customerId}/services/{serviceId}/ETA` */
  getServiceEtaForDate: GetServiceEtaForDateQuery;
  /** `GET /customers/{customerId}/services/stats` */
  listServiceStats: ListServiceStatsQuery;
}

/** The request body that each operation takes, by operationId. */
export interface Requests {
  /** `PATCH /customers/{customerId}/contacts` */
  updateContacts: ContactUpdate;
  /** `PUT /customers/{customerId}/contacts` */
  replaceContacts: ContactsReplacement;
  /** `PATCH /customers/{customerId}/preferences` */
  updatePreferences: PreferencesUpdate;
  /** `PUT /customers/{customerId}/communication-preferences` */
  replaceCommunicationPreferences: CommunicationPreferencesReplacement;
}
