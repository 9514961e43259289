import type { Clock } from "../../src/transport/clock.js";

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that tests advance. */
export interface ManualClock extends Clock {
  /** Time left of every timer that is set, in milliseconds. */
  readonly pending: readonly number[];
  /** Advances the time, and calls back the timers that become due. */
  advance(milliseconds: number): void;
}

/** A manual clock. `random` is its constant random number. */
export function manualClock({ start = Date.UTC(2026, 0, 1), random = 0.5 }: { start?: number; random?: number } = {}): ManualClock {
  let time = start;
  const timers = new Set<Timer>();
  return {
    now: () => time,
    elapsed: () => time - start,
    random: () => random,
    schedule(milliseconds, callback) {
      const timer = { at: time + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    get pending() {
      return [...timers].map(({ at }) => at - time);
    },
    advance(milliseconds) {
      time += milliseconds;
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) {
        if (timer.at <= time && timers.delete(timer)) timer.callback();
      }
    },
  };
}
