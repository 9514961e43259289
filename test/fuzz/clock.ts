import type { Clock } from "../../src/transport/clock.js";
import { manualClock } from "../support/clock.js";

/** A clock that counts its timers, to detect leaks. */
export interface FuzzClock extends Clock {
  /** Delays of pending timers, in milliseconds. */
  readonly pending: readonly number[];
  /** Advances by this time, or to the next timer. Does nothing on a running clock. */
  skip(milliseconds?: number): void;
}

/** A standing clock: only a case advances it, which makes outcomes repeatable. */
export function standingClock(random: number): FuzzClock {
  const clock = manualClock({ random });
  return Object.defineProperty(clock, "skip", {
    value: (milliseconds?: number) => {
      if (clock.pending.length > 0) clock.advance(milliseconds ?? Math.min(...clock.pending));
    },
  }) as unknown as FuzzClock;
}

/** Milliseconds of a fast clock in one real millisecond. */
const speed = 20;
/** Longest real delay of a fast clock, in milliseconds. */
const longestDelay = 150;

/** A running clock, faster than real time, so that real timers race with the network. */
export function fastClock(random: number): FuzzClock {
  const delays = new Set<{ readonly milliseconds: number }>();
  const begun = performance.now();
  const start = Date.now();
  const elapsed = () => (performance.now() - begun) * speed;
  return {
    now: () => start + elapsed(),
    elapsed,
    random: () => random,
    schedule(milliseconds, callback) {
      const entry = { milliseconds };
      delays.add(entry);
      const timer = setTimeout(
        () => {
          delays.delete(entry);
          callback();
        },
        Math.min(milliseconds / speed, longestDelay),
      );
      return () => {
        clearTimeout(timer);
        delays.delete(entry);
      };
    },
    get pending() {
      return [...delays].map(({ milliseconds }) => milliseconds);
    },
    skip: () => undefined,
  };
}
