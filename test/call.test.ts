import { fork } from "node:child_process";
import { createWmClient, type RequestOptions, type WmClient, type WmClientOptions, WmConfigError, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { clientOnManualClock, credentials, rejection, secret } from "./support/client.js";
import { empty, quiet, text } from "./support/faults.js";
import { inTurn, json, serve } from "./support/server.js";
import { unhandledRejections } from "./support/unhandled.js";
import { expectNoSecret } from "./support/views.js";

const body = { ivr_fee: "5.0" };

describe("withResponse()", () => {
  it("resolves to the body and the facts of its response, and sends one request", async () => {
    const { url, requests } = await serve(json(body, 200, { "x-request-id": "7" }));
    const { wm } = clientOnManualClock({ baseUrl: url });

    const result = await wm.customer("1").balance().withResponse();

    expect(Object.keys(result).sort()).toEqual(["attempts", "data", "duration", "headers", "issues", "status", "trackingId"]);
    expect(result.data).toEqual({ ivr_fee: 5, balance: [] });
    expect(result.status).toBe(200);
    expect(result.headers).toBeInstanceOf(Headers);
    expect(result.headers.get("x-request-id")).toBe("7");
    expect(result.headers.get("content-type")).toBe("application/json");
    expect(result.trackingId).toBe(requests[0]!.headers["request-tracking-id"]);
    expect(result.attempts).toBe(1);
    expect(result.duration).toBe(0);
    expect(result.issues).toEqual([]);
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

  it("lists the values that did not fit, of this body alone", async () => {
    const { url } = await serve(inTurn(json({ ivr_fee: "a lot", balance: [{ amount: {} }] }), json(body)));
    const { wm } = clientOnManualClock({ baseUrl: url });
    const { balance } = { balance: () => wm.customer("1").balance().withResponse() };

    expect((await balance()).issues).toEqual([
      { operation: "getBalance", path: "$.ivr_fee", value: "a lot", reason: "unfit" },
      { operation: "getBalance", path: "$.balance[0].amount", value: {}, reason: "unfit" },
    ]);
    expect((await balance()).issues).toEqual([]);
  });

  it("sends nothing more, however often it is called, also after the body was awaited", async () => {
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
    await quiet(10);

    expect(error).toMatchObject({ name: "WmApiError", status: 404 });
    expect(await rejection(call)).toBe(error);
    expect(rejections).toEqual([]);
  });

  it("rejects for an argument too", async () => {
    const rejections = unhandledRejections();
    const wm = createWmClient(credentials);

    expect(await rejection(wm.customer("").balance().withResponse())).toBeInstanceOf(WmConfigError);
    expect(await rejection(wm.overview({ timeout: 0 }).withResponse())).toBeInstanceOf(WmConfigError);
    await quiet(10);

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

    expect(call).toBeInstanceOf(Promise);
    expect(call.constructor).toBe(Promise);
    expect(typeof call.withResponse).toBe("function");
    await call;
  });
});

describe("an argument", () => {
  const fails = async (call: (wm: WmClient) => Promise<unknown>, options: Partial<WmClientOptions> = {}): Promise<WmConfigError> => {
    const { url, requests } = await serve(json({}));
    const events: unknown[] = [];
    const wm = createWmClient({ ...credentials, baseUrl: url, ...options, hooks: { error: ({ error }) => events.push(error) } });
    const error = (await rejection(call(wm))) as WmConfigError;
    expect(error).toBeInstanceOf(WmConfigError);
    expect(requests, "requests").toEqual([]);
    expect(events, "error events").toEqual([error]);
    expect([error.attempts, error.trackingId]).toEqual([0, undefined]);
    return error;
  };

  it.each<[string, (wm: WmClient) => Promise<unknown>, string, RegExp]>([
    ["a customer id", (wm) => wm.customer("").balance(), "customerId", /non-empty string/],
    ["a ticket id", (wm) => wm.customer("1").tickets.surcharges(7 as never), "ticketId", /string/],
    ["an option of a call", (wm) => wm.overview({ timeout: 0 }), "timeout", /greater than 0/],
    ["the total timeout of a call", (wm) => wm.overview({ totalTimeout: -5 }), "totalTimeout", /greater than 0/],
    ["a null option", (wm) => wm.overview({ maxRetries: null as never }), "maxRetries", /whole number/],
    ["a misspelt option of a call", (wm) => wm.overview({ timout: 5 } as RequestOptions), "timout", /did you mean "timeout"\?/],
    ["an option in another case", (wm) => wm.overview({ maxretries: 5 } as RequestOptions), "maxretries", /did you mean "maxRetries"\?/],
    ["an option that is like none", (wm) => wm.overview({ colour: 5 } as RequestOptions), "colour", /known: signal, timeout/],
    ["an option named like a member of objects", (wm) => wm.overview({ constructor: 5 } as RequestOptions), "constructor", /unknown option/],
    ["a misspelt parameter", (wm) => wm.customer("1").invoices.list({ fromDat: "2026-01-01" } as never), "fromDat", /did you mean "fromDate"\?/],
    ["a parameter in another case", (wm) => wm.customer("1").invoices.list({ fromdate: "2026-01-01" } as never), "fromdate", /did you mean "fromDate"\?/],
    [
      "a parameter's name on the wire",
      (wm) => wm.customer("1").services.list({ line_of_business: "COMMERCIAL" } as never),
      "line_of_business",
      /did you mean "lineOfBusiness"\?/,
    ],
    [
      "options in the place of a query",
      (wm) => wm.customer("1").invoices.list({ signal: AbortSignal.abort() } as never),
      "signal",
      /call option; pass it in the last argument/,
    ],
    ["a timeout in the place of a query", (wm) => wm.customer("1").services.list({ timeout: 5 } as never), "timeout", /call option/],
    [
      "a Date",
      (wm) => wm.customer("1").invoices.list({ fromDate: new Date() as never, toDate: "2026-01-01" }),
      "fromDate",
      /must be a yyyy-MM-dd string, not a Date object/,
    ],
    ["a day that does not exist", (wm) => wm.customer("1").invoices.list({ fromDate: "2026-02-30", toDate: "2026-03-01" }), "fromDate", /existing day/],
    ["a day in another layout", (wm) => wm.customer("1").invoices.list({ fromDate: "01/02/2026", toDate: "2026-03-01" }), "fromDate", /yyyy-MM-dd/],
    [
      "a span that ends before it begins",
      (wm) => wm.customer("1").invoices.list({ fromDate: "2026-03-02", toDate: "2026-03-01" }),
      "fromDate",
      /must not be after toDate/,
    ],
    [
      "a span that ends before it begins, by the base's names",
      (wm) => wm.customer("1").invoices.list({ startDate: "2026-03-02", endDate: "2026-03-01" }),
      "startDate",
      /must not be after endDate/,
    ],
    [
      "two names of the start",
      (wm) => wm.customer("1").invoices.list({ fromDate: "2026-01-01", startDate: "2026-01-01" }),
      "startDate",
      /same meaning as fromDate/,
    ],
    [
      "two names of the end",
      (wm) => wm.customer("1").invoices.list({ fromDate: "2026-01-01", toDate: "2026-02-01", endDate: "2026-02-01" }),
      "endDate",
      /same meaning as toDate/,
    ],
    ["a query that is text", (wm) => wm.customer("1").services.list("COMMERCIAL" as never), "query", /must be an object/],
    ["options that are a function", (wm) => wm.overview((() => undefined) as never), "options", /must be an object/],
    ["a header of a call", (wm) => wm.overview({ headers: { Authorization: "x" } }), "headers", /option token/],
  ])("that is unusable is named by the error: %s", async (_, call, argument, message) => {
    const error = await fails(call);

    expect(error.argument).toBe(argument);
    expect(error.message).toMatch(message);
    expect(error.operation).toMatch(/^(?:get|list)\w+$/);
    expect(error.message.startsWith(`${error.operation}: `)).toBe(true);
  });

  it("is named for wm.raw too", async () => {
    const path = "/customers/{customerId}/balance";

    expect((await fails((wm) => wm.raw.GET(path, { params: { path: { customerId: "" } } }))).argument).toBe("customerId");
    expect((await fails((wm) => wm.raw.GET("/customers", { totalTimeout: Number.NaN }))).argument).toBe("totalTimeout");
    expect((await fails((wm) => wm.raw.GET("/customers", { headers: { "X-A": "a\nb" } }))).argument).toBe('headers["X-A"]');
    expect((await fails((wm) => wm.raw.GET("/customers", { parseAs: "nope" as never }))).argument).toBe("parseAs");
  });

  it.each<[string, object, string]>([
    ["a misspelt option", { clientid: "c" }, 'did you mean "clientId"'],
    ["a hook with another name", { hooks: { onError: () => undefined } }, 'did you mean "error"'],
    ["a misspelt hook", { hooks: { sucess: () => undefined } }, 'did you mean "success"'],
    ["a wrong environment", { environment: "prod" }, '"production" or "test"'],
  ])("of createWmClient that is unusable is named: %s", (_, options, message) => {
    let error: unknown;
    try {
      createWmClient({ ...credentials, ...options } as WmClientOptions);
    } catch (thrown) {
      error = thrown;
    }

    expect(error).toBeInstanceOf(WmConfigError);
    expect((error as WmConfigError).message).toContain(message);
    expect((error as WmConfigError).argument).toMatch(/^(?:clientid|onError|sucess|environment)$/);
  });

  it("of a great length is looked at in no time", async () => {
    const begun = performance.now();

    await fails((wm) => wm.overview({ ["timeout".repeat(2_000)]: 1 } as RequestOptions));

    expect(performance.now() - begun).toBeLessThan(500);
  });

  it.each(["  ", " 123", "123 ", "\u00a0123", "\t", "123\n", "\ud800", "1\u0000", ".", ".."])("that is the customer id %j is rejected", async (id) => {
    expect((await fails((wm) => wm.customer(id).balance())).argument).toBe("customerId");
    expect((await fails((wm) => wm.raw.GET("/customers/{customerId}/balance", { params: { path: { customerId: id } } }))).argument).toBe("customerId");
  });

  it.each(["0", "000123", "a b", "é", "…"])("that is the customer id %j is accepted", async (id) => {
    const { url, requests } = await serve(json({}));

    await createWmClient({ ...credentials, baseUrl: url })
      .customer(id)
      .balance();

    expect(requests[0]!.url).toBe(`/customers/${encodeURIComponent(id)}/balance`);
  });
});

describe("a body", () => {
  class Instance {
    #email = "a@example.com";
    get email() {
      return this.#email;
    }
  }
  const cycle: Record<string, unknown> = { list: [{}] };
  (cycle.list as object[]).push(cycle);
  const unusable: [string, () => unknown][] = [
    ["a Promise", () => Promise.resolve({ email: "a@example.com" })],
    ["a Blob", () => new Blob(["{}"])],
    ["a Response", () => new Response("{}")],
    ["a Request", () => new Request("https://example.com")],
    ["an Error", () => Object.assign(new Error("m"), { email: "a@example.com" })],
    ["a Date", () => new Date()],
    ["a Map", () => new Map([["email", "a@example.com"]])],
    ["a Set", () => new Set(["a"])],
    ["a WeakMap", () => new WeakMap()],
    ["a RegExp", () => /a/],
    ["a URL", () => new URL("https://example.com")],
    ["bytes", () => new Uint8Array([123, 125])],
    ["a Buffer", () => Buffer.from("{}")],
    ["an ArrayBuffer", () => new ArrayBuffer(2)],
    ["Headers", () => new Headers({ a: "b" })],
    ["an instance whose fields are private", () => new Instance()],
    ["a cycle", () => cycle],
    ["a BigInt deep inside", () => ({ a: [{ b: 1n }] })],
    ["a toJSON that returns undefined", () => ({ toJSON: () => undefined })],
    ["a toJSON that throws", () => ({ toJSON: () => JSON.parse("{") })],
    ["a function", () => () => undefined],
    ["a symbol", () => Symbol("x")],
    ["a boxed BigInt", () => Object(1n)],
  ];
  const senders: Readonly<Record<string, (wm: WmClient, body: unknown) => Promise<unknown>>> = {
    façade: (wm, body) => wm.customer("1").contacts.update(body as object),
    raw: (wm, body) => wm.raw.PATCH("/customers/{customerId}/contacts", { params: { path: { customerId: "1" } }, body: body as object }),
  };
  for (const [sender, send] of Object.entries(senders)) {
    it.each(unusable)(`of the ${sender} that JSON cannot represent is rejected before anything is sent: %s`, async (_, body) => {
      const { url, requests } = await serve(empty(204));
      const events: unknown[] = [];
      const wm = createWmClient({ ...credentials, baseUrl: url, hooks: { error: ({ error }) => events.push(error) } });

      const error = (await rejection(send(wm, body()))) as WmConfigError;

      expect(error).toBeInstanceOf(WmConfigError);
      expect(error.argument).toBe("body");
      expect(error.attempts).toBe(0);
      expect(events).toEqual([error]);
      expect(requests).toEqual([]);
    });
  }

  it.each([
    ["null", null],
    ["text", "{}"],
    ["a number", 5],
    ["a list", [{}]],
    ["a boxed string", Object("{}")],
    ["a toJSON that returns text", { toJSON: () => "{}" }],
    ["a toJSON that returns null", { toJSON: () => null }],
    ["a toJSON that returns a list", { toJSON: () => [] }],
  ])("of the façade that is no object of fields is rejected: %s", async (_, body) => {
    const { url, requests } = await serve(empty(204));

    const error = await rejection(senders.façade!(createWmClient({ ...credentials, baseUrl: url }), body));

    expect(error).toBeInstanceOf(WmConfigError);
    expect(requests).toEqual([]);
  });

  class Contact {
    email = "a@example.com";
  }
  class Lazy {
    toJSON() {
      return { email: "a@example.com" };
    }
  }
  it.each<[string, unknown]>([
    ["an object", { email: "a@example.com" }],
    ["an object without a prototype", Object.assign(Object.create(null), { email: "a@example.com" })],
    ["an instance with fields", new Contact()],
    ["an instance with toJSON", new Lazy()],
    ["a proxy", new Proxy({ email: "a@example.com" }, {})],
  ])("that JSON represents is sent: %s", async (_, body) => {
    for (const send of Object.values(senders)) {
      const { url, requests } = await serve(empty(204));

      await send(createWmClient({ ...credentials, baseUrl: url }), body);

      expect(requests[0]!.body).toBe('{"email":"a@example.com"}');
    }
  });

  it.each<[string, unknown, string]>([
    ["an empty object", {}, "{}"],
    ["a list", [1, null], "[1,null]"],
    ["null", null, "null"],
    ["text", "a", '"a"'],
    ["false", false, "false"],
    ["a boxed number", Object(5), "5"],
  ])("of wm.raw may be any JSON: %s", async (_, body, sent) => {
    const { url, requests } = await serve(empty(204));

    await senders.raw!(createWmClient({ ...credentials, baseUrl: url }), body);

    expect(requests[0]!.body).toBe(sent);
  });

  it("of wm.raw may be form data, as in openapi-fetch", async () => {
    const { url, requests } = await serve(empty(204));
    const { raw } = createWmClient({ ...credentials, baseUrl: url });
    const init = { params: { path: { customerId: "1" } }, headers: { "Content-Type": "application/x-www-form-urlencoded" } };

    await raw.PATCH("/customers/{customerId}/contacts", { ...init, body: { email: "a@example.com" } });
    await raw.PATCH("/customers/{customerId}/contacts", { ...init, body: new URLSearchParams({ email: "b@example.com" }) as object });

    expect(requests.map(({ body }) => body)).toEqual(["email=a%40example.com", "email=b%40example.com"]);
  });
});

it("an answer that is a login page is a WmResponseError with its first words", async () => {
  const { url } = await serve(text("<html>Sign in</html>"));

  const error = (await rejection(createWmClient({ ...credentials, baseUrl: url }).overview())) as WmResponseError;

  expect(error).toBeInstanceOf(WmResponseError);
  expect(error.message).toContain('it begins with "<html>Sign in</html>"');
});
