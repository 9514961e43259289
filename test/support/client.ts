import { type WmClient, type WmClientOptions, WmConfigError, type WmHooks } from "wm-customer-api";
import { expect } from "vitest";
import { createClientAt } from "../../src/client.js";
import { type ManualClock, manualClock } from "./clock.js";
import { type Handler, json, serve } from "./server.js";

/** A secret that must not be found in anything a person may see. */
export const secret = "secret-token-3f9a";

/** Credentials that every client in these tests has, so that a test names only what it is about. */
export const credentials = { clientId: "client-1", token: secret } as const;

/** A client on a manual clock that skips the delays before retries. */
export function clientOnManualClock(options: Partial<WmClientOptions>, clock: ManualClock = manualClock()): { wm: WmClient; clock: ManualClock } {
  const wm = createClientAt(clock, {
    ...credentials,
    ...options,
    hooks: {
      ...options.hooks,
      retry(event) {
        options.hooks?.retry?.(event);
        // The timer is set right after the hook is called.
        setImmediate(() => clock.advance(event.wait));
      },
    },
  });
  return { wm, clock };
}

export const hookNames = ["request", "response", "retry", "success", "error", "decodeIssue"] as const;

/** An event, with the name of the hook that received it. */
export interface Seen {
  readonly hook: keyof WmHooks;
  readonly event: Readonly<Record<string, unknown>>;
}

/** A client that skips delays and records its events. */
export function recorded(options: Partial<WmClientOptions>, clock?: ManualClock) {
  const events: Seen[] = [];
  const hooks = Object.fromEntries(hookNames.map((hook) => [hook, (event: object) => void events.push({ hook, event: event as Seen["event"] })]));
  const named = (name: keyof WmHooks) => events.filter(({ hook }) => hook === name).map(({ event }) => event);
  return { ...clientOnManualClock({ ...options, hooks: { ...hooks, ...options.hooks } }, clock), events, named, names: () => events.map(({ hook }) => hook) };
}

/** A server with this handler, and a client of it that skips delays and records its events. */
export async function connect(handler: Handler, options: Partial<WmClientOptions> = {}, clock?: ManualClock) {
  const { url, requests } = await serve(handler);
  const tokens = () => requests.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));
  return { url, requests, tokens, ...recorded({ baseUrl: url, ...options }, clock) };
}

/** The reason that a call rejects with. Fails if it resolves. */
export async function rejection<T = unknown>(call: Promise<unknown>): Promise<T> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error as T;
  throw new Error(`the call resolved with ${JSON.stringify(outcome.value)}`);
}

/** The WmConfigError of a call for which nothing is sent. Checks that it is reported. */
export async function configErrorOf(call: (wm: WmClient) => Promise<unknown>): Promise<WmConfigError> {
  const { wm, requests, named } = await connect(json({}));
  const error = await rejection<WmConfigError>(call(wm));
  expect(error).toBeInstanceOf(WmConfigError);
  expect([error.attempts, error.trackingId]).toEqual([0, undefined]);
  expect(named("error").map((event) => event.error)).toEqual([error]);
  expect(requests).toEqual([]);
  return error;
}
