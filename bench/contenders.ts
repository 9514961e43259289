/** The measured clients. Each is used as documented, and makes the same calls with the same headers. */
import type { ClientOptions } from "openapi-fetch";
import { PlainRequest } from "../src/http.js";
import type { WmClient, WmHooks } from "../src/index.js";
import type { Settings } from "./orval-fetch.js";

/** Target of the calls. */
export interface Target {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

/** The calls that every client makes. Each resolves to the response body. */
export interface Calls {
  services(): Promise<unknown>;
  invoice(): Promise<unknown>;
  updateContacts(): Promise<unknown>;
}

/** Features of a client. Missing ones are left to its users. */
export interface Features {
  readonly authentication: string;
  readonly trackingIds: string;
  readonly retry: string;
  readonly timeout: string;
  readonly errors: string;
  readonly decoding: string;
}

export interface Contender {
  readonly name: string;
  readonly features: Features;
  /** Whether it decodes bodies. */
  readonly isDecoded: boolean;
  connect(target: Target): Promise<Calls>;
}

export const clientId = "bench";
export const customerId = "123456789";
export const invoiceId = "1051117";
export const contactUpdate = { email: "ap@example.com" };

/** A token that expires in 2096, so that its expiry is checked like a real one. */
export const token = `header.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.signature`;

const line_of_business = "COMMERCIAL";
const accept = { Accept: "application/json" };

/** The headers that the spec requires for every operation. */
const identity = () => ({ ClientId: clientId, "Request-Tracking-Id": crypto.randomUUID() });
const bearer = () => ({ ...accept, ...identity(), Authorization: `Bearer ${token}` });

/** Compiled by the bench before it is loaded, so TypeScript cannot resolve it. */
async function generated<T>(file: string): Promise<T> {
  return (await import(new URL(`generated/${file}`, import.meta.url).href)) as T;
}

const none: Features = { authentication: "no", trackingIds: "no", retry: "no", timeout: "no", errors: "no", decoding: "no" };

/** The timeout that the façade has by default, for clients that have none. */
const timeout = () => ({ signal: AbortSignal.timeout(30_000) });

const bareFetch: Contender = {
  name: "bare fetch",
  features: none,
  isDecoded: false,
  async connect({ baseUrl, fetch }) {
    const customer = `${baseUrl}/customers/${customerId}`;
    const get = async (url: string): Promise<unknown> => (await fetch(url, { method: "GET", headers: bearer() })).json();
    return {
      services: () => get(`${customer}/services?line_of_business=${line_of_business}`),
      invoice: () => get(`${customer}/invoices/${invoiceId}`),
      async updateContacts() {
        const headers = { ...bearer(), "Content-Type": "application/json" };
        const response = await fetch(`${customer}/contacts`, { method: "PATCH", headers, body: JSON.stringify(contactUpdate) });
        return response.json();
      },
    };
  },
};

/** openapi-fetch, used as documented. `init` is added to every call, `options` to those of the client. */
function openapiFetch(
  name: string,
  timeout: string,
  init: () => { readonly signal?: AbortSignal },
  options: (fetch: Target["fetch"]) => ClientOptions = (fetch) => ({ fetch }),
): Contender {
  return {
    name,
    features: { ...none, authentication: "a static header", timeout, errors: "in the result" },
    isDecoded: false,
    async connect({ baseUrl, fetch }) {
      const { default: createClient } = await import("openapi-fetch");
      const headers = { ...accept, Authorization: `Bearer ${token}` };
      const client = createClient<import("../generated/wire.js").paths>({ baseUrl, headers, ...options(fetch) });
      const path = { customerId };
      const header = identity;
      return {
        services: async () =>
          (await client.GET("/customers/{customerId}/services", { ...init(), params: { path, query: { line_of_business }, header: header() } })).data,
        invoice: async () =>
          (await client.GET("/customers/{customerId}/invoices/{invoiceId}", { ...init(), params: { path: { customerId, invoiceId }, header: header() } })).data,
        updateContacts: async () =>
          (await client.PATCH("/customers/{customerId}/contacts", { ...init(), params: { path, header: header() }, body: contactUpdate })).data,
      };
    },
  };
}

/** The operations of a generated client, by the spec's names. */
type Operations<Args extends unknown[], Result> = Record<"listServices" | "getInvoiceDetails" | "updateContacts", (...args: Args) => Promise<Result>>;

/** The argument of an operation of Redocly's or Hey API's client. */
interface Args {
  readonly path: object;
  readonly headers: object;
  readonly query?: object;
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** The calls of a client whose operations take {@link Args}. `init` is added to every call. */
function generatedCalls<Result>(client: Operations<[Args], Result>, init: () => { readonly signal?: AbortSignal }, bodyOf: (result: Result) => unknown): Calls {
  const path = { customerId };
  return {
    services: async () => bodyOf(await client.listServices({ ...init(), path, query: { line_of_business }, headers: identity() })),
    invoice: async () => bodyOf(await client.getInvoiceDetails({ ...init(), path: { customerId, invoiceId }, headers: identity() })),
    updateContacts: async () => bodyOf(await client.updateContacts({ ...init(), path, headers: identity(), body: contactUpdate })),
  };
}

interface Redocly {
  createClient(operations: unknown, config: object): Operations<[Args], unknown>;
  readonly OPERATIONS: unknown;
}

const redocly: Contender = {
  name: "redocly generate-client",
  features: { ...none, authentication: "string or function", retry: "yes", timeout: "yes", errors: "thrown" },
  isDecoded: false,
  async connect({ baseUrl, fetch }) {
    const { createClient, OPERATIONS } = await generated<Redocly>("redocly.js");
    // All features are on, as for the façade. The header that names the generator is off: no other client sends one.
    const features = { auth: { bearer: async () => token }, headers: accept, retry: { retries: 2 }, timeout: 30_000, clientHeader: false };
    const client = createClient(OPERATIONS, { serverUrl: baseUrl, fetch, ...features });
    return generatedCalls(
      client,
      () => ({}),
      (body) => body,
    );
  },
};

interface HeyApi extends Operations<[Args], { readonly data: unknown }> {
  readonly client: { setConfig(config: object): void };
}

const heyApi: Contender = {
  name: "hey-api (client-fetch)",
  features: { ...none, authentication: "string or function", timeout: "by a signal", errors: "in the result" },
  isDecoded: false,
  async connect({ baseUrl, fetch }) {
    const sdk = await generated<HeyApi>("hey-api.js");
    sdk.client.setConfig({ baseUrl, fetch, auth: async () => token, headers: accept });
    return generatedCalls(sdk, timeout, ({ data }) => data);
  },
};

interface Orval extends Operations<[customerId: string, ...others: unknown[]], { readonly data: unknown }> {
  readonly settings: Settings;
}

const orval: Contender = {
  name: "orval (fetch)",
  features: { ...none, timeout: "by a signal", errors: "in the result" },
  isDecoded: false,
  async connect({ baseUrl, fetch }) {
    const client = await generated<Orval>("orval.js");
    Object.assign(client.settings, { baseUrl, fetch, headers: bearer });
    return {
      services: async () => (await client.listServices(customerId, { line_of_business }, timeout())).data,
      invoice: async () => (await client.getInvoiceDetails(customerId, invoiceId, timeout())).data,
      updateContacts: async () => (await client.updateContacts(customerId, contactUpdate, timeout())).data,
    };
  },
};

/** The package as published. */
async function connectFacade({ baseUrl, fetch }: Target, hooks: WmHooks = {}): Promise<WmClient> {
  const { createWmClient } = (await import(new URL("../dist/index.js", import.meta.url).href)) as typeof import("../src/index.js");
  return createWmClient({ clientId, token: async () => token, baseUrl, fetch, hooks });
}

const facadeFeatures: Features = {
  authentication: "string or function, renewed in time and after a 401",
  trackingIds: "yes",
  retry: "yes",
  timeout: "yes, body included",
  errors: "thrown, of six classes",
  decoding: "yes",
};

function facadeCalls(wm: WmClient): Calls {
  const account = wm.customer(customerId);
  return {
    services: () => account.services.list({ lineOfBusiness: line_of_business }),
    invoice: () => account.invoices.get(invoiceId),
    updateContacts: () => account.contacts.update(contactUpdate),
  };
}

const facade: Contender = {
  name: "wm-customer-api",
  features: facadeFeatures,
  isDecoded: true,
  connect: async (target) => facadeCalls(await connectFacade(target)),
};

const observe = () => undefined;

const observed: Contender = {
  name: "wm-customer-api, all hooks",
  features: facadeFeatures,
  isDecoded: true,
  connect: async (target) =>
    facadeCalls(await connectFacade(target, { request: observe, response: observe, retry: observe, error: observe, decodeIssue: observe })),
};

const raw: Contender = {
  name: "wm.raw",
  features: { ...facadeFeatures, errors: "in the result", decoding: "no" },
  isDecoded: false,
  async connect(target) {
    const { raw: client } = await connectFacade(target);
    const path = { customerId };
    return {
      services: async () => (await client.GET("/customers/{customerId}/services", { params: { path, query: { line_of_business } } })).data,
      invoice: async () => (await client.GET("/customers/{customerId}/invoices/{invoiceId}", { params: { path: { customerId, invoiceId } } })).data,
      updateContacts: async () => (await client.PATCH("/customers/{customerId}/contacts", { params: { path }, body: contactUpdate })).data,
    };
  },
};

const withoutTimeout = openapiFetch("openapi-fetch", "no", () => ({}));
const withTimeout = openapiFetch("openapi-fetch, timeout", "by a signal", timeout);

/** The floor of `wm.raw`: without a global Request, with a timer that ends with the response, and without any other feature. */
const minimal = openapiFetch(
  "openapi-fetch, minimal",
  "yes, body included",
  () => ({}),
  (fetch) => ({ Request: PlainRequest as never, fetch: (request) => readInTime(fetch, request) }),
);

/** Sends a request and reads the response within 30 seconds. Resolves to the members of a response that openapi-fetch reads. */
async function readInTime(fetch: Target["fetch"], { url, method, headers, body }: Request): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 30_000);
  try {
    const response = await fetch(url, { method, headers, body, signal: controller.signal });
    const text = await response.text();
    return { ok: response.ok, status: response.status, headers: response.headers, text: () => text, json: () => JSON.parse(text) } as never;
  } finally {
    clearTimeout(timer);
  }
}

/** The first is the base for comparisons with bare `fetch`, the second for those with a client. */
export const contenders: readonly Contender[] = [bareFetch, withTimeout, withoutTimeout, minimal, redocly, heyApi, orval, facade, observed, raw];

/** The clients that others use instead. Each has a timeout, as the façade has. */
export const peers = [withTimeout, redocly, heyApi, orval].map(({ name }) => name);
