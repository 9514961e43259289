import type { Clock } from "./clock.js";

export interface Deadline {
  readonly clock: Clock;
  /** Max duration of the work, in milliseconds. */
  readonly timeout: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** Set when the time is up. */
  isExceeded: boolean;
}

/**
 * Runs `work` until it settles, times out or is aborted, and leaves neither a timer nor a listener behind. Rejects at once, even if `work`
 * ignores its signal: with the caller's reason, or with any error once `isExceeded` is set.
 */
export function within<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { clock, timeout, signal } = deadline;
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
    const cancel = clock.schedule(timeout, () => {
      deadline.isExceeded = true;
      stop(new DOMException("the time is up", "TimeoutError"));
    });
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

/** Waits. Rejects with the signal's reason as soon as it is aborted. Leaves neither a timer nor a listener behind. */
export function pause(milliseconds: number, signal: AbortSignal | undefined, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const cancel = clock.schedule(milliseconds, () => {
      ignore();
      resolve();
    });
    const ignore = onAbort(signal, () => {
      cancel();
      reject(signal?.reason);
    });
  });
}

interface Waiting {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

/** Callbacks waiting on each signal. */
const waiting = new WeakMap<AbortSignal, Waiting>();

const nothing = () => undefined;

/**
 * Calls back once when the signal is aborted, unless the returned function is called first. Adds at most one listener per signal: Node
 * warns of a leak above ten.
 */
function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return nothing;
  const { callbacks } = waiting.get(signal) ?? listenTo(signal);
  callbacks.add(callback);
  return () => {
    // A second call must not remove the listener of later callbacks.
    if (callbacks.delete(callback) && callbacks.size === 0) stopListening(signal);
  };
}

function listenTo(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const listener = () => {
    stopListening(signal);
    for (const callback of [...callbacks]) callback();
  };
  const entry = { callbacks, listener };
  waiting.set(signal, entry);
  signal.addEventListener("abort", listener);
  return entry;
}

function stopListening(signal: AbortSignal): void {
  const entry = waiting.get(signal);
  if (entry === undefined) return;
  signal.removeEventListener("abort", entry.listener);
  waiting.delete(signal);
}
