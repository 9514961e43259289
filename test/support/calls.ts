import type { RequestOptions, WmClient } from "wm-customer-api";

/** A call of the client, and what its requests, errors and events have. */
export interface Caller {
  readonly name: string;
  readonly operation: string;
  readonly method: "GET" | "PUT" | "PATCH";
  /** The path template. */
  readonly path: string;
  readonly raw: boolean;
  readonly url: string;
  readonly body: string;
  readonly call: (wm: WmClient, options?: RequestOptions) => Promise<unknown>;
}

interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** `wm.raw` with init and bodies that the spec does not have. Resolves to the parts of the result that are defined. */
export async function callRaw(wm: WmClient, method: Caller["method"], path: string, init: object = {}): Promise<object> {
  const raw = wm.raw as unknown as Readonly<Record<string, (path: string, init: object) => Promise<RawResult>>>;
  const { data, error, response } = await raw[method]!(path, init);
  return { status: response.status, ...(data !== undefined && { data }), ...(error !== undefined && { error }) };
}

// Characters of two, three and four bytes: a wrong encoding would change them.
const change = { email: "zoë@example.com", phone: "€ 𝄞 \u2028" };
const params = { path: { customerId: "000123" } };
const contacts = "/customers/{customerId}/contacts";
const read = { method: "GET", path: "/customers", url: "/customers", body: "" } as const;
const write = { path: contacts, url: "/customers/000123/contacts", body: JSON.stringify(change) } as const;

export const overview: Caller = { ...read, name: "GET", operation: "getCustomerOverview", raw: false, call: (wm, options) => wm.overview(options) };

export const rawGet: Caller = {
  ...read,
  name: "raw GET",
  operation: "GET /customers",
  raw: true,
  call: (wm, options) => callRaw(wm, "GET", "/customers", options),
};

export const patch: Caller = {
  ...write,
  name: "PATCH",
  operation: "updateContacts",
  method: "PATCH",
  raw: false,
  call: (wm, options) => wm.customer("000123").contacts.update(change, options),
};

export const rawPut: Caller = {
  ...write,
  name: "raw PUT",
  operation: `PUT ${contacts}`,
  method: "PUT",
  raw: true,
  call: (wm, options) => callRaw(wm, "PUT", contacts, { ...options, params, body: change }),
};

/** A call of each class: read, read through `wm.raw`, and an update, which is not safe to repeat. */
export const callers = [overview, rawGet, patch] as const;
