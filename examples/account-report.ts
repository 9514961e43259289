/**
 * Prints a report on an account, for someone who pays WM's bills: `npm start`, or `npm start -- --json`.
 *
 * With WM_CLIENT_ID, WM_TOKEN and WM_CUSTOMER_ID, the data comes from WM (WM_ENVIRONMENT=test for the test environment, WM_BASE_URL for a
 * gateway). Without them, it comes from a mock.
 */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createWmClient,
  WmApiError,
  WmError,
  WmResponseError,
  type WmClient,
  type WmClientOptions,
  type WmCustomer,
  type WmDecodeIssueEvent,
} from "wm-customer-api";
import { startMockServer } from "wm-customer-api/testing";
import { facts, money, table } from "./table.js";

/** Number of disposal tickets shown in detail. Each takes four calls. */
const detailedTickets = 3;

/** Source of the report's data. */
interface Source {
  readonly description: string;
  readonly options: Pick<WmClientOptions, "clientId" | "token" | "environment" | "baseUrl">;
  readonly customerId: string;
  readonly close: () => Promise<void>;
}

/** Output streams of the report. */
interface Output {
  readonly log: (text: string) => void;
  readonly error: (text: string) => void;
}

interface Failure {
  readonly section: string;
  readonly operation: string | undefined;
  readonly status: number | undefined;
  readonly trackingId: string | undefined;
  readonly message: string;
}

/** A part of the report. */
interface Section<Data = unknown> {
  readonly key: string;
  readonly title: string;
  load(): Promise<Data>;
  show(data: Data): string[];
}

/** Identity function, for type inference. */
function section<Data>(definition: Section<Data>): Section<Data> {
  return definition;
}

function accountSections(wm: WmClient, account: WmCustomer): Section[] {
  return [
    section({
      key: "overview",
      title: "Account",
      load: () => wm.overview(),
      show: ({ customerId, accountName, balanceDue, primaryContact, serviceAddress }) =>
        facts({
          Customer: customerId,
          Name: accountName,
          "Balance due": money(balanceDue),
          Contact: words(primaryContact?.first_name, primaryContact?.last_name, primaryContact?.email),
          Address: words(serviceAddress?.street, serviceAddress?.city, serviceAddress?.state, serviceAddress?.zip),
        }),
    }),
    section({
      key: "balance",
      title: "Balance",
      load: () => account.balance(),
      show: ({ billing_name, balance, last_payment_amount, last_payment_date }) => [
        ...facts({ "Billed to": billing_name, "Last payment": words(money(last_payment_amount), last_payment_date && `on ${last_payment_date}`) }),
        ...table(balance, [
          { title: "Age", value: ({ type }) => type },
          { title: "Amount", kind: "money", value: ({ amount }) => amount },
        ]),
      ],
    }),
    section({
      key: "invoices",
      title: "Invoices and their payments",
      load: () => account.invoices.list(),
      show: ({ invoices, balances, currency }) => [
        ...table(invoices, [
          { title: "Invoice", value: ({ id }) => id },
          { title: "Date", value: ({ date }) => date },
          { title: "Amount", kind: "money", value: ({ amount }) => amount },
          { title: "Paid", kind: "money", value: ({ payment_info }) => payment_info?.amount },
          { title: "Paid on", value: ({ payment_info }) => payment_info?.date },
          { title: "Reference", value: ({ payment_info }) => payment_info?.reference_number },
          { title: "Open", kind: "money", value: ({ balance_amount }) => balance_amount },
        ]),
        "",
        `  Open amounts by age${currency ? `, in ${currency}` : ""}`,
        ...table(balances, [
          { title: "Age", value: ({ type }) => type },
          { title: "As of", value: ({ date }) => date },
          { title: "Amount", kind: "money", value: ({ amount }) => amount },
        ]),
      ],
    }),
    section({
      key: "invoiceFees",
      title: "Invoice fees",
      load: () => account.services.invoiceFees(),
      show: ({ services }) =>
        table(
          services.flatMap(({ id, prices }) => (prices ? prices.invoice_fees.map((fee) => ({ service: id, ...fee })) : [])),
          [
            { title: "Service", value: ({ service }) => service },
            { title: "Fee", value: ({ category }) => category },
            { title: "Description", value: ({ sub_category_description, category_description }) => sub_category_description ?? category_description },
            { title: "Rate", kind: "money", value: ({ standard_rate }) => standard_rate },
            { title: "Percent", kind: "money", value: ({ standard_percentage }) => standard_percentage },
            { title: "Amount", kind: "money", value: ({ calculated_rate }) => calculated_rate },
            { title: "Fixed", value: ({ is_fixed_rate, is_fixed_percentage }) => is_fixed_rate ?? is_fixed_percentage },
            { title: "Excluded", value: ({ charge_excluded }) => charge_excluded },
            { title: "Changed", value: ({ modify_dtm }) => modify_dtm?.slice(0, 10) },
          ],
        ),
    }),
    section({
      key: "services",
      title: "Services",
      load: () => account.services.list(),
      show: ({ services }) =>
        table(services, [
          { title: "Service", value: ({ id }) => id },
          { title: "Status", value: ({ status }) => status },
          { title: "Line of business", value: ({ enterprise_catalog, lineOfBusiness }) => enterprise_catalog?.line_of_business ?? lineOfBusiness },
          { title: "Occurs", value: ({ occurs }) => occurs },
          { title: "Material", value: ({ material }) => material?.name },
          { title: "Description", value: ({ enterprise_catalog, serviceName }) => enterprise_catalog?.description ?? serviceName },
        ]),
    }),
    section({
      key: "nextPickup",
      title: "Next pickups",
      load: () => account.services.nextPickup(),
      show: ({ services }) =>
        table(services, [
          { title: "Next", value: ({ next_pickup }) => next_pickup },
          { title: "Schedule", value: ({ pickup_schedule }) => pickup_schedule },
          { title: "Service", value: ({ name }) => name },
        ]),
    }),
    section({
      key: "serviceHistory",
      title: "Service history",
      load: () => account.services.stats({ numberOfDays: 60 }),
      show: ({ services }) =>
        table(services, [
          { title: "Service", value: ({ id }) => id },
          { title: "Planned", value: ({ planned_date }) => planned_date },
          { title: "Status", value: ({ status }) => status },
          { title: "Ticket", value: ({ ticket_number }) => ticket_number },
          { title: "Load", value: ({ ticket_load_type }) => ticket_load_type },
          { title: "Exception", value: ({ exception_reason_code }) => exception_reason_code },
        ]),
    }),
  ];
}

function disposalTickets(account: WmCustomer) {
  return section({
    key: "disposalTickets",
    title: "Disposal tickets",
    load: () => account.tickets.list({ ticketType: "disposal" }),
    show: ({ tickets }) =>
      table(tickets, [
        { title: "Ticket", value: ({ id }) => id },
        { title: "Date", value: ({ date }) => date?.slice(0, 10) },
        { title: "Status", value: ({ status }) => status },
        { title: "Site", value: ({ site_name }) => site_name },
        { title: "Amount", kind: "money", value: ({ amount }) => amount },
      ]),
  });
}

/** Weight, price, materials and surcharges of one disposal ticket. */
function ticketSections({ tickets }: WmCustomer, id: string): Section[] {
  return [
    section({
      key: `ticket-${id}-weight`,
      title: `Disposal ticket ${id}: weight`,
      load: () => tickets.get(id, { ticketType: "disposal" }),
      show: ({ tickets: details }) =>
        table(details, [
          { title: "Site", value: ({ site }) => site?.name },
          { title: "Gross", kind: "number", value: ({ weight }) => weight?.gross },
          { title: "Tare", kind: "number", value: ({ weight }) => weight?.tare },
          { title: "Net", kind: "number", value: ({ weight }) => weight?.net },
          { title: "Unit", value: ({ weight }) => weight?.uom },
          { title: "Vehicle", value: ({ vehicle }) => vehicle?.number },
          { title: "Total", kind: "money", value: ({ amount }) => amount },
        ]),
    }),
    section({
      key: `ticket-${id}-price`,
      title: `Disposal ticket ${id}: price`,
      load: () => tickets.prices(id),
      show: ({ tickets: prices }) =>
        table(prices, [
          { title: "Material", kind: "money", value: ({ material_subtotal }) => material_subtotal },
          { title: "Surcharge", kind: "money", value: ({ surcharge }) => surcharge },
          { title: "Tax", kind: "money", value: ({ tax }) => tax },
          { title: "Total", kind: "money", value: ({ amount }) => amount },
          { title: "Currency", value: ({ currency }) => currency },
        ]),
    }),
    section({
      key: `ticket-${id}-materials`,
      title: `Disposal ticket ${id}: materials`,
      load: () => tickets.materials(id),
      show: ({ tickets: materials }) =>
        table(
          materials.flatMap(({ site_name, details }) => (details.length > 0 ? details : [{}]).map((detail) => ({ site_name, ...detail }))),
          [
            { title: "Site", value: ({ site_name }) => site_name },
            { title: "Material", value: ({ material_name, description }) => material_name ?? description },
            { title: "Volume", kind: "number", value: ({ volume }) => volume },
            { title: "Weight", kind: "number", value: ({ rounded_net_weight }) => rounded_net_weight },
            { title: "Unit", value: ({ rounded_net_uom }) => rounded_net_uom },
          ],
        ),
    }),
    section({
      key: `ticket-${id}-surcharges`,
      title: `Disposal ticket ${id}: surcharges`,
      load: () => tickets.surcharges(id),
      show: ({ tickets: surcharges }) =>
        table(
          surcharges.flatMap(({ site_name, details }) => details.map((detail) => ({ site_name, ...detail }))),
          [
            { title: "Site", value: ({ site_name }) => site_name },
            { title: "Surcharge", value: ({ surcharge_name, description }) => surcharge_name ?? description },
            { title: "Quantity", kind: "number", value: ({ billed_quantity }) => billed_quantity },
            { title: "Unit", value: ({ rate_uom }) => rate_uom },
            { title: "Rate", kind: "money", value: ({ rate_per_unit }) => rate_per_unit },
            { title: "Amount", kind: "money", value: ({ amount }) => amount },
          ],
        ),
    }),
  ];
}

function words(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(" ") || "-";
}

function failureOf(title: string, error: unknown): Failure {
  const known = error instanceof WmError ? error : undefined;
  return {
    section: title,
    operation: known?.operation,
    status: error instanceof WmApiError || error instanceof WmResponseError ? error.status : undefined,
    trackingId: known?.trackingId,
    message: error instanceof Error ? error.message : String(error),
  };
}

function showFailure({ operation, status, trackingId, message }: Failure): string[] {
  const what = [`operation ${operation ?? "unknown"}`, status === undefined ? "no status" : `status ${status}`, `tracking id ${trackingId ?? "none"}`];
  return [`  FAILED: ${what.join(", ")}`, `  ${message}`];
}

/** Chooses the source by environment variables. */
async function sourceFrom(env: NodeJS.ProcessEnv): Promise<Source> {
  const { WM_CLIENT_ID: clientId, WM_TOKEN: token, WM_CUSTOMER_ID: customerId, WM_ENVIRONMENT: environment, WM_BASE_URL: baseUrl } = env;
  if (!clientId && !token && !customerId) {
    const mock = await startMockServer();
    return {
      description: "the embedded mock. Its samples are from different pages and do not add up; for real data, set WM_CLIENT_ID, WM_TOKEN and WM_CUSTOMER_ID",
      options: { clientId: "mock", token: "mock", baseUrl: mock.url },
      customerId: "123456789",
      close: () => mock.close(),
    };
  }
  if (!clientId || !token || !customerId) throw new Error("Set WM_CLIENT_ID, WM_TOKEN and WM_CUSTOMER_ID, or none of them to use the embedded mock.");
  if (environment && environment !== "production" && environment !== "test") throw new Error("WM_ENVIRONMENT must be production or test.");
  return {
    description: baseUrl || `WM, ${environment || "production"} environment`,
    options: { clientId, token, environment: environment === "test" ? "test" : "production", baseUrl: baseUrl || undefined },
    customerId,
    close: () => Promise.resolve(),
  };
}

/** Loads and prints the report. Returns the exit code: 0 if every section was loaded, 1 if one failed. */
async function report(source: Source, asJson: boolean, output: Output): Promise<number> {
  const print = (...lines: string[]) => {
    if (!asJson) output.log(lines.join("\n"));
  };
  const issues: WmDecodeIssueEvent[] = [];
  const failures: Failure[] = [];
  const data: Record<string, unknown> = {};

  const wm = createWmClient({ ...source.options, hooks: { decodeIssue: (issue) => issues.push(issue) } });
  const account = wm.customer(source.customerId);

  const run = async <Data>(part: Section<Data>): Promise<Data | undefined> => {
    print("", part.title);
    try {
      const loaded = await part.load();
      data[part.key] = loaded;
      print(...part.show(loaded));
      return loaded;
    } catch (error) {
      const failure = failureOf(part.title, error);
      failures.push(failure);
      print(...showFailure(failure));
      return undefined;
    }
  };

  print(`Account report for customer ${source.customerId}`, `Source: ${source.description}`);
  for (const part of accountSections(wm, account)) await run(part);
  const list = await run(disposalTickets(account));
  const known = list ? list.tickets.flatMap(({ id }) => id ?? []) : [];
  const ids = known.slice(0, detailedTickets);
  if (known.length > ids.length) print(`  The details of the first ${ids.length} of ${known.length} follow.`);
  for (const part of ids.flatMap((id) => ticketSections(account, id))) await run(part);

  if (issues.length > 0) {
    print("", "Values that deviate from WM's reference");
    print(
      ...table(issues, [
        { title: "Operation", value: ({ operation }) => operation },
        { title: "Path", value: ({ path }) => path },
        { title: "Value", value: ({ value }) => JSON.stringify(value) },
        { title: "Reason", value: ({ reason }) => reason },
      ]),
    );
  }
  if (asJson)
    output.log(
      JSON.stringify(
        { customerId: source.customerId, source: source.description, ...data, detailedTickets: `${ids.length} of ${known.length}`, failures, issues },
        undefined,
        2,
      ),
    );
  else print("", failures.length === 0 ? "Complete." : `${failures.length} section(s) failed: ${failures.map((failure) => failure.section).join("; ")}.`);
  return failures.length === 0 ? 0 : 1;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const unknown = args.find((arg) => arg !== "--json");
  if (unknown !== undefined) throw new Error(`Unknown option ${unknown}. Options: --json prints one JSON document.`);
  const source = await sourceFrom(env);
  try {
    return await report(source, args.includes("--json"), output);
  } finally {
    await source.close();
  }
}

/** Runs the command. Returns the exit code: 0 or 1 for a report, 2 if there is none. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  return run(args, env, output).catch((error: unknown) => {
    output.error(error instanceof Error ? error.message : String(error));
    return 2;
  });
}

if (realpathSync(process.argv[1]!) === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2), process.env, console);
