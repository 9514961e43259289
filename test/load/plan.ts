/** Number of calls, in total and at a time. */
export const calls = 50_000;
export const inFlight = 200;
/** Number of token changes during the run. */
export const rotations = 20;

/** A server's fault in one attempt. */
export type Fault = "reset" | "cut" | "500" | "503" | "503-now" | "429-now" | "404" | "html" | "redirect";

/** Outcome of a call. */
export type Outcome = "value" | "api 404" | "api 429" | "api 500" | "response 200" | "response 302" | "connection";

/** The faults of a call, one for each of its first attempts; later ones succeed. Every fifth call is a PATCH. */
export interface Planned {
  readonly method: "GET" | "PATCH";
  readonly faults: readonly Fault[];
  readonly outcome: Outcome;
  /** Number of attempts, without those rejected for an outdated token. */
  readonly attempts: number;
}

type Script = Omit<Planned, "method">;

const get: readonly Script[] = [
  { faults: ["reset"], outcome: "value", attempts: 2 },
  { faults: ["cut"], outcome: "value", attempts: 2 },
  { faults: ["500"], outcome: "value", attempts: 2 },
  { faults: ["503"], outcome: "value", attempts: 2 },
  { faults: ["429-now"], outcome: "value", attempts: 2 },
  { faults: ["503-now", "429-now"], outcome: "value", attempts: 3 },
  { faults: ["429-now", "429-now", "429-now"], outcome: "api 429", attempts: 3 },
  { faults: ["404"], outcome: "api 404", attempts: 1 },
  { faults: ["html"], outcome: "response 200", attempts: 1 },
  { faults: ["redirect"], outcome: "response 302", attempts: 1 },
  { faults: ["429-now", "404"], outcome: "api 404", attempts: 2 },
  { faults: ["500", "500", "500"], outcome: "api 500", attempts: 3 },
  { faults: ["cut", "reset", "cut"], outcome: "connection", attempts: 3 },
  { faults: ["503-now", "html"], outcome: "response 200", attempts: 2 },
];
const patch: readonly Script[] = [
  { faults: ["reset"], outcome: "connection", attempts: 1 },
  { faults: ["cut"], outcome: "connection", attempts: 1 },
  { faults: ["500"], outcome: "api 500", attempts: 1 },
  { faults: ["429-now"], outcome: "value", attempts: 2 },
  { faults: ["503-now"], outcome: "value", attempts: 2 },
  { faults: ["503-now", "500"], outcome: "api 500", attempts: 2 },
];
const healthy: Script = { faults: [], outcome: "value", attempts: 1 };

/** Plan for call number `index`. Client and server both use it, so they need not exchange it. */
export function planned(index: number): Planned {
  const method = index % 5 === 3 ? "PATCH" : "GET";
  // One call in ten, spread over both methods.
  const script = scatter(index) % 10 === 0 ? pick(method === "PATCH" ? patch : get, Math.floor(scatter(index) / 10)) : healthy;
  return { method, ...script };
}

/** The numbers of the calls before which the token changes. */
export const rotateBefore: readonly number[] = Array.from({ length: rotations }, (_, rotation) => Math.floor(((rotation + 1) * calls) / (rotations + 1)));

function pick<T>(values: readonly T[], index: number): T {
  return values[index % values.length]!;
}

/** A repeatable pseudo-random number. */
function scatter(index: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
