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
import { asMoney, asNumber, facts, money, table } from "./table.js";

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

function section<Data>(key: string, title: string, load: () => Promise<Data>, show: (data: Data) => string[]): Section<Data> {
  return { key, title, load, show };
}

function accountSections(wm: WmClient, account: WmCustomer): Section[] {
  return [
    section(
      "overview",
      "Account",
      () => wm.overview(),
      ({ customerId, accountName, balanceDue, primaryContact, serviceAddress }) =>
        facts({
          Customer: customerId,
          Name: accountName,
          "Balance due": money(balanceDue),
          Contact: words(primaryContact?.first_name, primaryContact?.last_name, primaryContact?.email),
          Address: words(serviceAddress?.street, serviceAddress?.city, serviceAddress?.state, serviceAddress?.zip),
        }),
    ),
    section(
      "balance",
      "Balance",
      () => account.balance(),
      ({ billing_name, balance, last_payment_amount, last_payment_date }) => [
        ...facts({ "Billed to": billing_name, "Last payment": words(money(last_payment_amount), last_payment_date && `on ${last_payment_date}`) }),
        ...table(balance, {
          Age: ({ type }) => type,
          Amount: asMoney(({ amount }) => amount),
        }),
      ],
    ),
    section(
      "invoices",
      "Invoices and their payments",
      () => account.invoices.list(),
      ({ invoices, balances, currency }) => [
        ...table(invoices, {
          Invoice: ({ id }) => id,
          Date: ({ date }) => date,
          Amount: asMoney(({ amount }) => amount),
          Paid: asMoney(({ payment_info }) => payment_info?.amount),
          "Paid on": ({ payment_info }) => payment_info?.date,
          Reference: ({ payment_info }) => payment_info?.reference_number,
          Open: asMoney(({ balance_amount }) => balance_amount),
        }),
        "",
        `  Open amounts by age${currency ? `, in ${currency}` : ""}`,
        ...table(balances, {
          Age: ({ type }) => type,
          "As of": ({ date }) => date,
          Amount: asMoney(({ amount }) => amount),
        }),
      ],
    ),
    section(
      "invoiceFees",
      "Invoice fees",
      () => account.services.invoiceFees(),
      ({ services }) =>
        table(
          services.flatMap(({ id, prices }) => (prices ? prices.invoice_fees.map((fee) => ({ service: id, ...fee })) : [])),
          {
            Service: ({ service }) => service,
            Fee: ({ category }) => category,
            Description: ({ sub_category_description, category_description }) => sub_category_description ?? category_description,
            Rate: asMoney(({ standard_rate }) => standard_rate),
            Percent: asMoney(({ standard_percentage }) => standard_percentage),
            Amount: asMoney(({ calculated_rate }) => calculated_rate),
            Fixed: ({ is_fixed_rate, is_fixed_percentage }) => is_fixed_rate ?? is_fixed_percentage,
            Excluded: ({ charge_excluded }) => charge_excluded,
            Changed: ({ modify_dtm }) => modify_dtm?.slice(0, 10),
          },
        ),
    ),
    section(
      "services",
      "Services",
      () => account.services.list(),
      ({ services }) =>
        table(services, {
          Service: ({ id }) => id,
          Status: ({ status }) => status,
          "Line of business": ({ enterprise_catalog, lineOfBusiness }) => enterprise_catalog?.line_of_business ?? lineOfBusiness,
          Occurs: ({ occurs }) => occurs,
          Material: ({ material }) => material?.name,
          Description: ({ enterprise_catalog, serviceName }) => enterprise_catalog?.description ?? serviceName,
        }),
    ),
    section(
      "nextPickup",
      "Next pickups",
      () => account.services.nextPickup(),
      ({ services }) =>
        table(services, {
          Next: ({ next_pickup }) => next_pickup,
          Schedule: ({ pickup_schedule }) => pickup_schedule,
          Service: ({ name }) => name,
        }),
    ),
    section(
      "serviceHistory",
      "Service history",
      () => account.services.stats({ numberOfDays: 60 }),
      ({ services }) =>
        table(services, {
          Service: ({ id }) => id,
          Planned: ({ planned_date }) => planned_date,
          Status: ({ status }) => status,
          Ticket: ({ ticket_number }) => ticket_number,
          Load: ({ ticket_load_type }) => ticket_load_type,
          Exception: ({ exception_reason_code }) => exception_reason_code,
        }),
    ),
  ];
}

function disposalTickets(account: WmCustomer) {
  return section(
    "disposalTickets",
    "Disposal tickets",
    () => account.tickets.list({ ticketType: "disposal" }),
    ({ tickets }) =>
      table(tickets, {
        Ticket: ({ id }) => id,
        Date: ({ date }) => date?.slice(0, 10),
        Status: ({ status }) => status,
        Site: ({ site_name }) => site_name,
        Amount: asMoney(({ amount }) => amount),
      }),
  );
}

/** Weight, price, materials and surcharges of one disposal ticket. */
function ticketSections({ tickets }: WmCustomer, id: string): Section[] {
  const part = <Data>(name: string, load: () => Promise<Data>, show: (data: Data) => string[]) =>
    section(`ticket-${id}-${name}`, `Disposal ticket ${id}: ${name}`, load, show);
  return [
    part(
      "weight",
      () => tickets.get(id, { ticketType: "disposal" }),
      ({ tickets: details }) =>
        table(details, {
          Site: ({ site }) => site?.name,
          Gross: asNumber(({ weight }) => weight?.gross),
          Tare: asNumber(({ weight }) => weight?.tare),
          Net: asNumber(({ weight }) => weight?.net),
          Unit: ({ weight }) => weight?.uom,
          Vehicle: ({ vehicle }) => vehicle?.number,
          Total: asMoney(({ amount }) => amount),
        }),
    ),
    part(
      "price",
      () => tickets.prices(id),
      ({ tickets: prices }) =>
        table(prices, {
          Material: asMoney(({ material_subtotal }) => material_subtotal),
          Surcharge: asMoney(({ surcharge }) => surcharge),
          Tax: asMoney(({ tax }) => tax),
          Total: asMoney(({ amount }) => amount),
          Currency: ({ currency }) => currency,
        }),
    ),
    part(
      "materials",
      () => tickets.materials(id),
      ({ tickets: materials }) =>
        table(
          materials.flatMap(({ site_name, details }) => (details.length > 0 ? details : [{}]).map((detail) => ({ site_name, ...detail }))),
          {
            Site: ({ site_name }) => site_name,
            Material: ({ material_name, description }) => material_name ?? description,
            Volume: asNumber(({ volume }) => volume),
            Weight: asNumber(({ rounded_net_weight }) => rounded_net_weight),
            Unit: ({ rounded_net_uom }) => rounded_net_uom,
          },
        ),
    ),
    part(
      "surcharges",
      () => tickets.surcharges(id),
      ({ tickets: surcharges }) =>
        table(
          surcharges.flatMap(({ site_name, details }) => details.map((detail) => ({ site_name, ...detail }))),
          {
            Site: ({ site_name }) => site_name,
            Surcharge: ({ surcharge_name, description }) => surcharge_name ?? description,
            Quantity: asNumber(({ billed_quantity }) => billed_quantity),
            Unit: ({ rate_uom }) => rate_uom,
            Rate: asMoney(({ rate_per_unit }) => rate_per_unit),
            Amount: asMoney(({ amount }) => amount),
          },
        ),
    ),
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
      options: { clientId: "example-client", token: "example-token-not-a-secret", baseUrl: mock.url },
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
      ...table(issues, {
        Operation: ({ operation }) => operation,
        Path: ({ path }) => path,
        Value: ({ value }) => JSON.stringify(value),
        Reason: ({ reason }) => reason,
      }),
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

/** Runs the command. Returns the exit code: 0 or 1 for a report, 2 without one. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  return run(args, env, output).catch((error: unknown) => {
    output.error(error instanceof Error ? error.message : String(error));
    return 2;
  });
}

if (realpathSync(process.argv[1]!) === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2), process.env, console);
