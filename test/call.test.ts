import { fork } from "node:child_process";
import { setImmediate } from "node:timers/promises";
import { createWmClient, type RequestOptions, type WmClient, WmConfigError, type WmCustomer, type WmDecodeIssueEvent, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { wireQuery } from "../src/call.js";
import { clientOnManualClock, credentials, rejection, secret } from "./support/client.js";
import { empty, text } from "./support/faults.js";
import { type Handler, inTurn, json, serve } from "./support/server.js";
import { operations } from "./support/spec.js";
import { unhandledRejections } from "./support/unhandled.js";
import { expectNoSecret } from "./support/views.js";

const body = { ivr_fee: "5.0" };
const ofCustomer1 = { params: { path: { customerId: "1" } } };

describe("withResponse()", () => {
  it("resolves to the body and the facts of its response", async () => {
    const { url, requests } = await serve(json(body, 200, { "x-request-id": "7" }));
    const { wm } = clientOnManualClock({ baseUrl: url });

    const result = await wm.customer("1").balance().withResponse();

    expect(Object.keys(result).sort()).toEqual(["attempts", "data", "duration", "headers", "issues", "status", "trackingId"]);
    expect(result.data).toEqual({ ivr_fee: 5, balance: [] });
    expect(result).toMatchObject({ status: 200, attempts: 1, duration: 0, issues: [], trackingId: requests[0]!.headers["request-tracking-id"] });
    expect(result.headers).toBeInstanceOf(Headers);
    expect(["x-request-id", "content-type"].map((name) => result.headers.get(name))).toEqual(["7", "application/json"]);
    expect(requests).toHaveLength(1);
  });

  it("counts all attempts and their duration, and has the tracking id of the last", async () => {
    const { url, requests } = await serve(inTurn(json({}, 503, { "retry-after": "2" }), json({}, 500), json(body)));
    const { wm } = clientOnManualClock({ baseUrl: url });

    const { attempts, duration, trackingId, data } = await wm.customer("1").balance().withResponse();

    expect([attempts, duration]).toEqual([3, 2_600]);
    expect(trackingId).toBe(requests[2]!.headers["request-tracking-id"]);
    expect(data).toEqual({ ivr_fee: 5, balance: [] });
  });

  it("lists the values of this body that did not fit", async () => {
    const { url } = await serve(inTurn(json({ ivr_fee: "a lot", balance: [{ amount: {} }] }), json(body)));
    const { wm } = clientOnManualClock({ baseUrl: url });
    const balance = () => wm.customer("1").balance().withResponse();

    expect((await balance()).issues).toEqual([
      { operation: "getBalance", path: "$.ivr_fee", value: "a lot", reason: "unfit" },
      { operation: "getBalance", path: "$.balance[0].amount", value: {}, reason: "unfit" },
    ]);
    expect((await balance()).issues).toEqual([]);
  });

  it("sends nothing more, however often it is called", async () => {
    const { url, requests } = await serve(json(body));
    const call = createWmClient({ ...credentials, baseUrl: url })
      .customer("1")
      .balance();

    const [data, first, second] = await Promise.all([call, call.withResponse(), call.withResponse()]);
    const third = await call.withResponse();

    expect(data).toBe(first.data);
    expect([second.data, third.data]).toEqual([data, data]);
    expect(third.trackingId).toBe(first.trackingId);
    expect(third.duration).toBe(first.duration);
    expect(requests).toHaveLength(1);
  });

  it("has the response's headers without cookies, as an object in JSON, tokens redacted", async () => {
    const { url } = await serve(json(body, 200, { "set-cookie": "session=abc", "x-echo": `Bearer ${secret}`, "x-key": "k" }));

    const { headers } = await createWmClient({ ...credentials, baseUrl: url })
      .customer("1")
      .balance()
      .withResponse();

    expect(headers.has("set-cookie")).toBe(false);
    expect(headers.getSetCookie()).toEqual([]);
    expect(JSON.parse(JSON.stringify(headers))).toMatchObject({ "x-echo": "Bearer [redacted]", "x-key": "k", "content-type": "application/json" });
    expect(Object.keys(headers)).toEqual([]);
    expectNoSecret(headers);
  });

  it("has an undefined body for an undocumented answer without one", async () => {
    const { url } = await serve(empty(204));

    const { data, status } = await createWmClient({ ...credentials, baseUrl: url })
      .customer("1")
      .preferences.list()
      .withResponse();

    expect([data, status]).toEqual([undefined, 204]);
  });

  it("rejects with the error of the call, and leaves no unhandled rejection if it alone is awaited", async () => {
    const rejections = unhandledRejections();
    const { url } = await serve(json({ message: "gone" }, 404));
    const wm = createWmClient({ ...credentials, baseUrl: url });

    const call = wm.customer("1").balance();
    const error = await rejection(call.withResponse());
    await setImmediate();

    expect(error).toMatchObject({ name: "WmApiError", status: 404 });
    expect(await rejection(call)).toBe(error);
    expect(rejections).toEqual([]);
  });

  it("rejects for an argument too", async () => {
    const rejections = unhandledRejections();
    const wm = createWmClient(credentials);

    expect(await rejection(wm.customer("").balance().withResponse())).toBeInstanceOf(WmConfigError);
    expect(await rejection(wm.overview({ timeout: 0 }).withResponse())).toBeInstanceOf(WmConfigError);
    await setImmediate();

    expect(rejections).toEqual([]);
  });

  it.each([
    ["the body", ["WmConnectionError"]],
    ["withResponse", ["WmConnectionError"]],
    ["caught", []],
  ])("leaves one unhandled rejection if nobody awaits the call: %s", async (kind, expected) => {
    const child = fork(new URL("./support/unawaited.ts", import.meta.url), [kind], { execArgv: ["--import", "tsx"] });

    expect(await new Promise((resolve) => child.on("message", resolve))).toEqual(expected);
  });

  it("is an own function of a real promise", async () => {
    const { url } = await serve(json(body));
    const call = createWmClient({ ...credentials, baseUrl: url }).overview();

    expect(call.constructor).toBe(Promise);
    expect(Object.hasOwn(call, "withResponse")).toBe(true);
    await call;
  });
});

/** A client of a server that answers with `{}`, and what it sends and reports. */
async function watched() {
  const { url, requests } = await serve(json({}));
  const events: unknown[] = [];
  return { wm: createWmClient({ ...credentials, baseUrl: url, hooks: { error: ({ error }) => events.push(error) } }), requests, events };
}

describe("an argument", () => {
  const day = "2026-01-31";
  const invoices = (query: object) => (wm: WmClient) => wm.customer("1").invoices.list(query);
  const services = (query: unknown) => (wm: WmClient) => wm.customer("1").services.list(query as never);

  it.each<[string, (wm: WmClient) => Promise<unknown>, string, RegExp]>([
    ["an option", (wm) => wm.overview({ timeout: 0 }), "timeout", /greater than 0/],
    ["a misspelt option", (wm) => wm.overview({ timout: 5 } as RequestOptions), "timout", /did you mean "timeout"\?/],
    ["options that are a function", (wm) => wm.overview((() => undefined) as never), "options", /must be an object/],
    ["a misspelt parameter", invoices({ fromDat: day }), "fromDat", /did you mean "fromDate"\?/],
    ["a parameter in another case", invoices({ fromdate: day }), "fromdate", /did you mean "fromDate"\?/],
    ["a parameter's name on the wire", services({ line_of_business: "COMMERCIAL" }), "line_of_business", /did you mean "lineOfBusiness"\?/],
    ["options instead of a query", invoices({ signal: AbortSignal.abort() }), "signal", /call option; pass it in the last argument/],
    ["a query that is text", services("COMMERCIAL"), "query", /must be an object/],
    ["a query that is a Map", services(new Map()), "query", /must be an object/],
    ["a Date", invoices({ fromDate: new Date() }), "fromDate", /must be a yyyy-MM-dd string, not a Date object/],
    ["a list of days", invoices({ startDate: [day] }), "startDate", /must be an existing day/],
    ["the end of a span before its beginning", invoices({ fromDate: "2026-02-01", toDate: day }), "fromDate", /must not be after toDate/],
    ["such a span by the base's names", invoices({ startDate: "2026-02-01", endDate: day }), "startDate", /must not be after endDate/],
    ["two names of the beginning", invoices({ fromDate: day, startDate: day }), "startDate", /same meaning as fromDate/],
    ["two names of the end", invoices({ toDate: day, endDate: day }), "endDate", /same meaning as toDate/],
    ["an empty value", services({ status: "" }), "status", /must not be empty/],
    ["a value that is an object", services({ status: {} }), "status", /must be a string, a number or a boolean/],
    ["NaN", (wm) => wm.customer("1").services.stats({ numberOfDays: Number.NaN }), "numberOfDays", /finite/],
    ["Infinity", (wm) => wm.customer("1").services.stats({ numberOfDays: Infinity }), "numberOfDays", /finite/],
    ["half a surrogate pair", services({ status: "\ud800" }), "status", /lone surrogate/],
  ])("that is unusable is named by the error, and nothing is sent: %s", async (_, call, argument, message) => {
    const { wm, requests, events } = await watched();

    const error = (await rejection(call(wm))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect(error.argument).toBe(argument);
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`${error.operation}: ${error.message.includes("unknown") ? "" : argument}`)).toBe(true);
    expect([error.attempts, error.trackingId]).toEqual([0, undefined]);
    expect(events).toEqual([error]);
    expect(requests).toEqual([]);
  });

  const boom = new Error("unreadable");
  const fail = () => {
    throw boom;
  };
  const unreadable = (name: string) => Object.defineProperty({}, name, { get: fail, enumerable: true });
  const trap = new Proxy({}, { get: fail, has: fail, ownKeys: fail });
  const rawPatch = (init: object) => (wm: WmClient) => wm.raw.PATCH("/customers/{customerId}/contacts", init as never);
  const options: readonly (readonly [string, object])[] = [
    ["options", trap],
    ...["signal", "timeout", "totalTimeout", "maxRetries", "trackingId", "headers", "context"].map((name) => [name, unreadable(name)] as const),
    ["a header", { headers: unreadable("X-A") }],
    ["a signal", { signal: Object.create(AbortSignal.prototype) as AbortSignal }],
  ];

  it.each<[string, (wm: WmClient) => Promise<unknown>]>([
    ...options.flatMap(([name, value]): [string, (wm: WmClient) => Promise<unknown>][] => [
      [`${name} of the façade`, (wm) => wm.overview(value)],
      [`${name} of wm.raw`, rawPatch(value)],
    ]),
    ["a query", invoices(trap)],
    ["a parameter", invoices(unreadable("fromDate"))],
    ["a body", (wm) => wm.customer("1").contacts.update(trap)],
    ["a field of a body", (wm) => wm.customer("1").contacts.update(unreadable("email"))],
    ["a body of wm.raw", rawPatch({ ...ofCustomer1, body: unreadable("email") })],
    ["parameters of wm.raw", rawPatch(unreadable("params"))],
    ["a path parameter of wm.raw", rawPatch({ params: { path: unreadable("customerId") }, middleware: [{ onRequest: () => undefined }] })],
    ["a serializer of wm.raw", rawPatch({ ...ofCustomer1, body: {}, bodySerializer: fail })],
    ["a path of wm.raw", (wm) => wm.raw.GET(undefined as never)],
  ])("that throws when it is read, or has no use, rejects with a WmConfigError, and nothing is sent: %s", async (_, call) => {
    const { wm, requests, events } = await watched();

    const error = (await rejection(call(wm))) as WmConfigError;

    expect(error).toBeInstanceOf(WmConfigError);
    expect([undefined, boom].includes(error.cause as never) || error.cause instanceof TypeError).toBe(true);
    expect(events).toEqual([error]);
    expect(requests).toEqual([]);
  });

  it.each(["2026-02-30", "2026-13-01", "2025-02-29", "2026-00-10", "2026-1-1", "26-01-01", "01/31/2026", "2026-01-31T00:00:00Z", " 2026-01-31", "today", ""])(
    "is rejected if it is the day %j",
    async (date) => {
      const { wm, requests } = await watched();
      const account = wm.customer("1");
      const calls = {
        fromDate: account.invoices.list({ fromDate: date }),
        endDate: account.invoices.list({ endDate: date }),
        toDate: account.activities.notes({ toDate: date }),
        requestDate: account.services.etaForDate("1", { requestDate: date }),
      };

      for (const [name, call] of Object.entries(calls)) expect(((await rejection(call)) as WmConfigError).argument).toBe(name);
      expect(requests).toEqual([]);
    },
  );

  it("is sent if it is an existing day, and left out if it is null", async () => {
    const { wm, requests } = await watched();

    for (const date of ["2026-01-31", "2024-02-29", "2000-02-29"]) await wm.customer("1").cases.list({ fromDate: date, toDate: date });
    await wm.customer("1").services.list({ lineOfBusiness: null as never, status: undefined });
    await wm.customer("1").cases.list(Object.create({ fromDate: "2026-01-01" }));

    expect(requests.map(({ url }) => url)).toEqual([
      ...["2026-01-31", "2024-02-29", "2000-02-29"].map((date) => `/customers/1/cases?fromDate=${date}&toDate=${date}`),
      "/customers/1/services",
      // Inherited, as the getters of a class are.
      "/customers/1/cases?fromDate=2026-01-01",
    ]);
  });

  it("is not sent if every object has a member of its name, and none was passed", () => {
    const names = { constructor: "constructor", toString: "to_string" };

    expect(wireQuery({}, names)).toEqual({});
    expect(wireQuery({ constructor: "a" }, names)).toEqual({ constructor: "a" });
  });

  it("has a name that ends in Date for every day of the spec, and for nothing else", () => {
    const queries = operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === "query"));

    for (const { name, schema } of queries) expect([name, name.endsWith("Date")]).toEqual([name, schema.format === "date"]);
  });
});

describe("an update", () => {
  const writes: readonly [string, (account: WmCustomer) => Promise<unknown>, unknown][] = [
    ["contacts.replace", (account) => account.contacts.replace({ contacts: [] }), {}],
    ["contacts.update", (account) => account.contacts.update({ email: "ap@example.com" }), undefined],
    ["preferences.update", (account) => account.preferences.update({ autoPayEnrolled: true }), undefined],
    ["communicationPreferences.replace", (account) => account.communicationPreferences.replace({ preferences: [] }), {}],
  ];

  it.each(writes)("rejects if a 200 of %s reports failure, with WM's words", async (_, write) => {
    for (const status of ["Failure", "FAILURE", " failure  "]) {
      const body = { status, error: { code: "42", message: "Not possible", errors: [{ field: "email", message: `no ${secret}` }] } };
      const error = (await rejection(write(await account(json(body))))) as WmResponseError;

      expect(error).toBeInstanceOf(WmResponseError);
      expect([error.status, error.attempts]).toEqual([200, 1]);
      expect(error.details).toEqual([{ field: "email", message: "no [redacted]" }]);
      expect(error.message).toContain("Not possible");
      expect(error.body).toContain("Not possible");
    }
  });

  it.each(writes)("rejects if a failure of %s has its reasons beside the status, or none", async (_, write) => {
    for (const errors of [[{ message: "one" }, { message: "two" }], []]) {
      const error = (await rejection(write(await account(json({ status: " FAILURE", errors }))))) as WmResponseError;

      expect(error).toBeInstanceOf(WmResponseError);
      expect(error.details).toEqual(errors);
      expect(error.message).toContain("the update failed");
    }
  });

  it.each(writes)("resolves if %s succeeds, also without a body", async (_, write, nothing) => {
    expect(await write(await account(json({ request_tracking_id: "1", status: "Success" })))).toMatchObject({ status: "Success" });
    for (const status of [204, 205, 200]) expect(await write(await account((response) => void response.writeHead(status).end()))).toEqual(nothing);
  });
});

async function account(handler: Handler): Promise<WmCustomer> {
  const { url } = await serve(handler);
  return createWmClient({ ...credentials, baseUrl: url, maxRetries: 0 }).customer("1");
}

describe("a 200", () => {
  it.each<[string, object, object[]]>([
    ["an error object", { error: { message: "No access", errors: [{ message: "why" }] } }, [{ message: "why" }]],
    [
      "a list of errors",
      { error: [{ code: "1", message: "No access" }, { message: "second" }], invoices: [] },
      [{ message: "No access" }, { message: "second" }],
    ],
    ["an error that is text", { error: "No access" }, []],
    ["code and message without a declared field", { request_tracking_id: "1", code: 5, message: "No access" }, []],
  ])("rejects with WM's words if it has %s", async (_, body, details) => {
    const error = (await rejection((await account(json(body))).invoices.list())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect([error.status, error.operation]).toEqual([200, "listInvoices"]);
    expect(error.message).toContain("No access");
    expect(error.details).toEqual(details);
  });

  it.each<[string, object]>([
    ["is empty", {}],
    ["has an empty error", { error: "  ", invoices: [] }],
    ["has a null error", { error: null }],
    ["has code and message beside a declared field", { code: 1, message: "fine", invoices: [] }],
    ["has the status of a record", { status: "Failure", invoices: [] }],
  ])("resolves if it %s", async (_, body) => {
    expect((await (await account(json(body))).invoices.list()).invoices).toEqual([]);
  });

  it.each([null, 5, "none", [{}, {}], []])("rejects if it is %j where an object is declared", async (body) => {
    const error = (await rejection((await account(json(body))).balance())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect([error.status, error.body, error.operation, error.attempts]).toEqual([200, JSON.stringify(body), "getBalance", 1]);
    expect(error.message).toContain("expected a JSON object in the body");
  });

  it("resolves if it is a list of one", async () => {
    expect(await (await account(json([{ ivr_fee: "5.0" }]))).balance()).toEqual({ ivr_fee: 5, balance: [] });
  });

  it.each([{ balance: [] }, [], "text", 0, false, null])("resolves to %j where no body is documented", async (body) => {
    expect(await (await account(json(body))).preferences.list()).toEqual(body);
  });

  it("rejects with its first words if it is a login page", async () => {
    const error = (await rejection((await account(text("<html>Sign in</html>"))).balance())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.message).toContain('it begins with "<html>Sign in</html>"');
  });
});

it.each([200, 202, 204, 205])("an empty %i resolves to undefined where no body is documented", async (status) => {
  expect(await (await account((response) => void response.writeHead(status).end())).preferences.list()).toBeUndefined();
});

it.each([204, 205])("a %i resolves to the empty object of the declared type", async (status) => {
  const customer = await account((response) => void response.writeHead(status).end());

  expect(await customer.invoices.list()).toEqual({ invoices: [], balances: [] });
  expect(await customer.tickets.list({ ticketType: "disposal" })).toEqual({ tickets: [] });
});

describe("the decodeIssue hook", () => {
  async function observed(body: unknown, decodeIssue?: (event: WmDecodeIssueEvent) => void) {
    const { url } = await serve(typeof body === "string" ? text(body, "application/json") : json(body));
    return createWmClient({ ...credentials, baseUrl: url, hooks: { decodeIssue } }).customer("1");
  }

  it("gets a frozen event for each value that does not fit, and none for others", async () => {
    const events: WmDecodeIssueEvent[] = [];
    const body = { ivr_fee: "x", last_payment_amount: "9007199254740993", balance: [{ amount: {} }, { amount: "1" }] };

    const balance = await (await observed(body, (event) => events.push(event))).balance();

    expect(balance).toEqual({ ivr_fee: null, last_payment_amount: 2 ** 53, balance: [{ amount: null }, { amount: 1 }] });
    expect(events).toMatchObject([
      { operation: "getBalance", path: "$.ivr_fee", value: "x", reason: "unfit", attempt: 1 },
      { operation: "getBalance", path: "$.last_payment_amount", value: "9007199254740993", reason: "precision", attempt: 1 },
      { operation: "getBalance", path: "$.balance[0].amount", value: {}, reason: "unfit", attempt: 1 },
    ]);
    expect(events.every(Object.isFrozen)).toBe(true);
  });

  it("gets a note instead of a value that is nested too deep", async () => {
    const events: WmDecodeIssueEvent[] = [];
    const body = `{"ivr_fee":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;

    expect(await (await observed(body, (event) => events.push(event))).balance()).toEqual({ ivr_fee: null, balance: [] });
    expect(events).toMatchObject([{ path: "$.ivr_fee", value: "[nested too deep]", reason: "unfit" }]);
  });

  it("gets a copy, so that the caller's value stays as it is", async () => {
    const list = [{ cleansed: "Y", kept: { a: 1 } }, { cleansed: "N" }];
    const told: unknown[] = [];
    const customer = await observed({ contacts: [{ metadata: list, other: list[0] }] }, ({ value }) => {
      told.push(structuredClone(value));
      const copy = value as { cleansed: string; kept: { a: number } }[];
      copy[0]!.kept.a = 2;
      copy.length = 0;
    });

    expect(await customer.contacts.list()).toEqual({ contacts: [{ metadata: null, other: list[0] }] });
    expect(told).toEqual([list]);
  });

  it("gets no token, should a server send it back", async () => {
    const events: WmDecodeIssueEvent[] = [];
    const customer = await observed({ ivr_fee: `Bearer ${secret}`, last_payment_amount: { echo: [secret] } }, (event) => events.push(event));

    await customer.balance();

    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it("is optional", async () => {
    expect(await (await observed({ ivr_fee: "x" })).balance()).toEqual({ ivr_fee: null, balance: [] });
  });
});
