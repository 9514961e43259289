import { inspect } from "node:util";
import {
  WmApiError,
  type WmConnectionError,
  WmError,
  type WmClientOptions,
  type WmResponseError,
  type WmTimeoutError,
  type WmTokenError,
  type RequestOptions,
  type WmErrorEvent,
} from "wm-customer-api";
import { expect } from "vitest";
import { type Caller, overview } from "./calls.js";
import { clientOnManualClock, secret } from "./client.js";
import { type ManualClock, manualClock } from "./clock.js";
import { type Handler, inTurn, serve } from "./server.js";

/** How a call is to end. */
export type Expected =
  | { readonly value: unknown }
  /** A status outside 2xx: thrown by the façade, returned by `wm.raw`. Fields that are not named are not looked at. */
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly code?: string | undefined;
      readonly message?: RegExp;
      readonly details?: readonly unknown[];
      readonly retryAfter?: number | undefined;
    }
  /** Thrown by both. */
  | { readonly error: ErrorClass; readonly fields?: Readonly<Record<string, unknown>>; readonly message?: RegExp; readonly cause?: RegExp };

type ErrorClass = typeof WmConnectionError | typeof WmTimeoutError | typeof WmTokenError | typeof WmResponseError;

/** A fault: what the server does with a call, and what is to come of it. */
export interface Scene {
  readonly caller?: Caller;
  /** What answers the requests in turn; the last answers all that follow. */
  readonly answers?: readonly [Handler, ...Handler[]];
  /** Where the call goes instead, and how many requests of it are seen there: none. */
  readonly baseUrl?: string;
  readonly options?: Partial<WmClientOptions>;
  readonly call?: RequestOptions;
  readonly ends: Expected;
  /** How many requests the server sees. */
  readonly requests: number;
  /** How many the client made, where the server could not see them all. */
  readonly attempts?: number;
  /** The waits that were announced, in milliseconds. */
  readonly waits?: readonly number[];
  /** How long the call takes by its clock, where something other than the waits takes time. */
  readonly elapsed?: number;
  /** The token of each request. */
  readonly tokens?: readonly string[];
  /** The tracking id of every attempt, where it is not fresh for each. */
  readonly trackingId?: string;
  /** What is to be true afterwards. */
  readonly afterwards?: () => void | Promise<void>;
}

/** What a random number of 0.5 makes of the first waits: half of 0.5 s, 1 s, 2 s, ... */
export const usualWaits = [250, 500] as const;

/** The wait after a `Retry-After`, in milliseconds, if the random number is 0.5. */
export function afterRetryAfter(milliseconds: number): number {
  return milliseconds + 0.5 * Math.min(1_000, milliseconds / 10);
}

/** Plays a scene and asserts everything that is to be true of it, whatever else it is about. */
export async function play(scene: (clock: ManualClock) => Scene | Promise<Scene>, clock: ManualClock = manualClock()): Promise<void> {
  const { caller = overview, answers, baseUrl, options, call, ends, requests, waits = [], tokens, trackingId, afterwards, ...rest } = await scene(clock);
  const attempts = rest.attempts ?? requests;
  const server = answers && (await serve(inTurn(...answers)));
  const url = baseUrl ?? server?.url;
  if (url === undefined) throw new Error("a scene needs a server");

  const announced: number[] = [];
  const sent: (string | undefined)[] = [];
  const failures: WmErrorEvent[] = [];
  const events: object[] = [];
  const { wm } = clientOnManualClock(
    {
      baseUrl: url,
      ...options,
      hooks: {
        request: (event) => void (events.push(event), sent.push(event.trackingId)),
        response: (event) => void events.push(event),
        retry: (event) => void (events.push(event), announced.push(event.wait)),
        error: (event) => void (events.push(event), failures.push(event)),
      },
    },
    clock,
  );
  const begun = clock.elapsed();
  const ending = await caller.call(wm, call).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

  expectEnding(ending, ends, caller, failures, { attempts, trackingId: sent.at(-1) });

  const received = server?.requests ?? [];
  expect(received.length, "requests that the server saw").toBe(requests);
  expect(sent.length, "requests that the client made").toBe(attempts);
  const seen = received.map(({ headers }) => headers["request-tracking-id"]);
  if (attempts === requests) expect(seen, "tracking ids, as the hook and as the server saw them").toEqual(sent);
  if (trackingId === undefined) expect(new Set(sent).size, "different tracking ids").toBe(sent.length);
  else expect(sent, "tracking ids").toEqual(sent.map(() => trackingId));
  expect(
    received.map(({ headers }) => headers.authorization),
    "tokens",
  ).toEqual((tokens ?? received.map(() => secret)).map((token) => `Bearer ${token}`));
  for (const request of received) {
    expect([request.method, request.url, request.body], "every attempt is the same request").toEqual([caller.method, caller.url, caller.body]);
    expect(request.headers.clientid).toBe("client-1");
  }

  expect(announced, "waits").toEqual(waits);
  expect(clock.elapsed() - begun, "elapsed time").toBe(rest.elapsed ?? waits.reduce((sum, wait) => sum + wait, 0));
  expect(clock.pending, "timers that are still set").toEqual([]);

  // No fault is an occasion to show a credential.
  for (const shown of [...events, ...("error" in ending ? [ending.error] : [])]) {
    const views = `${inspect(shown, { depth: 10, showHidden: true })}${JSON.stringify(shown)}`;
    for (const token of [secret, ...(tokens ?? [])]) expect(views.includes(token), `the token is in ${views}`).toBe(false);
  }
  await afterwards?.();
}

type Ending = { readonly value: unknown } | { readonly error: unknown };

function expectEnding(
  ending: Ending,
  ends: Expected,
  { operation, raw, method, path }: Caller,
  failures: readonly WmErrorEvent[],
  { attempts, trackingId }: { attempts: number; trackingId: string | undefined },
): void {
  if ("value" in ends) {
    if ("error" in ending) throw ending.error;
    const expected = raw ? { status: 200, ...(ends.value === undefined ? {} : { data: ends.value }) } : ends.value;
    expect(ending.value, "value").toEqual(expected);
    expect(failures, "error events").toEqual([]);
    return;
  }

  expect(failures.length, "error events").toBe(1);
  const event = failures[0]!;
  expect([event.operation, event.method, event.path, event.attempt, event.trackingId]).toEqual([operation, method, path, attempts, trackingId]);
  if (raw && "status" in ends) {
    if ("error" in ending) throw ending.error;
    expect(ending.value, "outcome").toMatchObject({ status: ends.status, ...("body" in ends && { error: ends.body }) });
    expect(ending.value, "outcome").not.toHaveProperty("data");
  } else if ("value" in ending) throw new Error(`the call resolved with ${inspect(ending.value)}`);
  else expect(event.error, "error of the event").toBe(ending.error);

  const { error } = event;
  if (!(error instanceof WmError)) throw error;
  expect([error.operation, error.attempts, error.trackingId], "operation, attempts, tracking id").toEqual([operation, attempts, trackingId]);
  if (ends.message) expect(error.message).toMatch(ends.message);

  if ("status" in ends) {
    if (!(error instanceof WmApiError)) throw error;
    expect(error.name).toBe("WmApiError");
    expect(error.status, "status").toBe(ends.status);
    expect(event.status, "status of the event").toBe(ends.status);
    for (const field of ["body", "code", "details", "retryAfter"] as const) if (field in ends) expect(error[field], field).toEqual(ends[field]);
    expect(error.headers).toBeInstanceOf(Headers);
    expect(error.message).toContain(`${operation}: status ${ends.status}, tracking id ${trackingId}`);
    return;
  }

  if (!(error instanceof ends.error)) throw error;
  expect(error.constructor).toBe(ends.error);
  expect(error.name).toBe(ends.error.name);
  for (const [name, value] of Object.entries(ends.fields ?? {})) expect(error[name as keyof typeof error], name).toEqual(value);
  if (ends.cause) expect(inspect(error.cause), "cause").toMatch(ends.cause);
}
