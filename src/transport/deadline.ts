import { onAbort } from "./abort.js";
import type { Clock } from "./clock.js";

export interface Deadline {
  readonly clock: Clock;
  /** How long the work may take, in milliseconds. */
  readonly timeout: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** The error for work that took too long. */
  readonly late: () => unknown;
}

/**
 * Runs work that ends when it ends, when its time is up or when the caller aborts, whichever comes first, and leaves neither a timer
 * nor a listener behind. Rejects with `late()` or with the caller's reason at once, even if the work does not heed its signal.
 */
export function within<T>({ clock, timeout, signal, late }: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const cancel = clock.schedule(timeout, () => stop(late()));
    const ignore = onAbort(signal, () => stop(signal?.reason));
    const release = () => {
      cancel();
      ignore();
    };
    work(controller.signal).then(
      (value) => {
        release();
        resolve(value);
      },
      (error: unknown) => {
        release();
        reject(error);
      },
    );
  });
}
