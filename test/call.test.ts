import { fork } from "node:child_process";
import { setImmediate } from "node:timers/promises";
import { type WmClient, type WmCustomer, type WmDecodeIssueEvent, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { wireQuery } from "../src/call.js";
import { configErrorOf, connect, rejection, secret } from "./support/client.js";
import { empty } from "./support/faults.js";
import { type Handler, inTurn, json } from "./support/server.js";
import { operations } from "./support/spec.js";
import { unhandledRejections } from "./support/unhandled.js";

const body = { ivr_fee: "5.0" };

/** The customer with the id 1, of a server with this handler. */
async function account(handler: Handler, decodeIssue?: (event: WmDecodeIssueEvent) => void): Promise<WmCustomer> {
  const { wm } = await connect(handler, { maxRetries: 0, hooks: decodeIssue ? { decodeIssue } : {} });
  return wm.customer("1");
}

describe("withResponse", () => {
  it("resolves to the body and the facts of its response, without cookies and tokens", async () => {
    const { wm, requests } = await connect(json(body, 200, { "x-request-id": "7", "set-cookie": "session=abc", "x-echo": `Bearer ${secret}` }));

    const { headers, ...facts } = await wm.customer("1").balance().withResponse();

    const trackingId = requests[0]!.headers["request-tracking-id"];
    expect(facts).toEqual({ data: { ivr_fee: 5, balance: [] }, status: 200, attempts: 1, duration: 0, issues: [], trackingId });
    expect(headers).toBeInstanceOf(Headers);
    const shown = ["x-request-id", "content-type", "set-cookie", "x-echo"].map((name) => headers.get(name));
    expect(shown).toEqual(["7", "application/json", null, "Bearer [redacted]"]);
  });

  it("counts all attempts and their duration, and has the tracking id of the last", async () => {
    const { wm, requests } = await connect(inTurn(json({}, 503, { "retry-after": "2" }), json({}, 500), json(body)));

    const { attempts, duration, trackingId, data } = await wm.customer("1").balance().withResponse();

    expect([attempts, duration]).toEqual([3, 2_600]);
    expect(trackingId).toBe(requests[2]!.headers["request-tracking-id"]);
    expect(data).toEqual({ ivr_fee: 5, balance: [] });
  });

  it("sends nothing more, no matter how often it is called, and is a function of a real promise", async () => {
    const { wm, requests } = await connect(json(body));
    const call = wm.customer("1").balance();

    const [data, first, second] = await Promise.all([call, call.withResponse(), call.withResponse()]);
    const third = await call.withResponse();

    expect(data).toBe(first.data);
    expect([second.data, third.data]).toEqual([data, data]);
    expect([third.trackingId, third.duration]).toEqual([first.trackingId, first.duration]);
    expect([call.constructor, Object.hasOwn(call, "withResponse")]).toEqual([Promise, true]);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, (wm: WmClient) => ReturnType<WmCustomer["balance"]>]>([
    ["a 404", (wm) => wm.customer("1").balance()],
    ["an unusable argument", (wm) => wm.customer("").balance()],
  ])("rejects with the error of the call, and leaves no unhandled rejection if it alone is awaited: %s", async (_, balance) => {
    const rejections = unhandledRejections();
    const { wm, named } = await connect(json({ message: "gone" }, 404));

    const call = balance(wm);
    const error = await rejection(call.withResponse());
    await setImmediate();

    expect(error).toBe(named("error")[0]!.error);
    expect(await rejection(call)).toBe(error);
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
});

describe("a query", () => {
  const day = "2026-01-31";
  const invoices = (query: object) => (wm: WmClient) => wm.customer("1").invoices.list(query);
  const services = (query: unknown) => (wm: WmClient) => wm.customer("1").services.list(query as never);

  it.each<[string, (wm: WmClient) => Promise<unknown>, string, RegExp]>([
    ["a misspelt parameter", invoices({ fromDat: day }), "fromDat", /unknown argument "fromDat"; did you mean "fromDate"\?/],
    ["a parameter's name on the wire", services({ line_of_business: "COMMERCIAL" }), "line_of_business", /did you mean "lineOfBusiness"\?/],
    ["options instead of a query", invoices({ signal: AbortSignal.abort() }), "signal", /call option; pass it in the last argument/],
    ["a Map", services(new Map()), "query", /query: must be an object/],
    ["a Date", invoices({ fromDate: new Date() }), "fromDate", /fromDate: must be a yyyy-MM-dd string, not a Date object/],
    ["a list of days", invoices({ startDate: [day] }), "startDate", /startDate: must be an existing day/],
    ["a day of another parameter", (wm) => wm.customer("1").services.etaForDate("1", { requestDate: "2026-02-30" }), "requestDate", /existing day/],
    ["a last day before the first", invoices({ fromDate: "2026-02-01", toDate: day }), "fromDate", /fromDate: must not be after toDate/],
    ["the same by the base's names", invoices({ startDate: "2026-02-01", endDate: day }), "startDate", /startDate: must not be after endDate/],
    ["both names of the first day", invoices({ fromDate: day, startDate: day }), "startDate", /startDate: has the same meaning as fromDate/],
    ["both names of the last day", invoices({ toDate: day, endDate: day }), "endDate", /endDate: has the same meaning as toDate/],
    ["an empty value", services({ status: "" }), "status", /status: must not be empty/],
    ["a value that is an object", services({ status: {} }), "status", /status: must be a string, a number or a boolean/],
    ["Infinity", (wm) => wm.customer("1").services.stats({ numberOfDays: Infinity }), "numberOfDays", /numberOfDays: must be a finite number/],
    ["half a surrogate pair", services({ status: "\ud800" }), "status", /status: contains a lone surrogate/],
  ])("rejects %s before anything is sent", async (_, call, argument, message) => {
    const error = await configErrorOf(call);

    expect(error.argument).toBe(argument);
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`${error.operation}: `)).toBe(true);
  });

  it.each(["2026-02-30", "2026-13-01", "2025-02-29", "2026-00-10", "2026-1-1", "26-01-01", "01/31/2026", "2026-01-31T00:00:00Z", " 2026-01-31"])(
    "rejects the day %j",
    async (fromDate) => {
      expect((await configErrorOf(invoices({ fromDate }))).message).toMatch(/fromDate: must be an existing day, as yyyy-MM-dd$/);
    },
  );

  it("contains existing days and inherited values, but neither null nor undefined", async () => {
    const { wm, requests } = await connect(json({}));
    const { cases, services } = wm.customer("1");

    for (const date of ["2026-01-31", "2024-02-29", "2000-02-29"]) await cases.list({ fromDate: date, toDate: date });
    await services.list({ lineOfBusiness: null as never, status: undefined });
    await services.stats({ numberOfDays: 7 });
    await cases.list(Object.create({ fromDate: "2026-01-01" }));

    expect(requests.map(({ url }) => url)).toEqual([
      ...["2026-01-31", "2024-02-29", "2000-02-29"].map((date) => `/customers/1/cases?fromDate=${date}&toDate=${date}`),
      "/customers/1/services",
      "/customers/1/services/stats?numberOfdays=7",
      "/customers/1/cases?fromDate=2026-01-01",
    ]);
  });

  it("omits the members that every object has", () => {
    const names = { constructor: "constructor", toString: "to_string" };

    expect(wireQuery({}, names)).toEqual({});
    expect(wireQuery({ constructor: "a" }, names)).toEqual({ constructor: "a" });
  });

  it("uses names that end in Date for days, and for nothing else", () => {
    const queries = operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === "query"));

    for (const { name, schema } of queries) expect([name, name.endsWith("Date")]).toEqual([name, schema.format === "date"]);
  });
});

describe("an argument", () => {
  const boom = new Error("unreadable");
  const fail = () => {
    throw boom;
  };
  const unreadable = (name: string) => Object.defineProperty({}, name, { get: fail, enumerable: true });
  const trap = new Proxy({}, { get: fail, has: fail, ownKeys: fail });
  const rawPatch = (init: object) => (wm: WmClient) => wm.raw.PATCH("/customers/{customerId}/contacts", init as never);
  const ofCustomer1 = { params: { path: { customerId: "1" } } };
  const options: readonly (readonly [string, object])[] = [
    ["options", trap],
    ["an option", unreadable("timeout")],
    ["a context", unreadable("context")],
    ["a header", { headers: unreadable("X-A") }],
  ];

  it.each<[string, (wm: WmClient) => Promise<unknown>]>([
    ...options.map(([name, value]): [string, (wm: WmClient) => Promise<unknown>] => [name, (wm) => wm.overview(value)]),
    ...options.map(([name, value]): [string, (wm: WmClient) => Promise<unknown>] => [`${name} of wm.raw`, rawPatch(value)]),
    ["a query", (wm) => wm.customer("1").invoices.list(trap)],
    ["a parameter", (wm) => wm.customer("1").invoices.list(unreadable("fromDate"))],
    ["a body", (wm) => wm.customer("1").contacts.update(trap)],
    ["parameters of wm.raw", rawPatch(unreadable("params"))],
    ["a path parameter of wm.raw", rawPatch({ params: { path: unreadable("customerId") }, middleware: [{ onRequest: () => undefined }] })],
    ["a body of wm.raw", rawPatch({ ...ofCustomer1, body: unreadable("email") })],
    ["a serializer of wm.raw", rawPatch({ ...ofCustomer1, body: {}, bodySerializer: fail })],
  ])("rejects an argument that throws when it is read, with the thrown value as the cause: %s", async (_, call) => {
    expect((await configErrorOf(call)).cause).toBe(boom);
  });
});

describe("an update", () => {
  const writes: readonly [string, (account: WmCustomer) => Promise<unknown>, unknown][] = [
    ["an update with a documented response", (account) => account.contacts.replace({ contacts: [] }), {}],
    ["one without", (account) => account.contacts.update({ email: "ap@example.com" }), undefined],
  ];

  it.each<[string, object, string, object[]]>([
    ["an error", { status: "Failure", error: { message: "No", errors: [secret] } }, "its body is an error: No", [{ message: "[redacted]" }]],
    ["its reasons", { status: " FAILURE", message: "No", errors: ["one", "two"] }, "the update failed: No", [{ message: "one" }, { message: "two" }]],
    ["nothing else", { status: "failure  " }, "the update failed (", []],
  ])("rejects a 200 that reports failure and %s", async (_, body, message, details) => {
    for (const [, write] of writes) {
      const error = await rejection<WmResponseError>(write(await account(json(body))));

      expect(error).toBeInstanceOf(WmResponseError);
      expect([error.status, error.attempts]).toEqual([200, 1]);
      expect(error.message).toContain(message);
      expect(error.details).toEqual(details);
    }
  });

  it.each(writes)("resolves after a success, with or without a body in the response: %s", async (_, write, nothing) => {
    expect(await write(await account(json({ request_tracking_id: "1", status: "Success" })))).toMatchObject({ status: "Success" });
    for (const status of [204, 200]) expect(await write(await account(empty(status)))).toEqual(nothing);
  });
});

describe("a 200", () => {
  it.each<[string, unknown, string, object[]]>([
    ["an error", { error: { message: "No", errors: [{ message: "why" }] } }, "its body is an error: No", [{ message: "why" }]],
    ["a list of errors", { error: [{ code: "1", message: "No" }, "2"], invoices: [] }, "its body is an error: No", [{ message: "No" }, { message: "2" }]],
    ["an error that is text", { error: "No" }, "its body is an error: No", []],
    ["code and message without a declared field", { request_tracking_id: "1", code: 5, message: "No" }, "its body is an error: No", []],
    ["an empty body", undefined, "its body is empty", []],
    ["null", null, "expected a JSON object in the body", []],
    ["a list of two", [{}, {}], "expected a JSON object in the body", []],
  ])("rejects %s where an object is declared", async (_, body, message, details) => {
    const error = await rejection<WmResponseError>((await account(json(body))).invoices.list());

    expect(error).toBeInstanceOf(WmResponseError);
    expect([error.operation, error.status, error.attempts, error.body]).toEqual(["listInvoices", 200, 1, JSON.stringify(body) ?? ""]);
    expect(error.message).toContain(message);
    expect(error.details).toEqual(details);
  });

  it.each<[string, object]>([
    ["is empty", {}],
    ["is a list of one", [{ invoices: [] }]],
    ["has an empty error", { error: "  ", invoices: [] }],
    ["has a null error", { error: null }],
    ["has code and message next to a declared field", { code: 1, message: "fine", invoices: [] }],
    ["has a code alone", { code: 1 }],
    ["has the status of a record", { status: "Failure", invoices: [] }],
  ])("resolves if it %s", async (_, body) => {
    expect((await (await account(json(body))).invoices.list()).invoices).toEqual([]);
  });

  it("recognizes an error by the fields that the query selects", async () => {
    const { tickets } = await account(json({ code: 1, message: "fine", metadata: {} }));

    expect(await tickets.list({ ticketType: "disposal" })).toMatchObject({ tickets: [] });
    expect(await rejection(tickets.list())).toBeInstanceOf(WmResponseError);
  });

  it.each([{ balance: [] }, { code: 1, message: "fine" }, "text", 0, null, undefined])("resolves to %j where no body is documented", async (body) => {
    expect(await (await account(json(body))).preferences.list()).toEqual(body);
  });
});

describe("a 204", () => {
  it("resolves to the empty object of the declared type", async () => {
    const customer = await account(empty(204));

    expect(await customer.invoices.list()).toEqual({ invoices: [], balances: [] });
    expect(await customer.tickets.list({ ticketType: "disposal" })).toEqual({ tickets: [] });
  });
});

describe("the decodeIssue hook", () => {
  it("receives a frozen event without tokens for each value that does not fit, as listed in withResponse().issues", async () => {
    const unfit = { ivr_fee: `Bearer ${secret}`, last_payment_amount: "9007199254740993", balance: [{ amount: {} }, { amount: "1" }] };
    const { wm, named } = await connect(inTurn(json(unfit), json(body)));
    const balance = () => wm.customer("1").balance().withResponse();

    const [{ data, issues }, other] = [await balance(), await balance()];

    expect(data).toEqual({ ivr_fee: null, last_payment_amount: 2 ** 53, balance: [{ amount: null }, { amount: 1 }] });
    expect(issues).toEqual([
      { operation: "getBalance", path: "$.ivr_fee", value: "Bearer [redacted]", reason: "unfit" },
      { operation: "getBalance", path: "$.last_payment_amount", value: "9007199254740993", reason: "precision" },
      { operation: "getBalance", path: "$.balance[0].amount", value: {}, reason: "unfit" },
    ]);
    expect(named("decodeIssue")).toMatchObject(issues.map((issue) => ({ ...issue, attempt: 1 })));
    expect(named("decodeIssue").every(Object.isFrozen)).toBe(true);
    expect(other.issues).toEqual([]);
  });

  it("receives a copy, so that it cannot change what the caller gets", async () => {
    const list = [{ cleansed: "Y", kept: { a: 1 } }, { cleansed: "N" }];
    const seen: unknown[] = [];
    const customer = await account(json({ contacts: [{ metadata: list, other: list[0] }] }), ({ value }) => {
      seen.push(structuredClone(value));
      const copy = value as { cleansed: string; kept: { a: number } }[];
      copy[0]!.kept.a = 2;
      copy.length = 0;
    });

    const { data, issues } = await customer.contacts.list().withResponse();

    expect(data).toEqual({ contacts: [{ metadata: null, other: list[0] }] });
    expect(issues.map(({ value }) => value)).toEqual([list]);
    expect(seen).toEqual([list]);
  });
});
