import { createWmClient, type TokenContext, type TokenProvider, type WmApiError, WmConfigError, WmTimeoutError, WmTokenError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { createClientAt } from "../../src/client.js";
import { clientOnManualClock, credentials, rejection, secret } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { jwt, quiet, until } from "../support/faults.js";
import { inTurn, json, serve } from "../support/server.js";
import { unhandledRejections } from "../support/unhandled.js";
import { expectNoSecret } from "../support/views.js";

const good = json({ note: "complete" });
const never = () => new Promise<never>(() => undefined);
const now = manualClock().now();
const [first, second] = ["first-token-0001", "second-token-0002"] as const;

/** A provider that returns these in turn, functions called, and the contexts that it was called with. */
function provider(...answers: readonly unknown[]) {
  const contexts: TokenContext[] = [];
  const token = ((context: TokenContext) => {
    const answer = answers[Math.min(contexts.push(context), answers.length) - 1];
    return typeof answer === "function" ? (answer as () => unknown)() : answer;
  }) as TokenProvider;
  return { token, contexts };
}

const sent = ({ requests }: { requests: readonly { headers: { authorization?: string | undefined } }[] }) =>
  requests.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));

describe("a token with its expiry", () => {
  it.each([
    ["milliseconds", now + 60_000],
    ["a Date", new Date(now + 60_000)],
    ["an object that stands for a number", { valueOf: () => now + 60_000 }],
  ])("is replaced when it expires in less than 30 s: %s", async (_, expiresAt) => {
    const server = await serve(good);
    const clock = manualClock();
    const { token, contexts } = provider({ token: first, expiresAt }, async () => ({ token: second, expiresAt: Infinity }));
    const wm = createClientAt(clock, { ...credentials, token, baseUrl: server.url });

    await wm.overview();
    clock.advance(29_000);
    await wm.overview();
    clock.advance(2_000);
    await wm.overview();
    clock.advance(1e12);
    await wm.raw.GET("/customers");

    expect(sent(server)).toEqual([first, first, second, second]);
    expect(contexts).toHaveLength(2);
  });

  it("overrides the exp of a JWT", async () => {
    const server = await serve(good);
    const clock = manualClock();
    const { token, contexts } = provider(
      { token: jwt({ exp: now / 1000 + 3_600 }), expiresAt: now + 40_000 },
      { token: jwt({ exp: 1 }), expiresAt: now + 1e9 },
    );
    const wm = createClientAt(clock, { ...credentials, token, baseUrl: server.url });

    await wm.overview();
    clock.advance(20_000);
    await wm.overview();
    await wm.overview();

    expect(contexts).toHaveLength(2);
  });

  it("that has expired is sent once: the server decides", async () => {
    const server = await serve(good);
    const { token, contexts } = provider({ token: first, expiresAt: new Date(now - 1) });
    const { wm } = clientOnManualClock({ token, baseUrl: server.url });

    await wm.overview();
    await wm.overview();

    expect(sent(server)).toEqual([first, first]);
    expect(contexts).toHaveLength(2);
  });

  it("may end with line breaks", async () => {
    const server = await serve(good);
    const { wm } = clientOnManualClock({ token: async () => ({ token: `${first}\r\n`, expiresAt: Infinity }), baseUrl: server.url });

    await wm.overview();

    expect(sent(server)).toEqual([first]);
  });

  it("is replaced after a 401 like any other", async () => {
    const server = await serve(inTurn(json({}, 401), good));
    const { token, contexts } = provider({ token: first, expiresAt: Infinity }, { token: second, expiresAt: Infinity });
    const { wm } = clientOnManualClock({ token, baseUrl: server.url });

    await wm.overview();

    expect(sent(server)).toEqual([first, second]);
    expect(contexts.map(({ rejected }) => rejected)).toEqual([undefined, first]);
  });

  it.each<[string, unknown, RegExp]>([
    ["no expiresAt", { token: first }, /expiresAt: must be a Date or a number of milliseconds/],
    ["null", { token: first, expiresAt: null }, /expiresAt/],
    ["an invalid Date", { token: first, expiresAt: new Date("soon") }, /expiresAt/],
    ["text", { token: first, expiresAt: "2026-01-01" }, /expiresAt/],
    ["NaN", { token: first, expiresAt: Number.NaN }, /expiresAt/],
    ["no token", { expiresAt: 1 }, /token: must be a non-empty string/],
    ["a token that is no text", { token: 5, expiresAt: 1 }, /token: must be/],
    ["a token with a scheme", { token: `Bearer ${secret}`, expiresAt: 1 }, /whitespace or a scheme/],
    ["a getter that throws", Object.defineProperty({}, "token", { get: () => JSON.parse("{") }), /JSON/],
    ["a list", [first], /expiresAt/],
    ["a function", () => () => first, /token: must be/],
  ])("is unusable, and the provider is not called again: %s", async (_, answer, message) => {
    const server = await serve(good);
    const { token, contexts } = provider(answer);
    const { wm } = clientOnManualClock({ token, baseUrl: server.url });

    const error = (await rejection(wm.overview())) as WmTokenError;

    expect(error).toBeInstanceOf(WmTokenError);
    expect(error.message).toMatch(/^the token provider returned no usable token: /);
    expect(error.message).toMatch(message);
    expect([error.attempts, error.operation]).toEqual([0, "getCustomerOverview"]);
    expect(error.cause).toBeInstanceOf(Error);
    expect(contexts).toHaveLength(1);
    expect(server.requests).toEqual([]);
    expectNoSecret(error);
  });
});

describe("a token's text", () => {
  it.each(["Bearer abc", "bearer abc", "Basic abc", "abc def", " abc", "abc ", "\tabc", "abc\ndef", "a\r\nb", "\nabc", "abc \n"])(
    "is rejected with a message that says what to pass: %j",
    async (token) => {
      const fixed = () => createWmClient({ ...credentials, token });
      expect(fixed).toThrow(WmConfigError);
      expect(fixed).toThrow(/^token: must not contain whitespace or a scheme; pass the JWT alone, without "Bearer"$/);

      const error = await rejection(createWmClient({ ...credentials, token: () => token }).overview());
      expect(error).toBeInstanceOf(WmTokenError);
      expect((error as WmTokenError).message).toContain('pass the JWT alone, without "Bearer"');
    },
  );
});

describe("a provider's signal", () => {
  it("aborts when the only call that waits is aborted, and nobody else waits", async () => {
    const { token, contexts } = provider(never);
    const wm = createWmClient({ ...credentials, token });
    const controllers = [new AbortController(), new AbortController()];
    const endings = controllers.map(({ signal }) => rejection(wm.overview({ signal })));
    await until(() => contexts.length === 1, "the provider is called");
    const { signal } = contexts[0]!;

    controllers[0]!.abort("first");
    expect(await endings[0]).toBe("first");
    expect(signal.aborted).toBe(false);
    controllers[1]!.abort("second");
    expect(await endings[1]).toBe("second");

    expect(signal.aborted).toBe(true);
  });

  it.each([
    ["timeout", { timeout: 500 }, WmTokenError],
    ["totalTimeout", { totalTimeout: 500 }, WmTimeoutError],
  ])("aborts when the %s ends the only call that waits", async (_, options, type) => {
    const { token, contexts } = provider(never, second);
    const server = await serve(good);
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, token, baseUrl: server.url });
    const ending = rejection(wm.overview(options));
    await until(() => contexts.length === 1, "the provider is called");
    clock.advance(500);

    expect(await ending).toBeInstanceOf(type);
    expect(contexts[0]!.signal.aborted).toBe(true);
    await wm.overview();
    expect(contexts[1]!.signal.aborted).toBe(false);
    expect(sent(server)).toEqual([second]);
  });

  it("does not abort after the provider has answered, nor for a call that ends later", async () => {
    const server = await serve(() => undefined);
    const { token, contexts } = provider(first);
    const wm = createWmClient({ ...credentials, token, baseUrl: server.url });
    const controller = new AbortController();
    const ending = rejection(wm.overview({ signal: controller.signal }));
    await until(() => server.requests.length === 1, "the request arrives");
    controller.abort("left");
    await ending;

    expect(contexts[0]!.signal.aborted).toBe(false);
  });

  it("may be passed to fetch: the provider then fails, and nobody sees it", async () => {
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

describe("a provider that fails", () => {
  const sealed = () => Promise.reject(new Error("vault is sealed"));

  it("is called again within maxRetries, with the delays of a retry, and with the retry hook", async () => {
    const server = await serve(good);
    const { token, contexts } = provider(sealed, () => JSON.parse("{"), first);
    const waits: unknown[] = [];
    const hooks = {
      retry: ({ wait, attempt, status }: { wait: number; attempt: number; status: number | undefined }) => void waits.push([wait, attempt, status]),
    };
    const { wm } = clientOnManualClock({ token, baseUrl: server.url, hooks });

    expect(await wm.overview()).toEqual({ note: "complete" });

    expect(waits).toEqual([
      [250, 0, undefined],
      [500, 0, undefined],
    ]);
    expect(contexts).toHaveLength(3);
    expect(sent(server)).toEqual([first]);
  });

  it("too often ends in a WmTokenError whose message has the reason, for a PATCH too", async () => {
    const { token, contexts } = provider(sealed);
    const { wm } = clientOnManualClock({ token, maxRetries: 3 });

    const error = (await rejection(wm.customer("1").contacts.update({ email: "a@example.com" }))) as WmTokenError;

    expect(error).toBeInstanceOf(WmTokenError);
    expect(error.message).toBe("the token provider failed: vault is sealed");
    expect(error.cause).toMatchObject({ message: "vault is sealed" });
    expect([error.attempts, error.operation, error.trackingId]).toEqual([0, "updateContacts", undefined]);
    expect(contexts).toHaveLength(4);
  });

  it.each<[string, unknown, string]>([
    ["an error with a code in its cause", new Error("fetch failed", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) }), "ECONNREFUSED"],
    ["text", "sealed", "sealed"],
    ["undefined", undefined, "undefined"],
    ["an object", { message: 7 }, "7"],
  ])("with %s shows it as the reason", async (_, reason, shown) => {
    const { wm } = clientOnManualClock({ token: () => Promise.reject(reason), maxRetries: 0 });

    expect(((await rejection(wm.overview())) as WmTokenError).message).toBe(`the token provider failed: ${shown}`);
  });

  it("after a 401 leaves the status to the error event", async () => {
    const server = await serve(json({}, 401));
    const { token } = provider(first, sealed);
    const events: unknown[] = [];
    const { wm } = clientOnManualClock({
      token,
      baseUrl: server.url,
      maxRetries: 1,
      hooks: { error: ({ status, attempt }) => void events.push([status, attempt]) },
    });

    expect(await rejection(wm.overview())).toBeInstanceOf(WmTokenError);

    expect(events).toEqual([[401, 1]]);
  });

  it("is not called again for a call without retries", async () => {
    const { token, contexts } = provider(sealed);
    const { wm } = clientOnManualClock({ token });

    await rejection(wm.overview({ maxRetries: 0 }));

    expect(contexts).toHaveLength(1);
  });

  it("is called once by calls that wait at the same moment, and once more after their delay", async () => {
    const { token, contexts } = provider(
      async () => (await quiet(2), sealed()),
      async () => (await quiet(2), first),
    );
    const { url } = await serve(good);
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, token, baseUrl: url });
    const calls = Array.from({ length: 50 }, () => wm.overview());
    await until(() => clock.pending.filter((wait) => wait === 250).length === 50, "all wait");
    clock.advance(250);

    await Promise.all(calls);
    expect(contexts).toHaveLength(2);
  });

  it("and calls the client itself ends instead of waiting for ever", async () => {
    const clock = manualClock();
    let nested: unknown;
    const wm = createClientAt(clock, {
      ...credentials,
      maxRetries: 0,
      token: async () => {
        nested = await rejection(wm.overview({ timeout: 100 }));
        throw new Error("nested");
      },
    });
    const ending = rejection(wm.overview());
    await until(() => clock.pending.includes(100), "the nested call waits");
    clock.advance(100);

    expect(await ending).toBeInstanceOf(WmTokenError);
    expect(nested).toMatchObject({ name: "WmTokenError", message: "the token provider did not answer within 100 ms" });
  });
});

describe("requests for a token that cross each other", () => {
  /** A call whose 401 arrives while another call waits for a token. */
  async function crossing(answer: unknown) {
    const refusals: (() => void)[] = [];
    const server = await serve((response, request, index) => {
      if (index === 0) refusals.push(() => json({ message: "expired" }, 401)(response, request, index));
      else good(response, request, index);
    });
    let give: (token: unknown) => void = () => undefined;
    const { token, contexts } = provider({ token: first, expiresAt: now + 40_000 }, () => new Promise((resolve) => (give = resolve)), second);
    const clock = manualClock();
    const wm = createClientAt(clock, { ...credentials, token, baseUrl: server.url, maxRetries: 0 });
    const controller = new AbortController();
    const refused = wm.overview({ signal: controller.signal });
    await until(() => refusals.length === 1, "the first request arrives");
    clock.advance(15_000);
    const waiting = wm.overview({ timeout: 60_000 });
    await until(() => contexts.length === 2, "the second call asks");
    refusals[0]!();
    await until(() => clock.pending.includes(30_000), "both wait for the token");
    return { refused, waiting, controller, contexts, server, answer: () => give(answer) };
  }

  it("share the request that is under way, if it returns another token", async () => {
    const { refused, waiting, contexts, server, answer } = await crossing({ token: second, expiresAt: Infinity });
    answer();

    await Promise.all([refused, waiting]);

    expect(contexts).toHaveLength(2);
    expect(sent(server)).toEqual([first, second, second]);
  });

  it("ask again, with the refused token, if it returns that one", async () => {
    const { refused, waiting, contexts, server, answer } = await crossing({ token: first, expiresAt: Infinity });
    answer();

    await Promise.all([refused, waiting]);

    expect(contexts.map(({ rejected }) => rejected)).toEqual([undefined, undefined, first]);
    expect(sent(server).sort()).toEqual([first, first, second]);
  });

  it("ask for nothing more after an abort", async () => {
    const { refused, waiting, controller, contexts, answer } = await crossing({ token: first, expiresAt: Infinity });
    controller.abort("left");
    expect(await rejection(refused)).toBe("left");
    expect(contexts[1]!.signal.aborted).toBe(false);
    answer();
    await waiting;
    await quiet(10);

    expect(contexts).toHaveLength(2);
  });

  it("a second 401 with the new token is final", async () => {
    const server = await serve(json({ message: "expired" }, 401));
    const { token, contexts } = provider(first, second);
    const { wm } = clientOnManualClock({ token, baseUrl: server.url });

    const error = (await rejection(wm.overview())) as WmApiError;

    expect([error.status, error.attempts, contexts.length]).toEqual([401, 2, 2]);
  });
});
