import { setImmediate as turn } from "node:timers/promises";
import { createWmClient, type TokenContext, type TokenProvider, WmTokenError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { type Deadline, within } from "../../src/transport/deadline.js";
import { providedTokens } from "../../src/transport/token.js";
import { callers, patch } from "../support/calls.js";
import { connect, credentials, rejection, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { jwt } from "../support/faults.js";
import { complete, type Expected, good, play, refused, refusedWith, usualWaits } from "../support/scenes.js";
import type { Handler } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";

const sealed = () => Promise.reject(new Error("vault is sealed"));
const now = manualClock().now();
const [first, second] = ["first-token-0001", "second-token-0002"] as const;
/** A JWT whose payload has characters of base64url. */
const expiring = (seconds: number) => jwt({ exp: now / 1000 + seconds, name: "\u{1f5d1}??>>~~ÿÿ" });

/** A provider that returns these in turn, functions called, and what it was called with. */
function provider(...answers: readonly unknown[]) {
  const asked: Omit<TokenContext, "signal">[] = [];
  const signals: AbortSignal[] = [];
  const token = (({ signal, ...context }: TokenContext) => {
    signals.push(signal);
    const answer = answers[Math.min(asked.push(context), answers.length) - 1];
    return typeof answer === "function" ? (answer as () => unknown)() : answer;
  }) as TokenProvider;
  return { token, asked, signals };
}

/** A source of the provider's tokens, on a clock that stands still, and a request to it within limits. */
function sourceOf(...answers: readonly unknown[]) {
  const clock = manualClock();
  const { token, ...seen } = provider(...answers);
  const source = providedTokens(token, clock);
  const request = (rejected?: string, limits: Partial<Deadline> = {}) => {
    const deadline: Deadline = { clock, timeout: 30_000, signal: undefined, ...limits };
    return within(deadline, () => source.request(rejected, deadline));
  };
  return { ...seen, clock, source, request };
}

/** An answer of a provider that is given later. */
function later() {
  let resolve: (token: unknown) => void = () => undefined;
  const answer = () => new Promise((settle) => (resolve = settle));
  return { answer, give: (token: unknown) => resolve(token) };
}

/** Refuses every token but this one. */
const onlyWith =
  (token: string): Handler =>
  (response, request, index) =>
    (request.headers.authorization === `Bearer ${token}` ? good : refused(401))(response, request, index);

const tokenError = (message: RegExp): Expected => ({ error: WmTokenError, message });

describe("providedTokens", () => {
  it.each<[string, unknown, string?]>([
    ["a JWT", expiring(60)],
    ["milliseconds as expiresAt", { token: expiring(3_600), expiresAt: now + 60_000 }],
    ["a Date as expiresAt", { token: first, expiresAt: new Date(now + 60_000) }],
    ["an object with valueOf as expiresAt", { token: first, expiresAt: { valueOf: () => now + 60_000 } }],
    ["text with line breaks at its end", `${first}\r\n\n`, first],
    ["a JWT without an expiry", jwt({ sub: "x" }), jwt({ sub: "x" })],
    ["a payload that is not JSON", "a.b.c", "a.b.c"],
    ["a payload that is null", jwt(null), jwt(null)],
    ["an expiry that is not a number", jwt({ exp: "soon" }), jwt({ exp: "soon" })],
    ["a token that does not expire", { token: `${first}\n`, expiresAt: Infinity }, first],
  ])("holds a token until 30 s before it expires, if ever: %s", async (_, given, forever) => {
    const { source, clock, request } = sourceOf(given);
    const { token } = (await request()) as { token: string };

    clock.advance(29_999);
    expect(source.held()).toBe(token);
    clock.advance(1);
    expect(source.held()).toBe(forever);
  });

  it("returns a token that has expired, and asks again next time", async () => {
    const { asked, source, request } = sourceOf({ token: first, expiresAt: new Date(now - 1) }, { token: second, expiresAt: now });

    expect([await request(), source.held(), await request()]).toEqual([{ token: first }, undefined, { token: second }]);
    expect(asked).toEqual([{}, {}]);
  });

  it("asks once for concurrent requests, and once to replace a rejected token", async () => {
    const answers = [later(), later()];
    const { asked, source, request } = sourceOf(...answers.map(({ answer }) => answer));
    const waiting = [request(), request()];
    await turn();
    answers[0]!.give(first);
    expect(await Promise.all(waiting)).toEqual([{ token: first }, { token: first }]);

    const renewing = [request(first), request(first), request()];
    await turn();
    answers[1]!.give(second);
    expect(await Promise.all(renewing)).toEqual([{ token: second }, { token: second }, { token: second }]);
    expect(await request(first), "renewed in the meantime").toEqual({ token: second });
    expect([source.held(), asked]).toEqual([second, [{}, { rejected: first }]]);
  });

  it("does not hold a rejected token that is returned again", async () => {
    const { source, request } = sourceOf(first);

    expect([await request(), source.held(), await request(first), source.held()]).toEqual([{ token: first }, first, { token: first }, undefined]);
  });

  it("keeps the latest 60 texts to redact", async () => {
    let count = 0;
    const { source, request } = sourceOf(() => ({ token: `token-number-${++count}`, expiresAt: 0 }));
    for (let call = 0; call < 40; call++) await request();

    expect(source.secrets).toHaveLength(60);
    expect(source.secrets[0]).toBe("token-number-40");
  });

  it("asks again after a failure and after an unusable token", async () => {
    const { asked, request } = sourceOf(sealed, undefined, first);

    expect(await request()).toEqual({ cause: new Error("vault is sealed"), isFinal: false });
    expect(await request()).toMatchObject({ isFinal: true });
    expect(await request()).toEqual({ token: first });
    expect(asked).toHaveLength(3);
  });

  it("shares a request with a call that the provider makes itself", async () => {
    let nested: Promise<unknown> = Promise.resolve();
    const { asked, request } = sourceOf(() => {
      nested = request();
      return first;
    });

    expect([await request(), await nested]).toEqual([{ token: first }, { token: first }]);
    expect(asked).toHaveLength(1);
  });

  it("aborts the provider's signal when the last request that waits is aborted, then asks again", async () => {
    const { asked, signals, request } = sourceOf(later().answer, second);
    const controllers = [new AbortController(), new AbortController()];
    const waiting = controllers.map(({ signal }) => rejection(request(undefined, { signal })));
    await turn();
    controllers[0]!.abort("first");
    expect([await waiting[0], signals[0]!.aborted]).toEqual(["first", false]);
    controllers[1]!.abort("second");
    expect([await waiting[1], signals[0]!.aborted]).toEqual(["second", true]);

    const late = new AbortController();
    expect(await request(undefined, { signal: late.signal })).toEqual({ token: second });
    late.abort();
    expect([asked.length, signals[1]!.aborted]).toEqual([2, false]);
  });

  it("asks again after a timeout, ignores the late answer, and still gives it to those that wait", async () => {
    const [slow, next] = [later(), later()];
    const { asked, signals, clock, source, request } = sourceOf(slow.answer, next.answer);
    const hurried = [100, 200].map((timeout) => rejection(request(undefined, { timeout })));
    const patient = request();
    clock.advance(100);
    await hurried[0];
    const newer = [request()];
    await turn();
    clock.advance(100);
    await hurried[1];
    newer.push(request());
    slow.give(first);
    expect(await patient).toEqual({ token: first });
    expect([source.held(), asked.length, signals[0]!.aborted]).toEqual([undefined, 2, false]);
    next.give(second);

    expect(await Promise.all(newer)).toEqual([{ token: second }, { token: second }]);
    expect([source.held(), asked.length]).toEqual([second, 2]);
  });

  /** Begins a request to replace a token while another waits for one. */
  async function cross() {
    const { answer, give } = later();
    // A rejected token that is still held would be returned again.
    const renewed = () => state.source.held() ?? second;
    const state: ReturnType<typeof sourceOf> = sourceOf({ token: first, expiresAt: now + 40_000 }, answer, renewed);
    await state.request();
    state.clock.advance(15_000);
    const waiting = state.request();
    const controller = new AbortController();
    const renewing = state.request(first, { signal: controller.signal });
    await turn();
    return { ...state, waiting, controller, renewing, give };
  }

  it.each([
    ["shares a request from before a 401 if it returns another token", second, [{}, {}]],
    ["asks again if a request from before a 401 returns the rejected token", first, [{}, {}, { rejected: first }]],
  ])("%s", async (_, token, expected) => {
    const { asked, source, waiting, renewing, give } = await cross();
    give(token);

    expect(await Promise.all([waiting, renewing])).toEqual([{ token }, { token: second }]);
    expect([source.held(), asked]).toEqual([second, expected]);
  });

  it("does not ask again for a call that was aborted in the meantime", async () => {
    const { asked, signals, waiting, controller, renewing, give } = await cross();
    controller.abort("left");
    expect([await rejection(renewing), signals[1]!.aborted]).toEqual(["left", false]);
    give(first);
    await waiting;
    await turn();

    expect(asked).toHaveLength(2);
  });
});

describe("a token", () => {
  it("is requested once for calls at the same time and later", async () => {
    const { token, asked } = provider(async () => (await turn(), first));
    const { wm, tokens } = await connect(good, { token });

    await Promise.all(callers.map(({ call }) => call(wm)));
    await wm.overview();

    expect([asked, tokens()]).toEqual([[{}], Array(4).fill(first)]);
  });

  it("is renewed after a 401, even without retries", async () => {
    const renewed = { answers: [onlyWith(second)], waits: [0], tokens: [first, second] } as const;
    for (const caller of callers) await play({ ...renewed, caller, options: { token: provider(first, second).token, maxRetries: 0 } });
  });

  it.each<[string, () => string | TokenProvider, readonly string[]]>([
    ["new", () => provider(first, second, "third-token-0003").token, [first, second]],
    ["returned again", () => provider(first).token, [first]],
    ["fixed, even one that has expired", () => expiring(-60), [expiring(-60)]],
  ])("makes a 401 final if it is %s", async (_, token, tokens) => {
    const waits = tokens.slice(1).map(() => 0);
    for (const caller of callers) await play({ caller, answers: [refused(401)], options: { token: token() }, ends: refusedWith(401), waits, tokens });
  });

  it.each<[string, readonly [number, ...number[]], Expected, readonly number[], readonly string[]]>([
    ["leaves all retries when it is renewed", [401, 503, 503, 200], { value: complete }, [0, ...usualWaits], [first, second, second, second]],
    ["is renewed once, however far apart the refusals are", [401, 503, 401], refusedWith(401), [0, 250], [first, second, second]],
    ["is renewed after a retry too", [503, 401, 200], { value: complete }, [250, 0], [first, first, second]],
  ])("%s: %j", async (_, statuses, ends, waits, tokens) => {
    const [answer, ...others] = statuses.map((status) => (status === 200 ? good : refused(status)));

    await play({ answers: [answer!, ...others], options: { token: provider(first, second).token }, ends, requests: tokens.length, waits, tokens });
  });

  const busy = (seconds: number) => refused(503, { "retry-after": String(seconds) });
  it.each([
    [29, 29_500, expiring(60)],
    [31, 31_500, second],
  ])("is renewed after a delay only if it is about to expire by then: %d s", async (seconds, wait, next) => {
    const { token } = provider(expiring(60), second);

    await play({ answers: [busy(seconds), good], options: { token }, requests: 2, waits: [wait], tokens: [expiring(60), next] });
  });
});

describe("a failing provider", () => {
  const coded = new Error("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) });
  it.each<[string, () => unknown, string]>([
    ["throws", () => JSON.parse("{"), "Expected property name"],
    ["rejects with undefined", () => Promise.reject(undefined), "undefined"],
    ["rejects with a code in its cause", () => Promise.reject(coded), "ECONNREFUSED"],
  ])("is called again, also after a 401: %s", async (_, fails, reason) => {
    const message = new RegExp(`^the token provider failed: ${reason}`);
    for (const caller of callers) await play({ caller, options: { token: fails as () => string }, ends: tokenError(message), requests: 0, waits: usualWaits });

    const { token, asked } = provider(first, fails, second);
    await play({ answers: [onlyWith(second)], options: { token }, requests: 2, waits: [250, 0], tokens: [first, second] });
    expect(asked).toEqual([{}, { rejected: first }, { rejected: first }]);
  });

  it("is called as often as the maxRetries of the call, which count all its retries, allow", async () => {
    await play({ options: { token: sealed }, call: { maxRetries: 0 }, ends: tokenError(/sealed/), requests: 0 });
    await play({ caller: patch, options: { token: provider(sealed, sealed, first).token }, requests: 1, waits: usualWaits, tokens: [first] });

    const { token } = provider(expiring(60), sealed);
    const answers = [refused(503, { "retry-after": "31" })] as const;
    await play({ answers, options: { token }, ends: tokenError(/sealed/), requests: 1, waits: [31_500, 500], tokens: [expiring(60)] });
  });

  it("passes its error as the cause, and keeps the status of a 401 for the error event", async () => {
    const cause = new Error("the vault is closed");
    const { wm, named, requests } = await connect(refused(401), { token: provider(first, () => Promise.reject(cause)).token, maxRetries: 1 });

    const error = await rejection<WmTokenError>(wm.overview());

    expect([error.name, error.operation, error.attempts]).toEqual(["WmTokenError", "getCustomerOverview", 1]);
    expect(error.trackingId).toBe(requests[0]!.headers["request-tracking-id"]);
    expect(error.cause).toBe(cause);
    expect(named("error")).toMatchObject([{ status: 401, attempt: 1, error }]);
    expect(named("retry")).toMatchObject([{ status: undefined, attempt: 1, wait: 250 }]);
  });

  it("fails once for concurrent calls, which share the next request after their delay", async () => {
    const rejections = unhandledRejections();
    const { token, asked } = provider(
      async () => (await turn(), sealed()),
      async () => (await turn(), first),
    );
    const { wm, clock, named } = await connect(good, { token });
    const calls = Array.from({ length: 9 }, () => wm.overview());

    expect(await Promise.all(calls)).toEqual(calls.map(() => complete));
    expect([asked.length, named("retry").length]).toEqual([2, 9]);
    expect([clock.pending, rejections]).toEqual([[], []]);
  });
});

describe("an unusable token", () => {
  const missing = /token: must be a non-empty string/;
  const expiry = /expiresAt: must be a Date or a number of milliseconds/;
  it.each<[string, unknown, RegExp]>([
    ["undefined", undefined, missing],
    ["a function", () => () => first, missing],
    ["an object without a token", { expiresAt: 1 }, missing],
    ["a character outside Latin-1", `${secret}€`, /token: contains a character not allowed in HTTP headers/],
    ["a scheme in an object", { token: `Bearer ${secret}`, expiresAt: 1 }, /whitespace or a scheme/],
    ["an object without expiresAt", { token: first }, expiry],
    ["null", async () => null, missing],
    ["an expiresAt of null", { token: first, expiresAt: null }, expiry],
    ["an expiresAt that is text", { token: first, expiresAt: "1800000000000" }, expiry],
    ["a getter that throws", Object.defineProperty({}, "token", { get: () => JSON.parse("{") }), /JSON/],
  ])("ends a call at once: %s", async (_, answer, message) => {
    const ends = tokenError(/^the token provider returned no usable token: /);
    for (const caller of callers) await play({ caller, options: { token: provider(answer).token }, ends, requests: 0 });
    await play({ answers: [refused(401)], options: { token: provider(first, answer).token }, ends: tokenError(message), tokens: [first] });
  });

  it.each(["bearer abc", "Basic abc", "abc ", "abc\ndef"])("is rejected by the client and by a call: %j", async (token) => {
    const message = /token: must not contain whitespace or a scheme; pass the JWT alone, without "Bearer"$/;

    expect(() => createWmClient({ ...credentials, token })).toThrow(message);
    expect(String(await rejection(createWmClient({ ...credentials, token: () => token }).overview()))).toMatch(message);
  });
});
