import type { Clock } from "./clock.js";

/** The limits of some work: time and the caller's signal. */
export interface Deadline {
  readonly clock: Clock;
  /** Max duration of the work, in milliseconds. */
  readonly timeout: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** Set when the time is up or the signal is aborted. */
  isOver?: boolean;
  /** Set when the time is up. */
  isExceeded?: boolean;
  /** Set if `work` may settle before the response has ended. */
  isUnread?: boolean;
  /** Stops what `work` is reading, in case it ignores its signal. */
  giveUp?: () => void;
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
      deadline.isOver = true;
      reject(reason);
      controller.abort(reason);
      deadline.giveUp?.();
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
        if (deadline.isUnread) controller.abort();
      },
      (error: unknown) => {
        release();
        reject(error);
      },
    );
  });
}

/** Waits. Rejects with the signal's reason as soon as it is aborted. */
export async function pause(deadline: Deadline): Promise<void> {
  try {
    await within(deadline, () => new Promise(nothing));
  } catch (error) {
    if (!deadline.isExceeded) throw error;
  }
}

/** Callbacks waiting on each signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

const nothing = () => undefined;

/**
 * Calls back once when the signal is aborted, unless the returned function is called first. Adds at most one listener per signal: Node
 * warns of a leak above ten.
 */
function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return nothing;
  const callbacks = waiting.get(signal) ?? new Set();
  if (callbacks.size === 0) {
    waiting.set(signal, callbacks);
    signal.addEventListener("abort", callAll);
  }
  callbacks.add(callback);
  return () => {
    // A second call must not remove the listener of later callbacks.
    if (callbacks.delete(callback) && callbacks.size === 0) stopListening(signal);
  };
}

function callAll(this: AbortSignal): void {
  const callbacks = waiting.get(this) ?? [];
  stopListening(this);
  for (const callback of [...callbacks]) callback();
}

function stopListening(signal: AbortSignal): void {
  signal.removeEventListener("abort", callAll);
  waiting.delete(signal);
}
