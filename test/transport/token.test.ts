import { createWmClient, type TokenContext, type TokenProvider, WmConfigError, WmTimeoutError, WmTokenError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { callers, patch } from "../support/calls.js";
import { clientOnManualClock, connect, credentials, rejection, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { jwt, quiet, until } from "../support/faults.js";
import { complete, type Expected, good, play, refused, refusedWith, usualWaits } from "../support/scenes.js";
import { type Handler, serve } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";

const never = () => new Promise<never>(() => undefined);
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

/** Refuses every token but this one. */
const onlyWith =
  (token: string): Handler =>
  (response, request, index) =>
    (request.headers.authorization === `Bearer ${token}` ? good : refused(401))(response, request, index);

/** Refuses the first request when its refusal is called, and passes on the others. */
function refusingLate(others: Handler) {
  const refusals: (() => void)[] = [];
  const handler: Handler = (response, request, index) => {
    if (index === 0) refusals.push(() => refused(401)(response, request, index));
    else others(response, request, index);
  };
  return { handler, refusals };
}

/** An answer of a provider that is given later. */
function later() {
  let resolve: (token: unknown) => void = () => undefined;
  const answer = () => new Promise((settle) => (resolve = settle));
  return { answer, give: (token: unknown) => resolve(token) };
}

const tokenError = (message: RegExp): Expected => ({ error: WmTokenError, message });

describe("a provider is called", () => {
  it("once for calls at the same moment, and not again while its token is good", async () => {
    const { token, asked } = provider(async () => (await quiet(2), first));
    const { wm, tokens } = await connect(good, { token });

    await Promise.all(Array.from({ length: 60 }, (_, index) => callers[index % 3]!.call(wm)));
    await wm.overview();

    expect(asked).toEqual([{}]);
    expect(tokens()).toEqual(Array(61).fill(first));
  });

  it.each([
    ["a JWT", 1, () => expiring(60)],
    ["expiresAt in milliseconds", 1, () => ({ token: expiring(3_600), expiresAt: now + 60_000 })],
    ["expiresAt as a Date", 1, () => ({ token: first, expiresAt: new Date(now + 60_000) })],
    ["expiresAt as an object with valueOf", 1, () => ({ token: first, expiresAt: { valueOf: () => now + 60_000 } })],
    ["text", 0, () => first],
    ["a JWT without an expiry", 0, () => jwt({ sub: "x" })],
    ["a payload that is no JSON", 0, () => "a.b.c"],
    ["a payload that is null", 0, () => jwt(null)],
    ["an expiry that is no number", 0, () => jwt({ exp: "soon" })],
    ["a token that does not expire", 0, () => ({ token: jwt({ exp: 1 }), expiresAt: Infinity })],
  ])("30 s before the token expires: %s", async (_, renewals, answer) => {
    const { token, asked } = provider(answer, second);
    const { wm, clock } = await connect(good, { token });

    await wm.overview();
    clock.advance(29_999);
    await wm.overview();
    expect(asked).toHaveLength(1);
    clock.advance(1);
    await wm.raw.GET("/customers");
    clock.advance(1e12);
    await wm.overview();

    expect(asked).toEqual(Array(1 + renewals).fill({}));
  });

  it.each([expiring(-60), { token: first, expiresAt: new Date(now - 1) }])("for every call if its token has expired, which is sent: %j", async (expired) => {
    const { token, asked } = provider(expired);
    const { wm, tokens } = await connect(good, { token });

    await wm.overview();
    await wm.overview();

    expect(tokens()).toEqual(Array(2).fill(typeof expired === "string" ? expired : first));
    expect(asked).toEqual([{}, {}]);
  });

  it("again by the next call after it failed, returned nothing or hung", async () => {
    const { token, asked } = provider(sealed, undefined, never, first);
    const { wm, clock } = await connect(good, { token, maxRetries: 0 });

    expect(await rejection(wm.overview())).toBeInstanceOf(WmTokenError);
    expect(await rejection(wm.overview())).toBeInstanceOf(WmTokenError);
    const hanging = rejection<Error>(wm.overview());
    await until(() => asked.length === 3, "the provider hangs");
    clock.advance(30_000);
    expect((await hanging).message).toBe("the token provider did not respond within 30000 ms");
    await wm.overview();
    await wm.overview();

    expect(asked).toEqual([{}, {}, {}, {}]);
  });
});

describe("a 401", () => {
  it.each(callers)("is followed by one request with a new token: $name", async (caller) => {
    const { token, asked } = provider(first, second);

    await play({ caller, answers: [onlyWith(second)], options: { token, maxRetries: 0 }, waits: [0], tokens: [first, second] });

    expect(asked).toEqual([{}, { rejected: first }]);
  });

  it.each(callers)("of the new token is final: $name", async (caller) => {
    const { token, asked } = provider(first, second, "third-token-0003");

    await play({ caller, answers: [refused(401)], options: { token }, ends: refusedWith(401), waits: [0], tokens: [first, second] });

    expect(asked).toEqual([{}, { rejected: first }]);
  });

  it.each(callers)("of a fixed token, even of one that has expired, is final: $name", async (caller) => {
    const token = expiring(-60);

    await play({ caller, answers: [refused(401)], options: { token }, ends: refusedWith(401), tokens: [token] });
  });

  it("is final if the provider returns the same token again", async () => {
    const { token, asked } = provider(first);

    await play({ answers: [refused(401)], options: { token }, ends: refusedWith(401), tokens: [first] });

    expect(asked).toEqual([{}, { rejected: first }]);
  });

  it.each<[string, readonly [number, ...number[]], Expected, readonly number[], readonly string[]]>([
    ["leaves all retries", [401, 503, 503, 200], { value: complete }, [0, ...usualWaits], [first, second, second, second]],
    ["is final the second time, however far from the first", [401, 503, 401], refusedWith(401), [0, 250], [first, second, second]],
    ["may follow a retry", [503, 401, 200], { value: complete }, [250, 0], [first, first, second]],
  ])("%s: %j", async (_, statuses, ends, waits, tokens) => {
    const [answer, ...others] = statuses.map((status) => (status === 200 ? good : refused(status)));

    await play({ answers: [answer!, ...others], options: { token: provider(first, second).token }, ends, requests: tokens.length, waits, tokens });
  });

  it("is no reason to renew a token that was renewed meanwhile", async () => {
    const { handler, refusals } = refusingLate(onlyWith(second));
    const { token, asked } = provider(first, second);
    const { wm } = await connect(handler, { token });
    const slow = wm.overview();
    await until(() => refusals.length === 1, "the first request arrives");
    await wm.overview();
    refusals[0]!();
    await slow;

    expect(asked).toEqual([{}, { rejected: first }]);
  });

  it("of 60 calls renews the token once, whenever it arrives", async () => {
    const { token, asked } = provider(first, async () => (await quiet(2), second));
    const delayed: Handler = (response, request, index) => void setTimeout(() => onlyWith(second)(response, request, index), index % 25);
    const { wm, tokens } = await connect(delayed, { token });

    await Promise.all(Array.from({ length: 60 }, (_, index) => callers[index % 3]!.call(wm)));

    expect(asked).toEqual([{}, { rejected: first }]);
    expect(tokens().filter((token) => token === second)).toHaveLength(60);
  });

  it("leaves its status to the error event if the provider then fails", async () => {
    const { wm, named, requests } = await connect(refused(401), { token: provider(first, sealed).token, maxRetries: 1 });

    const error = await rejection<WmTokenError>(wm.overview());

    expect([error.name, error.attempts, error.trackingId]).toEqual(["WmTokenError", 1, requests[0]!.headers["request-tracking-id"]]);
    expect(named("error")).toMatchObject([{ status: 401, attempt: 1, error }]);
    expect(named("retry")).toMatchObject([{ status: undefined, attempt: 1, wait: 250 }]);
  });
});

describe("a delay before a retry", () => {
  const busy = (seconds: number) => refused(503, { "retry-after": String(seconds) });

  it.each([
    [29, 29_500, expiring(60)],
    [31, 31_500, second],
  ])("of %d s sends a token that is still good then", async (seconds, wait, next) => {
    const { token } = provider(expiring(60), second);

    await play({ answers: [busy(seconds), good], options: { token }, requests: 2, waits: [wait], tokens: [expiring(60), next] });
  });

  it("counts with those of the provider", async () => {
    const { token, asked } = provider(expiring(60), sealed);

    await play({ answers: [busy(31)], options: { token }, ends: tokenError(/sealed/), requests: 1, waits: [31_500, 500], tokens: [expiring(60)] });

    expect(asked).toHaveLength(3);
  });
});

describe("a provider that fails", () => {
  const coded = new Error("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) });
  it.each<[string, () => unknown, string]>([
    ["throws", () => JSON.parse("{"), "Expected property name"],
    ["rejects", sealed, "vault is sealed"],
    ["rejects with text", () => Promise.reject("sealed"), "sealed"],
    ["rejects with undefined", () => Promise.reject(undefined), "undefined"],
    ["rejects with an object", () => Promise.reject({ message: 7 }), "7"],
    ["rejects with a code in its cause", () => Promise.reject(coded), "ECONNREFUSED"],
  ])("is called again, also after a 401: %s", async (_, fails, reason) => {
    const message = new RegExp(`^the token provider failed: ${reason}`);
    for (const caller of callers) await play({ caller, options: { token: fails as () => string }, ends: tokenError(message), requests: 0, waits: usualWaits });

    const { token, asked } = provider(first, fails, second);
    await play({ answers: [onlyWith(second)], options: { token }, requests: 2, waits: [250, 0], tokens: [first, second] });
    expect(asked).toEqual([{}, { rejected: first }, { rejected: first }]);
  });

  it("is called as often as maxRetries of the call allows", async () => {
    await play({ options: { token: sealed }, call: { maxRetries: 0 }, ends: tokenError(/sealed/), requests: 0 });
    await play({ caller: patch, options: { token: provider(sealed, sealed, first).token }, requests: 1, waits: usualWaits, tokens: [first] });
  });

  it("passes its error as the cause", async () => {
    const cause = new Error("the vault is closed");

    const error = await rejection<WmTokenError>(clientOnManualClock({ token: () => Promise.reject(cause) }).wm.overview());

    expect([error.cause, error.operation, error.attempts, error.trackingId]).toEqual([cause, "getCustomerOverview", 0, undefined]);
    expect(error.cause).toBe(cause);
  });

  it("fails once for calls at the same moment, which wait for their delay and share the next request", async () => {
    const rejections = unhandledRejections();
    const { token, asked } = provider(
      async () => (await quiet(2), sealed()),
      async () => (await quiet(2), first),
    );
    const { wm, clock, named } = await connect(good, { token });
    const calls = Array.from({ length: 50 }, () => wm.overview());

    expect(await Promise.all(calls)).toEqual(calls.map(() => complete));
    expect([asked.length, named("retry").length]).toEqual([2, 50]);
    expect([clock.pending, rejections]).toEqual([[], []]);
  });

  it("may call the client itself, which ends at its timeout", async () => {
    let nested: unknown;
    const token = async () => {
      nested = await rejection(wm.overview({ timeout: 100 }));
      throw new Error("nested");
    };
    const { wm, clock } = clientOnManualClock({ maxRetries: 0, token });
    const ending = rejection(wm.overview());
    await until(() => clock.pending.includes(100), "the nested call waits");
    clock.advance(100);

    expect(await ending).toBeInstanceOf(WmTokenError);
    expect(nested).toMatchObject({ name: "WmTokenError", message: "the token provider did not respond within 100 ms" });
  });
});

describe("an unusable token", () => {
  it.each<[string, unknown, RegExp]>([
    ["undefined", undefined, /token: must be a non-empty string/],
    ["null", async () => null, /token: must be a non-empty string/],
    ["a number", 12_345, /token: must be a non-empty string/],
    ["blank text", "  ", /token: must be a non-empty string/],
    ["a function", () => () => first, /token: must be a non-empty string/],
    ["an object without a token", { expiresAt: 1 }, /token: must be a non-empty string/],
    ["an object with a number as the token", { token: 5, expiresAt: 1 }, /token: must be a non-empty string/],
    ["a character outside Latin-1", `${secret}€`, /token: contains a character not allowed in HTTP headers/],
    ["a scheme", `Bearer ${secret}`, /whitespace or a scheme/],
    ["a scheme in an object", { token: `Bearer ${secret}`, expiresAt: 1 }, /whitespace or a scheme/],
    ["an object without expiresAt", { token: first }, /expiresAt: must be a Date or a number of milliseconds/],
    ["an expiresAt of null", { token: first, expiresAt: null }, /expiresAt/],
    ["an invalid Date", { token: first, expiresAt: new Date("soon") }, /expiresAt/],
    ["an expiresAt that is text", { token: first, expiresAt: "2026-01-01" }, /expiresAt/],
    ["a list", [first], /expiresAt/],
    ["a getter that throws", Object.defineProperty({}, "token", { get: () => JSON.parse("{") }), /JSON/],
  ])("ends the call at once: %s", async (_, answer, message) => {
    const { token, asked } = provider(answer);
    for (const caller of callers) await play({ caller, options: { token }, ends: tokenError(/^the token provider returned no usable token: /), requests: 0 });
    await play({ answers: [refused(401)], options: { token: provider(first, answer).token }, ends: tokenError(message), tokens: [first] });

    expect(asked).toHaveLength(3);
  });

  it.each(["bearer abc", "Basic abc", " abc", "abc ", "\tabc", "abc\ndef", "\nabc", "abc \n"])("is named in the message: %j", async (token) => {
    const message = /token: must not contain whitespace or a scheme; pass the JWT alone, without "Bearer"$/;

    expect(() => createWmClient({ ...credentials, token })).toThrow(message);
    expect(() => createWmClient({ ...credentials, token })).toThrow(WmConfigError);
    expect(String(await rejection(createWmClient({ ...credentials, token: () => token }).overview()))).toMatch(message);
  });

  const trailing = [`${secret}\r\n\n`, () => `${secret}\n`, () => ({ token: `${secret}\r\n`, expiresAt: Infinity })];
  it.each(trailing)("is none that only ends with line breaks", (token) => play({ options: { token } }));
});

describe("a provider's signal", () => {
  it("aborts when the last call that waits is aborted", async () => {
    const { token, asked, signals } = provider(never);
    const { wm } = clientOnManualClock({ token });
    const controllers = [new AbortController(), new AbortController()];
    const endings = controllers.map(({ signal }) => rejection(wm.overview({ signal })));
    await until(() => asked.length === 1, "the provider is called");

    controllers[0]!.abort("first");
    expect(await endings[0]).toBe("first");
    expect(signals[0]!.aborted).toBe(false);
    controllers[1]!.abort("second");
    expect(await endings[1]).toBe("second");

    expect(signals[0]!.aborted).toBe(true);
  });

  it.each([
    ["timeout", { timeout: 500 }, WmTokenError],
    ["totalTimeout", { totalTimeout: 500 }, WmTimeoutError],
  ])("aborts when the %s ends the only call that waits, and not for the next", async (_, options, type) => {
    const { token, asked, signals } = provider(never, second);
    const { wm, clock, tokens } = await connect(good, { token });
    const ending = rejection(wm.overview(options));
    await until(() => asked.length === 1, "the provider is called");
    clock.advance(500);

    expect(await ending).toBeInstanceOf(type);
    await wm.overview();
    expect([signals.map(({ aborted }) => aborted), tokens()]).toEqual([[true, false], [second]]);
  });

  it("does not abort after the provider has answered", async () => {
    const { token, signals } = provider(first);
    const { wm, requests } = await connect(() => undefined, { token });
    const controller = new AbortController();
    const ending = rejection(wm.overview({ signal: controller.signal }));
    await until(() => requests.length === 1, "the request arrives");
    controller.abort("left");
    await ending;

    expect(signals[0]!.aborted).toBe(false);
  });

  it("may end the provider's own request, without an unhandled rejection", async () => {
    const rejections = unhandledRejections();
    const slow = await serve(() => undefined);
    const controller = new AbortController();
    const wm = createWmClient({ ...credentials, token: ({ signal }) => fetch(slow.url, { signal }).then((response) => response.text()) });
    const ending = rejection(wm.overview({ signal: controller.signal }));
    await until(() => slow.requests.length === 1, "the provider's request arrives");
    controller.abort("left");

    expect(await ending).toBe("left");
    await quiet(10);
    expect(rejections).toEqual([]);
  });
});

describe("calls that wait for one token", () => {
  it.each(["timeout", "abort"])("get it although another call ends before, by %s", async (how) => {
    const { answer, give } = later();
    const { token, asked } = provider(answer);
    const { wm, clock } = await connect(good, { token });
    const controller = new AbortController();
    const leaving = rejection(wm.overview({ timeout: 100, signal: controller.signal }));
    const staying = wm.overview({ timeout: 10_000 });
    await until(() => clock.pending.length === 2, "both wait");
    if (how === "abort") controller.abort("left");
    else clock.advance(100);
    expect(await leaving).toEqual(how === "abort" ? "left" : expect.any(WmTokenError));
    give(first);

    expect(await staying).toEqual(complete);
    expect(asked).toHaveLength(1);
  });

  it("do not get the late answer to a request that was given up, and share the next request", async () => {
    const [abandoned, next] = [later(), later()];
    const { token, asked } = provider(abandoned.answer, next.answer, "third-token-0003");
    const { wm, clock, tokens } = await connect(good, { token, timeout: 1_000 });
    const late = rejection(wm.overview());
    await until(() => asked.length === 1, "the provider is called");
    clock.advance(1_000);
    expect(await late).toBeInstanceOf(WmTokenError);
    const waiting = wm.overview();
    await until(() => asked.length === 2, "the provider is called again");
    abandoned.give(first);
    await quiet(5);
    const other = wm.overview();
    await quiet(5);
    next.give(second);
    await Promise.all([waiting, other]);

    expect([asked.length, tokens()]).toEqual([2, [second, second]]);
  });

  /** A call whose 401 arrives while another call waits for a token. */
  async function crossing(given: unknown) {
    const { answer, give } = later();
    const { token, asked, signals } = provider({ token: first, expiresAt: now + 40_000 }, answer, second);
    const { handler, refusals } = refusingLate(good);
    const { wm, clock, tokens } = await connect(handler, { token, maxRetries: 0 });
    const controller = new AbortController();
    const refused = wm.overview({ signal: controller.signal });
    await until(() => refusals.length === 1, "the first request arrives");
    clock.advance(15_000);
    const waiting = wm.overview({ timeout: 60_000 });
    await until(() => asked.length === 2, "the second call asks");
    refusals[0]!();
    await until(() => clock.pending.includes(30_000), "both wait for the token");
    return { refused, waiting, controller, asked, signals, tokens, answer: () => give(given) };
  }

  it("share a request from before a 401, if it returns another token", async () => {
    const { refused, waiting, asked, tokens, answer } = await crossing({ token: second, expiresAt: Infinity });
    answer();
    await Promise.all([refused, waiting]);

    expect(asked).toHaveLength(2);
    expect(tokens().sort()).toEqual([first, second, second]);
  });

  it("ask again, with the refused token, if a request from before a 401 returns that", async () => {
    const { refused, waiting, asked, tokens, answer } = await crossing({ token: first, expiresAt: Infinity });
    answer();
    await Promise.all([refused, waiting]);

    expect(asked).toEqual([{}, {}, { rejected: first }]);
    expect(tokens().sort()).toEqual([first, first, second]);
  });

  it("ask for nothing more after an abort", async () => {
    const { refused, waiting, controller, asked, signals, answer } = await crossing({ token: first, expiresAt: Infinity });
    controller.abort("left");
    expect(await rejection(refused)).toBe("left");
    expect(signals[1]!.aborted).toBe(false);
    answer();
    await waiting;
    await quiet(10);

    expect(asked).toHaveLength(2);
  });
});
