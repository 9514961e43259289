/** Time and chance, in one place so that tests can hold them in their hands. */
export interface Clock {
  /** The time of day, in milliseconds since 1970. */
  now(): number;
  /** A time that never jumps, in milliseconds, for durations. */
  elapsed(): number;
  /** At least 0 and less than 1. */
  random(): number;
  /** Calls back once after so many milliseconds, unless the function it returns is called before. */
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
