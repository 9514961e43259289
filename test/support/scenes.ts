import { inspect } from "node:util";
import {
  type RequestOptions,
  WmApiError,
  type WmClientOptions,
  type WmConnectionError,
  WmError,
  type WmResponseError,
  type WmTimeoutError,
  type WmTokenError,
} from "wm-customer-api";
import { expect } from "vitest";
import { type Caller, overview } from "./calls.js";
import { recorded, secret, type Seen } from "./client.js";
import { type ManualClock, manualClock } from "./clock.js";
import { type Handler, inTurn, json, serve } from "./server.js";
import { expectNoSecret } from "./views.js";

/** End of a call: with a value, with a status outside 2xx, which `wm.raw` returns, or with an error of this class. */
export type Expected =
  | { readonly value: unknown }
  | { readonly status: number; readonly message?: RegExp; readonly fields?: Readonly<Record<string, unknown>> }
  | {
      readonly error: typeof WmConnectionError | typeof WmTimeoutError | typeof WmTokenError | typeof WmResponseError;
      readonly message?: RegExp;
      readonly fields?: Readonly<Record<string, unknown>>;
      readonly cause?: RegExp;
    };

/** A fault: what the server does with a call, and how the call ends. */
export interface Scene {
  readonly caller?: Caller;
  /** Responses in turn; the last one repeats. */
  readonly answers?: readonly [Handler, ...Handler[]];
  /** URL of another server. */
  readonly baseUrl?: string;
  readonly options?: Partial<WmClientOptions>;
  readonly call?: RequestOptions;
  /** Success by default. */
  readonly ends?: Expected;
  /** Number of requests that the server sees. By default, one more than there are delays. */
  readonly requests?: number;
  /** Number of requests that the client makes, if the server cannot see them all. */
  readonly attempts?: number;
  /** The delays before retries, in milliseconds. */
  readonly waits?: readonly number[];
  /** Duration by the clock, if something other than the delays takes time. */
  readonly elapsed?: number;
  /** The token of each request. */
  readonly tokens?: readonly string[];
  /** The tracking id of every attempt, if it is not fresh for each. */
  readonly trackingId?: string;
}

/** The first delays if the random number is 0.5: half of 0.5 s, 1 s, ... */
export const usualWaits = [250, 500] as const;

export const complete = { note: "complete" };
export const good = json(complete);

/** An error body like in WM's reference. */
const refusal = (status: number) => ({ error: { code: String(status), message: "come back later", errors: [{ message: "busy" }] } });
export const refused = (status: number, headers: Readonly<Record<string, string>> = {}) => json(refusal(status), status, headers);
export const refusedWith = (status: number, retryAfter?: number): Expected => ({
  status,
  message: /^come back later \(/,
  fields: { body: refusal(status), code: String(status), details: [{ message: "busy" }], retryAfter },
});

/** Plays a scene, and checks all that is true of any call: its requests, events, delays, timers, and that no token is shown. */
export async function play(scene: Scene | ((clock: ManualClock) => Scene | Promise<Scene>), clock: ManualClock = manualClock()): Promise<void> {
  const given = typeof scene === "function" ? await scene(clock) : scene;
  const { caller = overview, answers = [good], ends = { value: complete }, waits = [], tokens, trackingId } = given;
  const { requests = waits.length + 1, attempts = requests } = given;
  const server = await serve(inTurn(...answers));
  const { wm, events, named } = recorded({ baseUrl: given.baseUrl ?? server.url, ...given.options }, clock);
  const begun = clock.elapsed();
  const ending = await caller.call(wm, given.call).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

  const ids = named("request").map((event) => event.trackingId);
  expectEnding(ending, ends, caller, named("error"), attempts, ids.at(-1));
  expect([server.requests.length, ids.length], "requests that the server saw, and that the client made").toEqual([requests, attempts]);
  if (attempts === requests) expect(server.requests.map(({ headers }) => headers["request-tracking-id"])).toEqual(ids);
  if (trackingId === undefined) expect(new Set(ids).size, "different tracking ids").toBe(ids.length);
  else expect(ids, "tracking ids").toEqual(ids.map(() => trackingId));
  for (const [index, { method, url, body, headers }] of server.requests.entries()) {
    expect([method, url, body], "every attempt is the same request").toEqual([caller.method, caller.url, caller.body]);
    expect([headers.authorization, headers.clientid]).toEqual([`Bearer ${tokens ? tokens[index] : secret}`, "client-1"]);
  }
  expect(
    named("retry").map(({ wait }) => wait),
    "delays",
  ).toEqual(waits);
  expect(clock.elapsed() - begun, "elapsed time").toBe(given.elapsed ?? waits.reduce((sum, wait) => sum + wait, 0));
  expect(clock.pending, "timers that are still set").toEqual([]);
  for (const shown of [...events.map(({ event }) => event), ...("error" in ending ? [ending.error] : [])]) {
    for (const token of [secret, ...(tokens ?? [])]) expectNoSecret(shown, token);
  }
}

type Ending = { readonly value: unknown } | { readonly error: unknown };

function expectEnding(ending: Ending, ends: Expected, caller: Caller, failures: Seen["event"][], attempts: number, trackingId: unknown): void {
  const { operation, raw, method, path } = caller;
  if ("value" in ends) {
    if ("error" in ending) throw ending.error;
    expect(ending.value).toEqual(raw ? { status: 200, ...(ends.value !== undefined && { data: ends.value }) } : ends.value);
    expect(failures, "error events").toEqual([]);
    return;
  }
  expect(failures).toMatchObject([{ operation, method, path, attempt: attempts, trackingId }]);
  const { error, status } = failures[0]!;
  if (!(error instanceof WmError)) throw error;
  const body = ends.fields?.body;
  if (raw && "status" in ends) {
    expect(ending).toMatchObject({ value: { status: ends.status, ...(body !== undefined && { error: body }) } });
    expect(ending).not.toHaveProperty("value.data");
  } else expect("error" in ending && ending.error, inspect(ending)).toBe(error);

  expect([error.operation, error.attempts, error.trackingId]).toEqual([operation, attempts, trackingId]);
  expect(error.message).toMatch(ends.message ?? /./);
  for (const [name, value] of Object.entries(ends.fields ?? {})) expect(error[name as keyof typeof error], name).toEqual(value);
  if ("status" in ends) {
    expect(error).toBeInstanceOf(WmApiError);
    expect([(error as WmApiError).status, status]).toEqual([ends.status, ends.status]);
    expect(error.message).toContain(`${operation}: status ${ends.status}, tracking id ${trackingId}`);
  } else {
    expect(error.constructor).toBe(ends.error);
    if (ends.cause) expect(inspect(error.cause)).toMatch(ends.cause);
  }
}
