import fc from "fast-check";
import { violationsOf } from "./invariants.js";
import { anyPlan, type Plan } from "./plan.js";
import { play } from "./play.js";
import { FuzzServer } from "./server.js";

export interface Settings {
  readonly seed: number;
  /** Path to one case, as printed by an earlier run. */
  readonly path: string | undefined;
  /** Max duration, in milliseconds. */
  readonly duration: number;
  /** Max number of calls. */
  readonly calls: number;
}

export interface Result {
  readonly cases: number;
  readonly calls: number;
  readonly requests: number;
  /** Number of calls by outcome. */
  readonly endings: ReadonlyMap<string, number>;
  readonly failure: Failure | undefined;
}

export interface Failure {
  readonly seed: number;
  readonly path: string | undefined;
  readonly violations: string;
  /** The shrunk case. */
  readonly plan: Plan | undefined;
}

/** Number of cases that run at the same time. */
const lanes = 12;
/** Number of cases with one seed. */
const chunk = 250;
/** Share of the time in which cases run one by one, so that leaks can be attributed to a case. */
const aloneShare = 0.2;
/** Max time to shrink a failing case, in milliseconds. */
const longestShrinking = 60_000;

/** Runs random cases until the time or number of calls is reached, or one fails. */
export async function fuzz({ seed, path, duration, calls: mostCalls }: Settings): Promise<Result> {
  const begun = performance.now();
  const counts = { cases: 0, calls: 0, requests: 0 };
  const endings = new Map<string, number>();
  const surprises: string[] = [];
  const onRejection = (reason: unknown) => void surprises.push(`a rejection was not handled: ${describe(reason)}`);
  const onWarning = (warning: Error) => void surprises.push(`Node warned: ${warning.message}`);
  process.on("unhandledRejection", onRejection);
  process.on("uncaughtException", onRejection);
  process.on("warning", onWarning);
  let failure: Failure | undefined;
  let nextSeed = seed;

  const isOver = (share: number) => failure !== undefined || surprises.length > 0 || performance.now() - begun > duration * share || counts.calls >= mostCalls;

  const runChunk = async (server: FuzzServer, seed: number, isAlone: boolean, isOver: () => boolean, path?: string): Promise<void> => {
    let isShrinking = false;
    let shrinkUntil = Number.POSITIVE_INFINITY;
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      // A chunk ends early by skipping the rest of its cases.
      if (!isShrinking && isOver()) return;
      if (isShrinking && performance.now() > shrinkUntil) return;
      const before = isAlone ? timers() : 0;
      const played = await play(plan, server);
      const violations = violationsOf(played);
      if (isAlone) violations.push(...(await leftInProcess(before, surprises)));
      violations.push(...server.strays.splice(0).map((stray) => `a request after the end of its call: ${stray}`));
      if (!isShrinking) {
        counts.cases++;
        counts.calls += played.calls.length;
        for (const { attempts, outcome } of played.calls) {
          counts.requests += attempts.length;
          const ending = outcome === undefined ? "none" : "value" in outcome ? "value" : nameOf(outcome.error);
          endings.set(ending, (endings.get(ending) ?? 0) + 1);
        }
      }
      if (violations.length === 0) return;
      if (!isShrinking) shrinkUntil = performance.now() + longestShrinking;
      isShrinking = true;
      throw new Error([...new Set(violations)].join("\n"));
    });
    const details = await fc.check(property, { seed, numRuns: path === undefined ? chunk : 1, ...(path !== undefined && { path }) });
    if (details.failed && failure === undefined) {
      const error = details.errorInstance;
      failure = {
        seed: details.seed,
        path: details.counterexamplePath ?? undefined,
        violations: error instanceof Error ? error.message : String(error),
        plan: details.counterexample?.[0],
      };
    }
  };

  const lane = async (share: number, isAlone: boolean): Promise<void> => {
    const server = await FuzzServer.start();
    while (!isOver(share)) await runChunk(server, nextSeed++ | 0, isAlone, () => isOver(share));
    await server.close();
  };

  if (path === undefined) {
    await Promise.all(Array.from({ length: lanes }, () => lane(1 - aloneShare, false)));
    await lane(1, true);
  } else {
    const server = await FuzzServer.start();
    await runChunk(server, seed, true, () => false, path);
    await server.close();
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", onRejection);
  process.off("uncaughtException", onRejection);
  process.off("warning", onWarning);
  if (failure === undefined && surprises.length > 0) failure = { seed, path: undefined, violations: surprises.join("\n"), plan: undefined };
  return { ...counts, endings, failure };
}

/** Number of timers that keep the process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
}

/** Leaks of a case that ran alone. */
async function leftInProcess(before: number, surprises: string[]): Promise<string[]> {
  for (let round = 0; round < 2; round++) await new Promise(setImmediate);
  // fetch has timers too.
  const end = performance.now() + 1_500;
  while (timers() > before && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10).unref());
  const left = timers() - before;
  return [...surprises.splice(0), ...(left > 0 ? [`the process has ${left} more timers than before`] : [])];
}

function nameOf(error: unknown): string {
  return error instanceof Error && error.name.startsWith("Wm") ? error.name : "abort or middleware";
}

function describe(reason: unknown): string {
  try {
    return reason instanceof Error ? String(reason.stack) : String(reason);
  } catch {
    return "something unreadable";
  }
}
