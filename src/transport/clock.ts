/** Clock and random source. Tests replace it with a manual one. */
export interface Clock {
  /** Current time, in milliseconds since 1970. */
  now(): number;
  /** Monotonic time for durations, in milliseconds. */
  elapsed(): number;
  /** Random number from 0 (included) to 1 (excluded). */
  random(): number;
  /** Calls back once after `milliseconds`, unless the returned function is called first. */
  schedule(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  schedule(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
