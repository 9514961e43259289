interface Waiting {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

/** Those that wait for each signal. */
const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back once when the signal is aborted, unless the function it returns is called before, once or again. However many wait, a signal has one
 * listener: Node takes more than ten for a leak and says so.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const { callbacks } = waiting.get(signal) ?? listenTo(signal);
  callbacks.add(callback);
  return () => {
    // A second time it would end the listening of those that came after.
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
