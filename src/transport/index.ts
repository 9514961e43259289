import { type Answer, apiError, isSuccess, refuseRedirect } from "./api-error.js";
import { attempt, type Received } from "./attempt.js";
import type { Clock } from "./clock.js";
import { WmConfigError, WmConnectionError, WmTimeoutError } from "../errors.js";
import { notify, type WmEvent } from "../hooks.js";
import { identify } from "./identity.js";
import { type CallConfig, type Config, headerValue } from "../options.js";
import { redactHeaders } from "./redact.js";
import { parseRetryAfter, pause, retryDelay } from "./retry.js";
import { fixedToken, providedTokens, type TokenWait } from "./token.js";

/** A call, of an operation of the façade or through `wm.raw`. */
export interface Call {
  /** The operationId, or method and path template. */
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Assembles the request. What it throws is the error of the call. */
  readonly prepare: () => Outgoing | Promise<Outgoing>;
}

/** A request as it is to be sent, but for the client's identity. */
export interface Outgoing {
  readonly url: string;
  readonly body?: string | ArrayBuffer | undefined;
  /** What else is handed to `fetch`. */
  readonly init?: RequestInit | undefined;
  /** What sends this call, if it is not what sends the client's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly config: CallConfig;
}

/** Sends calls: puts the client's identity on, keeps the time, repeats what may be repeated and tells the observers. */
export interface Transport {
  /** Sends a call and hands its answer, whatever the status, to `finish`. What `finish` throws is the error of the call. */
  send<T>(call: Call, finish: (answer: Answer) => T): Promise<T>;
}

/** How far a call has come. */
interface Progress {
  attempts: number;
  trackingId: string | undefined;
  status: number | undefined;
  /** Every token that this call has sent. */
  readonly tokens: string[];
}

export function createTransport(config: Config, clock: Clock): Transport {
  const { hooks } = config;
  const tokenSource = typeof config.token === "string" ? fixedToken(config.token) : providedTokens(config.token, clock);

  const eventOf = ({ operation, method, path }: Call, { trackingId, attempts }: Progress): WmEvent => ({
    operation,
    method,
    path,
    trackingId,
    attempt: attempts,
  });

  /** Makes one HTTP request: its answer, or the error of one that had no complete answer. */
  async function attemptOnce(call: Call, outgoing: Outgoing, progress: Progress, token: string): Promise<Received | WmConnectionError | WmTimeoutError> {
    const { signal, timeout, trackingId } = outgoing.config;
    const { operation } = call;
    progress.trackingId = trackingId ?? makeTrackingId(config);
    progress.attempts++;
    if (!progress.tokens.includes(token)) progress.tokens.push(token);
    const { tokens } = progress;
    progress.status = undefined;
    const context = { operation, trackingId: progress.trackingId, attempts: progress.attempts, tokens };
    const headers = identify(outgoing.config, {
      clientId: config.clientId,
      token,
      trackingId: progress.trackingId,
      hasBody: outgoing.body !== undefined,
    });
    const init: RequestInit = { ...outgoing.init, method: call.method, headers };
    if (outgoing.body !== undefined) init.body = outgoing.body;
    const late = () => {
      const { trackingId, attempts } = progress;
      return new WmTimeoutError(`${operation}: no complete answer within ${timeout} ms`, { operation, trackingId, attempts, timeout });
    };
    // Looked up now, so that a mock installed after the client was made is seen, and called unbound, as some runtimes demand.
    const fetch = outgoing.fetch ?? config.fetch ?? globalThis.fetch;
    notify(hooks.request, () => ({ ...eventOf(call, progress), headers: redactHeaders(Object.entries(headers), tokens) }));
    const begun = clock.elapsed();
    try {
      const received = await attempt(fetch, outgoing.url, init, { clock, timeout, signal, late }, context);
      progress.status = received.status;
      notify(hooks.response, () => ({
        ...eventOf(call, progress),
        status: received.status,
        duration: clock.elapsed() - begun,
        headers: redactHeaders(received.headers, tokens),
      }));
      return received;
    } catch (error) {
      // A caller may abort with any reason, an error of another call among them.
      const isAborted = signal?.aborted === true && error === signal.reason;
      if (!isAborted && (error instanceof WmConnectionError || error instanceof WmTimeoutError)) return error;
      throw error;
    }
  }

  /** Makes attempts until one is the last. */
  async function exchange(call: Call, outgoing: Outgoing, progress: Progress): Promise<Answer> {
    const { operation, method } = call;
    const { signal, timeout, maxRetries } = outgoing.config;
    const context = () => ({ operation, trackingId: progress.trackingId, attempts: progress.attempts });
    const tokenWait = (): TokenWait => ({ timeout, signal, context: context() });
    const answerOf = ({ status, statusText, headers, body }: Received): Answer => {
      return { status, statusText, headers, body, url: outgoing.url, context: context(), tokens: progress.tokens, clock };
    };
    let token = await tokenSource.current(tokenWait());
    let renewed = false;
    for (let retry = 0; ; ) {
      const begun = clock.elapsed();
      const outcome = await attemptOnce(call, outgoing, progress, token);
      const received = outcome instanceof Error ? undefined : outcome;
      if (received !== undefined && isSuccess(received.status)) return answerOf(received);
      const duration = clock.elapsed() - begun;
      const announce = (wait: number) => notify(hooks.retry, () => ({ ...eventOf(call, progress), status: progress.status, duration, wait }));
      if (received?.status === 401 && !renewed) {
        renewed = true;
        const fresh = await tokenSource.renew(token, tokenWait());
        if (fresh !== undefined) {
          token = fresh;
          announce(0);
          continue;
        }
      }
      const retryAfter = parseRetryAfter(received?.headers.get("retry-after") ?? null, clock.now());
      const wait = retry < maxRetries ? retryDelay({ method, status: received?.status, retryAfter }, retry, clock) : undefined;
      if (wait === undefined) {
        if (outcome instanceof Error) throw outcome;
        return answerOf(outcome);
      }
      announce(wait);
      await pause(wait, signal, clock);
      retry++;
      token = await tokenSource.current(tokenWait());
    }
  }

  return {
    async send(call, finish) {
      const progress: Progress = { attempts: 0, trackingId: undefined, status: undefined, tokens: [] };
      let signal: AbortSignal | undefined;
      const begun = clock.elapsed();
      const failed = (error: () => unknown) =>
        notify(hooks.error, () => ({ ...eventOf(call, progress), status: progress.status, duration: clock.elapsed() - begun, error: error() }));
      try {
        const outgoing = await call.prepare();
        signal = outgoing.config.signal;
        signal?.throwIfAborted();
        const answer = await exchange(call, outgoing, progress);
        refuseRedirect(answer);
        const result = finish(answer);
        if (!isSuccess(answer.status)) failed(() => apiError(answer));
        return result;
      } catch (thrown) {
        const isOwn = thrown instanceof WmConfigError && !(signal?.aborted && thrown === signal.reason);
        const error = isOwn ? located(thrown, call, progress) : thrown;
        failed(() => error);
        throw error;
      }
    },
  };
}

function makeTrackingId({ trackingId }: Config): string {
  let made: unknown;
  try {
    made = trackingId();
  } catch (cause) {
    throw new WmConfigError("trackingId: the function threw; the cause says why", { cause });
  }
  return headerValue("trackingId", made);
}

/** Checks of options and arguments do not know which call they are made for. */
function located({ message, cause }: WmConfigError, { operation }: Call, { trackingId, attempts }: Progress): WmConfigError {
  return new WmConfigError(`${operation}: ${message}`, { operation, trackingId, attempts, ...(cause !== undefined && { cause }) });
}
