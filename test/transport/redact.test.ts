import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { type WmApiError, WmConnectionError, WmError, type WmHooks, type WmResponseError, WmTokenError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { overview, rawGet } from "../support/calls.js";
import { clientOnManualClock, rejection, secret } from "../support/client.js";
import { empty, text } from "../support/faults.js";
import { inTurn, json, serve } from "../support/server.js";
import { expectNoSecret, views } from "../support/views.js";

const hex = (character: string, digits: number) => character.charCodeAt(0).toString(16).padStart(digits, "0");
const escapedAs = (render: (character: string) => string) => (token: string) => Array.from(token, render).join("");

/** Ways in which a server or a library may write a token. */
const encodings: Readonly<Record<string, (token: string) => string>> = {
  verbatim: (token) => token,
  "percent-encoded": encodeURIComponent,
  "percent-encoded twice over parts": (token) => `${encodeURIComponent(token.slice(0, 5))}${token.slice(5)}`,
  "percent-encoded in whole": escapedAs((c) => encodeURIComponent(c).replace(/^[^%]$/, () => `%${hex(c, 2)}`)),
  "percent-encoded in lower case": escapedAs((c) =>
    encodeURIComponent(c)
      .replace(/^[^%]$/, () => `%${hex(c, 2)}`)
      .toLowerCase(),
  ),
  "JSON-escaped": (token) => JSON.stringify(token).slice(1, -1),
  "JSON-escaped with slashes": (token) => JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/"),
  "JSON-escaped in whole": escapedAs((c) => `\\u${hex(c, 4)}`),
  "JSON-escaped in capitals": escapedAs((c) => `\\u${hex(c, 4).toUpperCase()}`),
  "JSON-escaped in part": escapedAs((c) => (/[a-m/+=]/.test(c) ? `\\u${hex(c, 4)}` : c)),
  base64: (token) => Buffer.from(token, "latin1").toString("base64"),
  "base64 without padding": (token) => Buffer.from(token, "latin1").toString("base64").replace(/=+$/, ""),
  base64url: (token) => Buffer.from(token, "latin1").toString("base64url"),
  "base64 of UTF-8": (token) => Buffer.from(token).toString("base64"),
  "base64, percent-encoded": (token) => encodeURIComponent(Buffer.from(token, "latin1").toString("base64")),
  "base64, JSON-escaped with slashes": (token) => Buffer.from(token, "latin1").toString("base64").replaceAll("/", "\\/"),
};
const jwt = `${Buffer.from('{"alg":"RS256"}').toString("base64url")}.${Buffer.from(`{"name":"${"é?>~".repeat(350)}"}`).toString("base64url")}.${"s_-".repeat(30)}`;
const tokens: Readonly<Record<string, string>> = {
  "an opaque token": secret,
  "a token of 8 characters": "abcd-123",
  "a token with characters that JSON and URLs escape": 'ab/+=%"\\<>&?cd~é~',
  "a token like a pattern": "(a+)+$.*[x]\\d{3}",
  "a JWT of 2 000 characters": jwt,
};

describe.each(Object.entries(tokens))("%s is hidden", (_, token) => {
  it.each(Object.entries(encodings))("%s, in the words of a server", async (_, encode) => {
    const shown = encode(token);
    const bodies = [
      (response: import("node:http").ServerResponse) => response.writeHead(400, { "content-type": "text/html" }).end(`<p title="${shown}">${shown}`),
      (response: import("node:http").ServerResponse) =>
        response.writeHead(422).end(JSON.stringify({ message: `no ${shown}`, code: shown, errors: [{ field: shown, message: shown }], [shown]: shown })),
      (response: import("node:http").ServerResponse) => response.writeHead(200).end(`<html>${shown}`),
      (response: import("node:http").ServerResponse) =>
        response.writeHead(302, { location: `https://elsewhere.example/?t=${encodeURIComponent(shown)}` }).end(),
    ];
    for (const body of bodies) {
      const { url } = await serve(body);
      const events: object[] = [];
      const note = (event: object) => void events.push(event);
      const { wm } = clientOnManualClock({ baseUrl: url, token, maxRetries: 0, hooks: { request: note, response: note, error: note } });

      const error = await rejection(wm.overview());

      expect(error).toBeInstanceOf(WmError);
      for (const value of [error, ...events]) for (const form of [token, shown]) expectNoSecret(value, form);
    }
  });

  it.each(Object.entries(encodings))("%s, in what a fetch or a provider throws", async (_, encode) => {
    const thrown = () => new Error(`first ${encode(token)} last`, { cause: new Error(encode(token), { cause: { headers: [encode(token)] } }) });
    let asked = 0;
    const { url } = await serve(json({}, 401));
    const refused = clientOnManualClock({ baseUrl: url, token: () => (asked++ === 0 ? token : Promise.reject(thrown())), maxRetries: 0 });
    const broken = clientOnManualClock({ token, fetch: () => Promise.reject(thrown()), maxRetries: 0 });

    const errors = [await rejection(refused.wm.overview()), await rejection(broken.wm.overview())] as const;

    expect(errors[0]).toBeInstanceOf(WmTokenError);
    expect(errors[1]).toBeInstanceOf(WmConnectionError);
    for (const error of errors) {
      expectNoSecret(error, token);
      expectNoSecret(error, encode(token));
      expect((error as WmError).cause).toMatchObject({ message: expect.stringMatching(/^first .*last$/) as string });
    }
  });

  it("in the values of decode issues", async () => {
    const { url } = await serve(json({ ivr_fee: { [token]: [`see ${encodeURIComponent(token)}`] } }));
    const events: object[] = [];
    const { wm } = clientOnManualClock({ baseUrl: url, token, hooks: { decodeIssue: (event) => void events.push(event) } });

    const { issues } = await wm.customer("1").balance().withResponse();

    expect(issues).toHaveLength(1);
    for (const value of [issues, ...events]) expectNoSecret(value, token);
  });
});

describe("a token is hidden", () => {
  it("in headers of errors and results, whatever they stand for", async () => {
    const escaped = Array.from(secret, (c) => `\\u${hex(c, 4)}`).join("");
    const headers = {
      "x-a": `a ${secret} b`,
      "x-b": `${escaped}\\u20ac\\u000a`,
      "x-c": encodeURIComponent(`${secret}\n`),
      "www-authenticate": `Bearer error="${secret}"`,
    };
    const { url } = await serve(inTurn(json({}, 404, headers), json({}, 200, headers)));
    const { wm } = clientOnManualClock({ baseUrl: url });

    const error = (await rejection(wm.overview())) as WmApiError;
    const result = await wm.overview().withResponse();

    for (const shown of [error.headers, result.headers]) {
      expectNoSecret(Object.fromEntries(shown));
      expect(shown.get("x-a")).toBe("a [redacted] b");
      expect(shown.get("www-authenticate")).toBe('Bearer error="[redacted]"');
      expect(shown.get("x-b")).toBe("[redacted]");
    }
  });

  it("in the host of a redirect, which is in lower case", async () => {
    const token = "MixedCase-Token-77";
    const { url } = await serve(empty(302, { location: `https://${token}.example/` }));
    const { wm } = clientOnManualClock({ baseUrl: url, token });

    const error = (await rejection(wm.overview())) as WmResponseError;

    expect(error.message).toContain("redirects to [redacted].example");
  });

  it("in a URL of a response that an error holds", async () => {
    const response = Object.defineProperty(new Response("{}", { headers: { "x-a": "b" } }), "url", { value: `https://a.example/?t=${secret}` });
    const { wm } = clientOnManualClock({ fetch: () => Promise.reject(Object.assign(new Error("m"), { response })), maxRetries: 0 });

    expectNoSecret(await rejection(wm.overview()));
  });

  it("of an earlier call, which a server repeats later", async () => {
    const first = "first-token-0001";
    const { url } = await serve(inTurn(json({}), json({ message: `${first} has expired` }, 401), json({ message: `${first} has expired` }, 401)));
    let asked = 0;
    const { wm } = clientOnManualClock({ baseUrl: url, token: () => (asked++ === 0 ? { token: first, expiresAt: 0 } : `later-token-000${asked}`) });
    await wm.overview();

    const error = (await rejection(wm.overview())) as WmApiError;

    expect(error.message).toMatch(/^\[redacted\] has expired/);
    expectNoSecret(error, first);
  });

  it.each([
    ["1 000 characters", 200, 990, {}],
    ["maxResponseBytes", 200, 90, { maxResponseBytes: 100 }],
    ["maxResponseBytes, of an error body", 404, 90, { maxResponseBytes: 100 }],
    ["1 000 000 bytes of an error body", 404, 999_985, {}],
  ] as const)("also in part, where a body is truncated after %s", async (_, status, before, options) => {
    const { url } = await serve(text(`${"x".repeat(before)}${secret}${"y".repeat(200)}`, "text/html", status));
    const { wm } = clientOnManualClock({ baseUrl: url, ...options });

    const error = (await rejection(wm.overview())) as WmResponseError | WmApiError;

    expect(views(error)).not.toContain(secret.slice(0, 8));
    expect(error.body).toMatch(/^x+\[redac/);
  });

  it.each([
    ["verbatim", (token: string) => token],
    ["JSON-escaped", (token: string) => Array.from(token, (c) => `\\u${hex(c, 4)}`).join("")],
  ])("where it reaches far over the end of what is shown: %s", async (_, encode) => {
    const { url } = await serve(text(`<p>${"x".repeat(500)}${encode(jwt)}`));
    const { wm } = clientOnManualClock({ baseUrl: url, token: jwt });

    const { body } = (await rejection(wm.overview())) as WmResponseError;

    expect(body).toBe(`<p>${"x".repeat(500)}[redacted]`);
  });

  it("but a short one is not searched for: WM's words, names and codes stay", async () => {
    for (const token of ["any", "a", "test", "e", "1234567"]) {
      const { url } = await serve(json({ message: "company test 1234567", errors: [{ field: "company", message: "any" }] }, 422));
      const { wm } = clientOnManualClock({ baseUrl: url, token, headers: { "X-Request-Id": "any test" } });
      const seen: Readonly<Record<string, string>>[] = [];
      const hooks: WmHooks = { request: ({ headers }) => void seen.push(headers) };
      const { wm: observed } = clientOnManualClock({ baseUrl: url, token, headers: { "X-Request-Id": "any test" }, hooks });

      const error = (await rejection(wm.overview())) as WmApiError;
      await rejection(observed.overview());

      expect(error.message).toMatch(/^company test 1234567 \(getCustomerOverview: status 422/);
      expect(error.details).toEqual([{ field: "company", message: "any" }]);
      expect(seen[0]!.authorization).toBe("[redacted]");
      expect(seen[0]!["x-request-id"]).toBe("any test");
    }
  });

  it("but operation names, paths and the codes of system errors are never changed", async () => {
    const token = "getCustomerOverview";
    const cause = Object.assign(new Error(`connect ${token}`), { code: "ECONNREFUSED" });
    const { wm } = clientOnManualClock({ token, fetch: () => Promise.reject(new TypeError("fetch failed", { cause })), maxRetries: 0 });

    const error = (await rejection(wm.overview())) as WmConnectionError;

    expect(error.operation).toBe("getCustomerOverview");
    expect(error.message).toBe("getCustomerOverview: no complete response from api.wm.com (ECONNREFUSED)");
    expect(((error.cause as Error).cause as { code: string }).code).toBe("ECONNREFUSED");
    expect(((error.cause as Error).cause as Error).message).toBe("connect [redacted]");
  });
});

describe("what somebody else threw", () => {
  const failing = async (thrown: () => unknown) => {
    const { wm } = clientOnManualClock({ fetch: () => Promise.reject(thrown()), maxRetries: 0 });
    return (await rejection(wm.overview())) as WmConnectionError;
  };

  it("is kept as it is if it holds no token", async () => {
    const samples = [
      new Error("m", { cause: new Error("n") }),
      { a: 1 },
      "text",
      undefined,
      Object.assign(new Error("m"), { buffer: Buffer.alloc(4_000_000) }),
    ];
    for (const thrown of samples) expect((await failing(() => thrown)).cause).toBe(thrown);
  });

  class Sneaky extends Error {
    #token = secret;
    get token() {
      return this.#token;
    }
  }
  const hidden: [string, () => unknown][] = [
    ["a Promise", () => Object.assign(new Error("m"), { pending: Promise.resolve(secret) })],
    ["URLSearchParams", () => Object.assign(new Error("m"), { query: new URLSearchParams({ token: secret }) })],
    [
      "FormData",
      () =>
        Object.assign(new Error("m"), {
          form: (() => {
            const form = new FormData();
            form.set("a", secret);
            return form;
          })(),
        }),
    ],
    ["a DOMException", () => new DOMException(`no ${secret}`, "AbortError")],
    ["a Response", () => Object.assign(new Error("m"), { response: new Response("", { headers: { "x-token": secret } }) })],
    ["an error of another realm", () => Object.assign(new (runInNewContext("Error"))("m"), { token: secret })],
    ["a getter of an own property", () => Object.defineProperty(new Error("m"), "token", { enumerable: true, get: () => secret })],
    ["a Map in a Map", () => Object.assign(new Error("m"), { map: new Map([["a", new Map([[secret, 1]])]]) })],
    ["a property of a list", () => Object.assign(new Error("m"), { list: Object.assign([1], { token: secret }) })],
    ["a property of a function", () => Object.assign(new Error("m"), { retry: Object.assign(() => undefined, { token: secret }) })],
    ["a long list", () => Object.assign(new Error("m"), { list: [...new Array(5_000).fill("x"), secret] })],
    ["a text of 5 MB", () => Object.assign(new Error("m"), { text: `${"x".repeat(5_000_000)}${secret}` })],
    ["a stack", () => Object.assign(new Error("m"), { stack: `Error: ${secret}` })],
    ["a subclass with a private field", () => new Sneaky(secret)],
  ];
  it.each(hidden)("shows no token if it holds one in %s", async (_, thrown) => {
    expectNoSecret(await failing(thrown));
  });

  const megabytes = 4_000_000;
  const large: [string, () => unknown][] = [
    ["a Buffer of 4 MB", () => Object.assign(new Error("m"), { buffer: Buffer.alloc(megabytes, "x") })],
    ["a typed array of a million numbers", () => Object.assign(new Error("m"), { numbers: new Float64Array(1_000_000) })],
    ["a typed array that is thrown", () => new Uint8Array(1_000_000)],
    ["an ArrayBuffer", () => Object.assign(new Error("m"), { bytes: new ArrayBuffer(megabytes) })],
    ["a DataView", () => Object.assign(new Error("m"), { view: new DataView(new ArrayBuffer(megabytes)) })],
    ["a list of a million", () => Object.assign(new Error("m"), { list: new Array(1_000_000).fill("x") })],
    ["a Map of 200 000", () => Object.assign(new Error("m"), { map: new Map(Array.from({ length: 200_000 }, (_, key) => [key, key])) })],
    ["a Set of 200 000", () => Object.assign(new Error("m"), { set: new Set(Array.from({ length: 200_000 }, (_, key) => key)) })],
    ["a text of 4 MB", () => Object.assign(new Error("m"), { text: "%5c\\u".repeat(megabytes / 5) })],
    ["a Blob of 4 MB", () => Object.assign(new Error("m"), { blob: new Blob([new Uint8Array(megabytes)]) })],
    ["lists within lists", () => Object.assign(new Error("m"), { lists: Array.from({ length: 1_000 }, () => new Array(1_000).fill("x")) })],
    ["a chain of 100 000 causes", () => Array.from({ length: 100_000 }).reduce((cause: Error | undefined) => ({ message: "m", cause }) as Error, undefined)],
  ];
  it.each(large)("is checked in less than 5 ms if it holds %s", async (_, thrown) => {
    // The first call compiles the code.
    await failing(() => new Error("m"));
    const times: number[] = [];
    // The best of up to 50 rounds: a busy machine interrupts most of them.
    for (let round = 0; round < 50 && !(Math.min(...times) < 5); round++) {
      const error = thrown();
      const { wm } = clientOnManualClock({ fetch: () => Promise.reject(error), maxRetries: 0 });
      const begun = performance.now();
      await rejection(wm.overview());
      times.push(performance.now() - begun);
    }

    expect(Math.min(...times)).toBeLessThan(5);
  });
});

describe("a hostile body", () => {
  it("that is full of escapes is searched in a moment", async () => {
    const body = JSON.stringify({ message: "\\u0041%41\\/".repeat(60_000), list: Array.from({ length: 10_000 }, (_, key) => `%${key}`) });
    const { url } = await serve(text(body, "application/json", 400));
    const { wm } = clientOnManualClock({ baseUrl: url, token: jwt });
    const begun = performance.now();

    expect(await rejection(wm.overview())).toMatchObject({ status: 400 });

    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it("that is nested too deep to be searched is replaced by a note", async () => {
    const { url } = await serve(text(`${"[".repeat(200_000)}"${secret}"${"]".repeat(200_000)}`, "application/json", 400));
    const { wm } = clientOnManualClock({ baseUrl: url });

    expect(((await rejection(wm.overview())) as WmApiError).body).toBe("[nested too deep]");
  });

  it("with the names of members of objects stays as it is", async () => {
    const body = '{"__proto__":{"a":1},"constructor":"c","toString":null,"message":"m"}';
    const { url } = await serve(text(body, "application/json", 400));
    const { wm } = clientOnManualClock({ baseUrl: url });

    expect(JSON.stringify(((await rejection(wm.overview())) as WmApiError).body)).toBe(body);
  });
});

it("raw shows no token in errors and events, but returns what the server sent", async () => {
  const { url } = await serve(
    (response, { headers }) => void response.writeHead(400, { "x-echo": headers.authorization! }).end(JSON.stringify({ message: headers.authorization })),
  );
  const events: object[] = [];
  const note = (event: object) => void events.push(event);
  const { wm } = clientOnManualClock({ baseUrl: url, hooks: { request: note, response: note, error: note } });

  const result = (await rawGet.call(wm)) as { error: unknown };

  expect(result.error).toEqual({ message: `Bearer ${secret}` });
  for (const event of events) expectNoSecret(event);
  expect(inspect(events.at(-1))).toContain("Bearer [redacted]");
});

it("the façade shows no token in anything it resolves to beside the body", async () => {
  const { url } = await serve((response, { headers }) => void response.writeHead(200, { "x-echo": headers.authorization! }).end("{}"));
  const { wm } = clientOnManualClock({ baseUrl: url });

  const promise = overview.call(wm);
  await promise;

  expectNoSecret(promise);
  expectNoSecret(await wm.overview().withResponse());
});
