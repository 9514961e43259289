import fc from "fast-check";
import { type Operation, operations } from "../support/spec.js";
import { type Answer, answerFor } from "./answers.js";
import { type FetchName, fetchName } from "./fetches.js";
import { type HookPlan, hookPlan } from "./hooks.js";
import { type TokenPlan, tokenPlan } from "./tokens.js";

/** Errors in the arguments of a call. */
export const spoils = [
  ...["blankId", "dotId", "lineId", "surrogateId", "badTimeout", "unknownOption", "badSignal", "ownToken"],
  ...["cycle", "bigint", "promise", "date", "map", "noJson"],
] as const;

export type Spoil = (typeof spoils)[number];

export const middlewares = [
  ...["header", "replace", "short", "shortPage", "respond", "respondPage", "consume", "clone", "passError", "replaceError", "swallowError"],
  ...["throwRequest", "throwResponse", "throwUndefined", "oddRequest"],
] as const;

export type MiddlewareName = (typeof middlewares)[number];

export const parsers = ["json", "text", "stream", "blob", "arrayBuffer"] as const;

/** One call of a case. */
export interface CallPlan {
  readonly operationId: string;
  readonly road: "facade" | "raw";
  /** Awaited parts of the façade's promise. */
  readonly awaits: "body" | "response" | "both" | "twice";
  readonly parseAs: (typeof parsers)[number];
  readonly middleware: readonly MiddlewareName[];
  /** The body of a raw write. */
  readonly sends: "sample" | "form" | "stream" | "endless";
  readonly spoil: Spoil | undefined;
  readonly options: {
    readonly timeout: number | undefined;
    readonly totalTimeout: number | undefined;
    readonly maxRetries: number | undefined;
    readonly trackingId: string | undefined;
  };
  /** Answers of the server to the requests of the call, in order. Later requests succeed. */
  readonly answers: readonly Answer[];
  /** Acts of a custom fetch instead. */
  readonly fetches: readonly FetchName[] | undefined;
}

export const trackingActs = ["default", "unique", "constant", "throws", "number", "empty", "lines", "promise"] as const;

export const reasons = ["default", "error", "null", "false", "text", "frozen", "wmError"] as const;

/** One case: a client, its surroundings and its calls. */
export interface Plan {
  /** A standing clock is repeatable; a fast one has real timers. */
  readonly clock: "standing" | "fast";
  readonly random: number;
  readonly timeout: number | undefined;
  readonly totalTimeout: number | undefined;
  readonly maxRetries: number | undefined;
  readonly maxResponseBytes: number | undefined;
  readonly trackingId: (typeof trackingActs)[number];
  readonly token: TokenPlan;
  readonly hooks: HookPlan;
  readonly calls: readonly CallPlan[];
  readonly isConcurrent: boolean;
  /** Aborts all calls at the n-th occurrence, at once or a turn later. */
  readonly abort: { readonly at: number; readonly isLater: boolean; readonly reason: (typeof reasons)[number] } | undefined;
}

const rarely = <T>(arbitrary: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary, weight: 1 });

const timeout = fc.constantFrom(1, 200, 1_000, 4_000, 30_000);
const totalTimeout = fc.constantFrom(1, 100, 800, 4_999, 31_000, 120_000);
const maxRetries = fc.constantFrom(0, 1, 2, 3, 5);

function callOf(operation: Operation): fc.Arbitrary<CallPlan> {
  return fc.record({
    operationId: fc.constant(operation.operationId),
    road: fc.constantFrom("facade", "facade", "raw"),
    awaits: fc.constantFrom("body", "both", "response", "twice"),
    parseAs: fc.constantFrom("json", "json", "json", ...parsers),
    middleware: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, { arbitrary: fc.array(fc.constantFrom(...middlewares), { maxLength: 2 }), weight: 1 }),
    sends: fc.constantFrom("sample", "sample", "sample", "form", "stream", "endless"),
    spoil: rarely(fc.constantFrom(...spoils), 30),
    options: fc.record({
      timeout: rarely(timeout, 4),
      totalTimeout: rarely(totalTimeout, 8),
      maxRetries: rarely(maxRetries, 2),
      trackingId: rarely(fc.constantFrom("job-7", " padded "), 8),
    }),
    answers: fc.array(answerFor(operation), { minLength: 1, maxLength: 4 }),
    fetches: rarely(fc.array(fetchName, { minLength: 1, maxLength: 3 }), 3),
  });
}

const anyCall = fc.oneof(...operations.map((operation) => callOf(operation)));

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  clock: fc.constantFrom("standing", "standing", "standing", "fast"),
  random: fc.constantFrom(0, 0.01, 0.5, 0.999),
  timeout: rarely(timeout, 2),
  totalTimeout: rarely(totalTimeout, 10),
  maxRetries: rarely(maxRetries, 2),
  maxResponseBytes: rarely(fc.constantFrom(1, 100, 2_000, 50_000), 2),
  trackingId: fc.oneof({ arbitrary: fc.constant("default" as const), weight: 6 }, { arbitrary: fc.constantFrom(...trackingActs), weight: 1 }),
  token: tokenPlan,
  hooks: hookPlan,
  calls: fc.oneof(
    { arbitrary: fc.array(anyCall, { minLength: 1, maxLength: 1 }), weight: 3 },
    { arbitrary: fc.array(anyCall, { minLength: 2, maxLength: 4 }), weight: 1 },
  ),
  isConcurrent: fc.boolean(),
  abort: rarely(fc.record({ at: fc.integer({ min: 0, max: 12 }), isLater: fc.boolean(), reason: fc.constantFrom(...reasons) }), 4),
});
