import type { RequestOptions, WmClient } from "wm-customer-api";

/** A call of the client, of either kind and any method, as the fault suite makes it. */
export interface Caller {
  readonly name: string;
  /** What errors and events say. */
  readonly operation: string;
  readonly method: "GET" | "PUT" | "PATCH";
  readonly path: string;
  readonly raw: boolean;
  /** What each of its requests asks for and carries. */
  readonly url: string;
  readonly body: string;
  readonly call: (wm: WmClient, options?: RequestOptions) => Promise<unknown>;
}

/** What a call through `wm.raw` resolves to, as far as it can be compared. */
export interface RawOutcome {
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
}

interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** `wm.raw` for bodies that the spec does not have. */
type AnyRaw = Readonly<Record<"GET" | "PUT" | "PATCH", (path: string, init: object) => Promise<RawResult>>>;

const customerId = "000123";
const contacts = "/customers/{customerId}/contacts";
// Characters of two, three and four bytes, so that a body that is decoded and encoded wrongly on its way is noticed.
const change = { email: "zoë@example.com", phone: "€ 𝄞 \u2028" };
const changeJson = JSON.stringify(change);
const replacement = { contacts: [{ name: "€ 𝄞 \u2028", email: "zoë@example.com" }] };

const isAbsent = (value: unknown) => value === undefined;

async function outcome(result: Promise<RawResult>): Promise<RawOutcome> {
  const { data, error, response } = await result;
  return { status: response.status, ...(isAbsent(data) ? {} : { data }), ...(isAbsent(error) ? {} : { error }) };
}

const rawChange =
  (method: "PUT" | "PATCH"): Caller["call"] =>
  (wm, options) =>
    outcome((wm.raw as unknown as AnyRaw)[method](contacts, { ...options, params: { path: { customerId } }, body: change }));

const changeUrl = `/customers/${customerId}/contacts`;

export const overview: Caller = {
  name: "GET",
  operation: "getCustomerOverview",
  method: "GET",
  path: "/customers",
  raw: false,
  url: "/customers",
  body: "",
  call: (wm, options) => wm.overview(options),
};

export const rawGet: Caller = {
  name: "raw GET",
  operation: "GET /customers",
  method: "GET",
  path: "/customers",
  raw: true,
  url: "/customers",
  body: "",
  call: (wm, options) => outcome((wm.raw as unknown as AnyRaw).GET("/customers", { ...options })),
};

export const rawPut: Caller = {
  name: "raw PUT",
  operation: `PUT ${contacts}`,
  method: "PUT",
  path: contacts,
  raw: true,
  url: changeUrl,
  body: changeJson,
  call: rawChange("PUT"),
};

export const put: Caller = {
  name: "PUT",
  operation: "replaceContacts",
  method: "PUT",
  path: contacts,
  raw: false,
  url: changeUrl,
  body: JSON.stringify(replacement),
  call: (wm, options) => wm.customer(customerId).contacts.replace(replacement, options),
};

export const patch: Caller = {
  name: "PATCH",
  operation: "updateContacts",
  method: "PATCH",
  path: contacts,
  raw: false,
  url: changeUrl,
  body: changeJson,
  call: (wm, options) => wm.customer(customerId).contacts.update(change, options),
};

export const rawPatch: Caller = {
  name: "raw PATCH",
  operation: `PATCH ${contacts}`,
  method: "PATCH",
  path: contacts,
  raw: true,
  url: changeUrl,
  body: changeJson,
  call: rawChange("PATCH"),
};

/** Those whose call may be made again without harm, and those whose may not. */
export const repeatable = [overview, put, rawGet, rawPut] as const;
export const unrepeatable = [patch, rawPatch] as const;
