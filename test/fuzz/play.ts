import { getEventListeners } from "node:events";
import { WmTimeoutError, type WmClientOptions, type WmPromise, type WmResponse } from "wm-customer-api";
import { createClientAt } from "../../src/client.js";
import { type Operation, operations } from "../support/spec.js";
import { type Answer, type Possible, possibleOf } from "./answers.js";
import { callFacade, callRaw, isEndless } from "./arguments.js";
import { fastClock, type FuzzClock, standingClock } from "./clock.js";
import { fetchActs } from "./fetches.js";
import { hooksOf, type Seen } from "./hooks.js";
import type { CallPlan, Plan } from "./plan.js";
import { callHeader, type Exchange, type FuzzServer } from "./server.js";
import { tokenStart } from "./secrets.js";
import { tokenOption } from "./tokens.js";

/** An attempt, as the server or the custom fetch received it. */
export interface Attempt {
  readonly possible: Possible;
  /** Undefined for a custom fetch. */
  readonly exchange: Exchange | undefined;
  readonly token: string;
}

export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** A call with all observations of it. */
export interface PlayedCall {
  readonly plan: CallPlan;
  readonly operation: Operation;
  /** The object passed as `context`. */
  readonly context: object;
  readonly attempts: Attempt[];
  readonly events: Seen[];
  /** Undefined for a call that did not end. */
  outcome: Outcome | undefined;
  /** Outcome of `withResponse()`, if it was called. */
  response: { readonly value: WmResponse<unknown> } | { readonly error: unknown } | undefined;
  /** Whether the signal was aborted before the call ended. */
  wasAborted: boolean;
  /** Real milliseconds from the abort to the end of the call. */
  abortDelay: number;
}

/** A case with all observations of it. */
export interface Played {
  readonly plan: Plan;
  readonly calls: readonly PlayedCall[];
  /** Every token of the provider. */
  readonly tokens: readonly string[];
  readonly reason: unknown;
  /** Whether the clock advanced although nothing was planned to hang: fetch hangs at some broken bodies. */
  readonly wasStuck: boolean;
  /** Leaks some time after the last call, one line each. */
  readonly left: readonly string[];
}

/** Max duration of a call, in real milliseconds. Longer than any timeout of a case. */
const longestCall = 15_000;
/** Time without progress after which the clock advances, in real milliseconds. */
const longestQuiet = 300;
/** Max time to clean up after a call, in real milliseconds. */
const longestCleanUp = 2_000;

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

let caseNumber = 0;

const complete: Answer = {
  status: 200,
  headers: {},
  body: { text: '{"note":"complete"}', padding: 0, isBroken: false },
  coding: "none",
  framing: "node",
  sent: 100,
  end: "complete",
  pieces: 1,
};

/** Makes the calls of a case against the server, and collects the observations. */
export async function play(plan: Plan, server: FuzzServer): Promise<Played> {
  const id = `${++caseNumber}`;
  const clock = plan.clock === "standing" ? standingClock(plan.random) : fastClock(plan.random);
  const controller = new AbortController();
  const { signal } = controller;
  const tokens: string[] = [];
  const streams = new Set<string>();
  const late: string[] = [];
  let ticks = 0;
  let isOver = false;
  let abortedAt = 0;
  const progress = () => `${ticks} ${calls.filter(({ outcome }) => outcome !== undefined).length}`;

  const abort = () => {
    abortedAt = performance.now();
    if (plan.abort?.reason === "default") controller.abort();
    else controller.abort(reasonOf(plan.abort?.reason));
  };
  const tick = () => {
    if (ticks++ !== plan.abort?.at) return;
    if (plan.abort.isLater) setImmediate(() => void (isOver || abort()));
    else abort();
  };
  const hang = () =>
    void skipUntil(
      clock,
      (
        (before) => () =>
          isOver || progress() !== before
      )(progress()),
    );
  const make = () => {
    const token = `${tokenStart}${id}-${tokens.length}-${Math.random().toString(36).slice(2, 10)}${plan.token.flavour}`;
    tokens.push(token);
    return token;
  };
  const stream = streamFactory(streams);

  const calls = plan.calls.map(
    (call): PlayedCall => ({
      plan: call,
      operation: operations.find(({ operationId }) => operationId === call.operationId)!,
      context: { call: call.operationId },
      attempts: [],
      events: [],
      outcome: undefined,
      response: undefined,
      wasAborted: false,
      abortDelay: 0,
    }),
  );

  const see = (seen: Seen) => {
    const call = calls.find(({ context }) => context === seen.event.context);
    call?.events.push(seen);
    if (call?.outcome !== undefined) late.push(`an event after the end of the call: ${seen.hook}`);
    tick();
    const { wait } = seen.event as { readonly wait?: number };
    // The timer is set after the observers are called.
    if (seen.hook === "retry" && wait !== undefined) setImmediate(() => void (isOver || clock.skip(wait)));
  };

  const keyOf = (call: PlayedCall) => `${id}.${calls.indexOf(call)}`;
  for (const call of calls) {
    server.expect(keyOf(call), {
      next: (exchange) => {
        const answer = call.plan.answers[call.attempts.length] ?? complete;
        const token = String(exchange.headers.authorization).replace("Bearer ", "");
        call.attempts.push({ possible: possibleOf(answer), exchange, token });
        tick();
        return answer;
      },
      onHang: (exchange) => {
        const index = call.attempts.findIndex((attempt) => attempt.exchange === exchange);
        const isLast = call.events.filter(({ hook }) => hook === "request").length === index + 1;
        if (isLast && call.outcome === undefined) hang();
      },
    });
  }

  const customFetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(input instanceof Request ? input.headers : init?.headers);
    const call = calls.find((one) => keyOf(one) === headers.get(callHeader));
    const name = call?.plan.fetches?.[call.attempts.length];
    if (call === undefined || name === undefined) return fetch(input, init);
    const token = String(headers.get("authorization")).replace("Bearer ", "");
    const { possible, act } = fetchActs[name];
    call.attempts.push({ possible, exchange: undefined, token });
    tick();
    return act(input instanceof Request ? { signal: input.signal } : (init ?? {}), { token, tick, hang, stream }) as Promise<Response>;
  };

  const wm = createClientAt(
    clock,
    clientOptions(plan, server.url, {
      token: tokenOption(plan.token, { make, tick, hang, now: clock.now }),
      hooks: hooksOf(plan.hooks, see),
      fetch: calls.some(({ plan }) => plan.fetches) ? customFetch : undefined,
    }),
  );

  const start = async (call: PlayedCall): Promise<void> => {
    const { operation, plan: callPlan } = call;
    const given = { ...callPlan.options, signal, headers: { [callHeader]: keyOf(call) }, context: call.context };
    if (isEndless(callPlan, operation)) hang();
    const promise = callPlan.road === "facade" ? callFacade(wm, operation, callPlan, given) : callRaw(wm, operation, callPlan, given);
    const outcome = settled(promise);
    if (callPlan.road === "facade" && callPlan.awaits !== "body") {
      const withResponse = () => settled((promise as WmPromise<unknown>).withResponse());
      const [response] = (await withinLimit(Promise.all([withResponse(), ...(callPlan.awaits === "twice" ? [withResponse()] : [])]))) ?? [];
      call.response = response as PlayedCall["response"];
    }
    const end = await withinLimit(outcome);
    if (end === undefined) return;
    call.outcome = end;
    call.wasAborted = signal.aborted;
    if (signal.aborted) call.abortDelay = performance.now() - abortedAt;
    await readToEnd(end);
  };

  let wasStuck = false;
  let last = "";
  const watch = setInterval(() => {
    if (progress() === last) {
      wasStuck = true;
      clock.skip();
    }
    last = progress();
  }, longestQuiet);
  tick();
  if (plan.isConcurrent) await Promise.all(calls.map(start));
  else for (const call of calls) await start(call);
  clearInterval(watch);

  const left = () => [
    ...clock.pending.map((delay) => `a timer of ${delay} ms`),
    ...(hasForeignListeners(plan) ? [] : getEventListeners(signal, "abort").map(() => "a listener on the caller's signal")),
    ...[...streams],
    ...calls.flatMap(({ attempts }) =>
      attempts.flatMap(({ exchange, possible }) =>
        exchange && !exchange.isOver
          ? [`a connection with an unread response: ${exchange.method} ${exchange.url}, ${JSON.stringify(possible).slice(0, 200)}`]
          : [],
      ),
    ),
  ];
  const end = performance.now() + longestCleanUp;
  for (let round = 0; left().length > 0 && performance.now() < end; round++) await (round < 5 ? new Promise(setImmediate) : sleep(2));
  isOver = true;
  const played: Played = { plan, calls, tokens, reason: signal.reason, wasStuck, left: [...left(), ...late] };
  for (const call of calls) server.forget(keyOf(call));
  return played;
}

/** Node's Request, which middleware needs, listens to its signal until it is garbage-collected. */
function hasForeignListeners({ calls }: Plan): boolean {
  return calls.some(({ road, middleware }) => road === "raw" && middleware.length > 0);
}

function settled(promise: Promise<unknown>): Promise<Outcome> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

/** Outcome of a promise; undefined if it takes longer than any call may. */
async function withinLimit<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longestCall);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Streams of raw results are the caller's to read. */
async function readToEnd(outcome: Outcome): Promise<void> {
  const data = "value" in outcome && typeof outcome.value === "object" && outcome.value !== null && "data" in outcome.value ? outcome.value.data : undefined;
  if (!(data instanceof ReadableStream) || data.locked) return;
  try {
    for await (const _ of data as unknown as AsyncIterable<unknown>);
  } catch {
    // Middleware may have read it.
  }
}

const wmError = new WmTimeoutError("of another call", { timeout: 1 });

function reasonOf(name: string | undefined): unknown {
  switch (name) {
    case "error":
      return new Error("enough");
    case "null":
      return null;
    case "false":
      return false;
    case "text":
      return "enough";
    case "frozen":
      return Object.freeze({ enough: true });
    default:
      return wmError;
  }
}

/** Fires timers one by one while nothing else happens. */
async function skipUntil(clock: FuzzClock, isOver: () => boolean): Promise<void> {
  await sleep(2);
  for (; !isOver(); await sleep(3)) clock.skip();
}

/** Creates streams that record whether they are open. */
function streamFactory(open: Set<string>) {
  let count = 0;
  return (chunks: readonly unknown[], end: "close" | "error" | "stall"): ReadableStream => {
    const name = `an open stream, number ${++count} of the case, that ${end === "stall" ? "stalls" : "ends"}`;
    open.add(name);
    const rest = [...chunks];
    return new ReadableStream(
      {
        pull(controller) {
          const chunk = rest.shift();
          if (chunk !== undefined) return controller.enqueue(chunk);
          if (end === "stall") return new Promise(() => undefined);
          open.delete(name);
          return end === "close" ? controller.close() : controller.error(new Error("the stream broke"));
        },
        cancel: () => void open.delete(name),
      },
      { highWaterMark: 0 },
    );
  };
}

function clientOptions(plan: Plan, baseUrl: string, rest: Pick<WmClientOptions, "token" | "hooks" | "fetch">): WmClientOptions {
  const { timeout, totalTimeout, maxRetries, maxResponseBytes } = plan;
  return { clientId: "client-1", baseUrl, timeout, totalTimeout, maxRetries, maxResponseBytes, trackingId: trackingIdOf(plan.trackingId), ...rest };
}

function trackingIdOf(act: Plan["trackingId"]): WmClientOptions["trackingId"] {
  let count = 0;
  const acts: Readonly<Record<Exclude<typeof act, "default">, () => unknown>> = {
    unique: () => `job-${++count}`,
    constant: () => "job",
    throws: () => {
      throw new Error("no tracking id");
    },
    number: () => 5,
    empty: () => "",
    lines: () => "a\r\nb",
    promise: () => Promise.resolve("id"),
  };
  return act === "default" ? undefined : (acts[act] as () => string);
}
