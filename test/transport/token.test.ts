import { inspect } from "node:util";
import { createWmClient, type TokenContext, WmApiError, WmTokenError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createClientAt } from "../../src/client.js";
import { manualClock } from "../support/clock.js";
import { credentials, rejection } from "../support/client.js";
import { type Handler, json, serve } from "../support/server.js";

/** A JWT that expires at this time, in milliseconds since 1970. */
function jwt(expires: number, id = ""): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ exp: expires / 1000, id, name: "Ünïcödé ÿ?>" })}.signature`;
}

/** A handler that answers 401 to every token but this one. */
const only =
  (token: string): Handler =>
  (response, request, index) =>
    request.headers.authorization === `Bearer ${token}` ? json({ ok: true })(response, request, index) : json({}, 401)(response, request, index);

/** A provider that gives these tokens one after the other, and what it was asked with. */
function provider(...tokens: unknown[]) {
  const asked: Omit<TokenContext, "signal">[] = [];
  const token = ({ signal, ...context }: TokenContext) => {
    expect(signal).toBeInstanceOf(AbortSignal);
    asked.push(context);
    const next = tokens[Math.min(asked.length, tokens.length) - 1];
    return (next instanceof Error ? Promise.reject(next) : next) as string;
  };
  return { token, asked };
}

const sent = (server: { requests: readonly { headers: { authorization?: string | undefined } }[] }) =>
  server.requests.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));

describe("a token provider is asked", () => {
  it("when there is no token, and not again while that one is good", async () => {
    const server = await serve(json({}));
    const { token, asked } = provider("one", "two");
    const wm = createWmClient({ ...credentials, token, baseUrl: server.url });

    await wm.overview();
    await wm.overview();
    await wm.raw.GET("/customers");

    expect(asked).toEqual([{}]);
    expect(sent(server)).toEqual(["one", "one", "one"]);
  });

  it("once by calls that need a token at the same moment", async () => {
    const server = await serve(json({}));
    const { token, asked } = provider("one");
    const wm = createWmClient({ ...credentials, token: async (context) => token(context), baseUrl: server.url });

    await Promise.all(Array.from({ length: 20 }, () => wm.overview()));

    expect(asked).toHaveLength(1);
    expect(server.requests).toHaveLength(20);
  });

  it("when the token in use expires in less than 30 seconds", async () => {
    const clock = manualClock();
    const server = await serve(json({}));
    const first = jwt(clock.now() + 60_000, "first");
    const second = jwt(clock.now() + 600_000, "second");
    const { token, asked } = provider(first, second);
    const wm = createClientAt(clock, { ...credentials, token, baseUrl: server.url });

    await wm.overview();
    clock.advance(29_000);
    await wm.overview();
    clock.advance(2_000);
    await wm.overview();

    expect(asked).toEqual([{}, {}]);
    expect(sent(server)).toEqual([first, first, second]);
  });

  it("once after a 401, with the token that was refused", async () => {
    const server = await serve(only("two"));
    const { token, asked } = provider("one", "two");
    const wm = createWmClient({ ...credentials, token, maxRetries: 0, baseUrl: server.url });

    await expect(wm.customer("1").contacts.update({ phone: "1" })).resolves.toEqual({ ok: true });

    expect(asked).toEqual([{}, { rejected: "one" }]);
    expect(sent(server)).toEqual(["one", "two"]);
    expect(server.requests.map(({ body }) => body)).toEqual(['{"phone":"1"}', '{"phone":"1"}']);
    expect(new Set(server.requests.map(({ headers }) => headers["request-tracking-id"])).size).toBe(2);
  });

  it("once by calls that are refused at the same moment", async () => {
    const server = await serve(only("two"));
    const { token, asked } = provider("one", "two");
    const wm = createWmClient({ ...credentials, token, baseUrl: server.url });

    await Promise.all(Array.from({ length: 20 }, () => wm.overview()));

    expect(asked).toEqual([{}, { rejected: "one" }]);
  });

  it("again by the next call when it has failed", async () => {
    const server = await serve(json({}));
    const { token, asked } = provider(new Error("down"), "one");
    const wm = createWmClient({ ...credentials, token, baseUrl: server.url, maxRetries: 0 });

    expect(await rejection(wm.overview())).toBeInstanceOf(WmTokenError);
    await wm.overview();

    expect(asked).toEqual([{}, {}]);
    expect(sent(server)).toEqual(["one"]);
  });
});

describe("a 401 is final", () => {
  it("with a fixed token", async () => {
    const server = await serve(json({}, 401));
    const wm = createWmClient({ ...credentials, token: "fixed", baseUrl: server.url });

    const error = (await rejection(wm.overview())) as WmApiError;

    expect(error).toBeInstanceOf(WmApiError);
    expect(error.status).toBe(401);
    expect(error.attempts).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  it("when the new token is refused too", async () => {
    const server = await serve(json({}, 401));
    const { token, asked } = provider("one", "two", "three");
    const wm = createWmClient({ ...credentials, token, baseUrl: server.url });

    const error = (await rejection(wm.overview())) as WmApiError;

    expect(error.status).toBe(401);
    expect(error.attempts).toBe(2);
    expect(asked).toHaveLength(2);
    expect(sent(server)).toEqual(["one", "two"]);
  });

  it("when the provider gives the same token again", async () => {
    const server = await serve(json({}, 401));
    const { token, asked } = provider("one");
    const wm = createWmClient({ ...credentials, token, baseUrl: server.url });

    const error = (await rejection(wm.overview())) as WmApiError;

    expect(error.attempts).toBe(1);
    expect(asked).toEqual([{}, { rejected: "one" }]);
    expect(server.requests).toHaveLength(1);
  });

  it("for wm.raw as for the façade", async () => {
    const server = await serve(only("two"));
    const { token } = provider("one", "two");
    const { raw } = createWmClient({ ...credentials, token, baseUrl: server.url });

    expect((await raw.GET("/customers")).response.status).toBe(200);
    expect(sent(server)).toEqual(["one", "two"]);
  });
});

it("a call that finds a token renewed meanwhile asks for none", async () => {
  const pending: (() => void)[] = [];
  const server = await serve((response, request, index) => {
    const refuse = () => json({}, 401)(response, request, index);
    if (request.headers.authorization !== "Bearer one") return json({})(response, request, index);
    // The first call's refusal arrives only when the second call has a new token.
    if (index === 0) pending.push(refuse);
    else refuse();
  });
  const { token, asked } = provider("one", "two", "three");
  const wm = createWmClient({ ...credentials, token, baseUrl: server.url });

  const slow = wm.overview();
  await expect.poll(() => pending.length).toBe(1);
  await wm.overview();
  pending[0]!();
  await slow;

  expect(asked).toEqual([{}, { rejected: "one" }]);
});

describe("a WmTokenError", () => {
  it("has what the provider threw as its cause", async () => {
    const boom = new Error("the vault is closed");
    const server = await serve(json({}));
    const wm = createWmClient({ ...credentials, token: () => Promise.reject(boom), baseUrl: server.url, maxRetries: 0 });

    const error = (await rejection(wm.overview())) as WmTokenError;

    expect(error).toBeInstanceOf(WmTokenError);
    expect(error.name).toBe("WmTokenError");
    expect(error.cause).toBe(boom);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.trackingId).toBeUndefined();
    expect(error.attempts).toBe(0);
    expect(server.requests).toHaveLength(0);
  });

  it("is also what a provider that throws at once leads to", async () => {
    const boom = new Error("no");
    const wm = createWmClient({
      ...credentials,
      maxRetries: 0,
      token: () => {
        throw boom;
      },
    });

    expect(((await rejection(wm.overview())) as WmTokenError).cause).toBe(boom);
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["empty", ""],
    ["an object", { token: "x" }],
    ["text no header can carry", "a\nb"],
  ])("says so when the token is %s", async (_, given) => {
    const wm = createWmClient({ ...credentials, token: () => given as string });

    const error = (await rejection(wm.overview())) as WmTokenError;

    expect(error).toBeInstanceOf(WmTokenError);
    expect(error.message).toContain("token");
  });

  it("comes when the provider takes longer than the timeout, and the next call asks again", async () => {
    let asked = 0;
    const server = await serve(json({}));
    const wm = createWmClient({
      ...credentials,
      timeout: 50,
      baseUrl: server.url,
      token: () => (++asked === 1 ? new Promise<string>(() => undefined) : "second"),
    });

    const error = await rejection(wm.overview());
    await wm.overview();

    expect(error).toBeInstanceOf(WmTokenError);
    expect((error as WmTokenError).message).toContain("50 ms");
    expect(sent(server)).toEqual(["second"]);
  });

  it("after a 401 has the attempt that was refused, and not the refused token", async () => {
    const server = await serve(json({}, 401));
    let asked = 0;
    const wm = createWmClient({
      ...credentials,
      baseUrl: server.url,
      maxRetries: 0,
      token: ({ rejected }) => (++asked === 1 ? "refused-token" : Promise.reject(new Error(`cannot replace ${rejected}`))),
    });

    const error = (await rejection(wm.overview())) as WmTokenError;

    expect(error).toBeInstanceOf(WmTokenError);
    expect(error.attempts).toBe(1);
    expect(error.trackingId).toBe(server.requests[0]!.headers["request-tracking-id"]);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("refused-token");
  });
});

it("a call that is aborted while the provider is asked ends at once; other calls get their token", async () => {
  let give: (token: string) => void = () => undefined;
  const server = await serve(json({}));
  const wm = createWmClient({ ...credentials, baseUrl: server.url, token: () => new Promise<string>((resolve) => (give = resolve)) });
  const controller = new AbortController();
  const reason = new Error("enough");

  const aborted = rejection(wm.overview({ signal: controller.signal }));
  const other = wm.overview();
  controller.abort(reason);

  expect(await aborted).toBe(reason);
  give("one");
  await other;
  expect(sent(server)).toEqual(["one"]);
});

describe("a token", () => {
  it("without an expiry is held until it is refused", async () => {
    for (const odd of ["opaque", "a.b.c", `a.${Buffer.from("null").toString("base64url")}.c`, `a.${Buffer.from('{"exp":"soon"}').toString("base64url")}.c`]) {
      const clock = manualClock();
      const server = await serve(json({}));
      const { token, asked } = provider(odd);
      const wm = createClientAt(clock, { ...credentials, token, baseUrl: server.url });

      await wm.overview();
      clock.advance(10 * 365 * 86_400_000);
      await wm.overview();

      expect(asked).toHaveLength(1);
    }
  });
});
