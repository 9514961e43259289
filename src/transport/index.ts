import { checkOrigin, type Config, headerNames, headerValue, readRequestOptions, unusable } from "../config.js";
import { WmConfigError, WmConnectionError, type WmError, WmTimeoutError, WmTokenError } from "../errors.js";
import { notify } from "../hooks.js";
import { apiError, contextOf, jsonError, parsedBody, redirectError, responseError } from "./api-error.js";
import { attempt, type Call, eventOf, type NoAnswer, type Outgoing, type Sending } from "./attempt.js";
import { type Answer, type Bytes, isRedirect, readRequestBody } from "./body.js";
import type { Clock } from "./clock.js";
import { pause, within } from "./deadline.js";
import { identify } from "./identity.js";
import { reasonOf, redactError, withoutTokens } from "./redact.js";
import { backoff, parseRetryAfter, retryDelay } from "./retry.js";
import { fixedToken, isProviderFailure, providedTokens } from "./token.js";

export { type Call, eventOf, type Outgoing } from "./attempt.js";
export { type Answer, hasNoBody } from "./body.js";

/** Everything behind openapi-fetch: credentials, tracking ids, timeouts, retries and events of a call. */
export interface Transport {
  /** Starts a call. Its options are the client's until they are checked. */
  start(operation: string, method: string, path: string): Call;
  /** Sends a request until it is answered or may not be repeated. Resolves for every status except a redirect. */
  fetch(call: Call, request: Outgoing): Promise<Answer>;
  /** Turns what openapi-fetch, or a check in front of it, threw into the error of the call. Reports it. */
  failed(call: Call, thrown: unknown): unknown;
  /** Builds the error for a status outside 2xx, from the body as openapi-fetch gives it. */
  apiError(call: Call, answer: Answer, body: unknown): WmError;
  /** Calls `hooks.error`. The error is only built if that hook is set. */
  reportError(call: Call, error: () => unknown): void;
  /** Ends the measured time of a call, and calls `hooks.success`. */
  reportSuccess(call: Call, status: number): void;
}

export function createTransport(config: Config, clock: Clock): Transport {
  const { hooks } = config;
  const sender = { config, clock };
  const defaults = readRequestOptions(undefined, config);
  const tokenSource = typeof config.token === "string" ? fixedToken(config.token) : providedTokens(config.token, clock);

  const durationOf = (call: Call) => clock.elapsed() - call.begun;
  /** Start of a try. Only observers of retries see it. */
  const startOfTry = () => (hooks.retry === undefined ? 0 : clock.elapsed());

  function timeLeft(call: Call): number {
    const { totalTimeout } = call.options;
    return totalTimeout === undefined ? Infinity : totalTimeout - durationOf(call);
  }

  function announceRetry(call: Call, wait: number, begun: number): void {
    notify(hooks.retry, () => ({ ...eventOf(call), status: call.status, duration: clock.elapsed() - begun, wait }));
  }

  /** Waits before another try. Returns false if there may be none. Throws if the total timeout would pass in the meantime. */
  async function waitForRetry(call: Call, wait: number | undefined, begun: number): Promise<boolean> {
    const { maxRetries, signal } = call.options;
    if (wait === undefined || call.retries >= maxRetries) return false;
    if (wait >= timeLeft(call)) throw totalTimeoutError(call);
    announceRetry(call, wait, begun);
    await pause(wait, signal, clock);
    call.retries++;
    return true;
  }

  /** Requests a token, after a 401 one that replaces `rejected`. Retries a provider that fails. */
  async function requestToken(call: Call, rejected?: string): Promise<string | undefined> {
    const { timeout, signal } = call.options;
    for (;;) {
      const left = timeLeft(call);
      if (left <= 0) throw totalTimeoutError(call);
      const begun = startOfTry();
      const context = contextOf(call);
      const late = () => (left <= timeout ? totalTimeoutError(call) : new WmTokenError(`the token provider did not answer within ${timeout} ms`, context));
      try {
        return await tokenSource.request(rejected, { timeout: Math.min(timeout, left), signal, context, late });
      } catch (error) {
        if (!isProviderFailure(error)) throw error;
        call.lastError = () => error;
        if (!(await waitForRetry(call, backoff(call.retries, clock), begun))) throw error;
      }
    }
  }

  /** Makes one attempt. Throws if the total timeout passes, or for a body that is too large. */
  async function attemptOnce(call: Call, request: Outgoing, body: Sending["body"], token: string): Promise<Answer | NoAnswer> {
    const { timeout } = call.options;
    const left = timeLeft(call);
    if (left <= 0) throw totalTimeoutError(call);
    const trackingId = call.options.trackingId ?? request.headers.get(headerNames.trackingId) ?? makeTrackingId(config);
    call.attempts++;
    call.trackingId = trackingId;
    if (!call.tokens.includes(token)) call.tokens.push(token);
    const headers = identify(request.headers, { clientId: config.clientId, token, trackingId });
    const outcome = await attempt(sender, call, request, { headers, body, timeout: Math.min(timeout, left) });
    if (outcome.status === undefined) {
      if (outcome.isTimeout && left <= timeout) throw totalTimeoutError(call);
      call.lastError = () => noAnswerError(call, request, outcome);
    } else if (!outcome.ok) {
      call.lastError = () => apiError(call, outcome, parsedBody(outcome), clock.now());
    } else if (outcome.isTruncated) {
      throw responseError(call, outcome, `its body is larger than maxResponseBytes, ${config.maxResponseBytes} bytes`);
    }
    return outcome;
  }

  /** Reads a request body that is a stream, so that it can be sent again. It counts as an attempt for the timeouts. */
  async function readRequest(call: Call, stream: ReadableStream<Bytes>): Promise<Bytes> {
    const { timeout, signal } = call.options;
    const left = timeLeft(call);
    const deadline = { clock, timeout: Math.min(timeout, left), signal, isExceeded: false };
    try {
      return await within(deadline, (signal) => readRequestBody(stream, signal));
    } catch (cause) {
      if (signal?.aborted && cause === signal.reason) throw cause;
      if (!deadline.isExceeded) throw unusable("body", "cannot be read (see cause)", cause);
      if (left <= timeout) throw totalTimeoutError(call);
      throw new WmTimeoutError(`${call.operation}: the request body did not end within ${timeout} ms`, { ...contextOf(call), timeout });
    }
  }

  /** Makes attempts until one is the last. */
  async function exchange(call: Call, request: Outgoing): Promise<Answer> {
    checkOrigin(request.url, config);
    call.options.signal?.throwIfAborted();
    const body = typeof request.body === "object" ? await readRequest(call, request.body) : request.body;
    let token = tokenSource.held() ?? (await requestToken(call))!;
    let isRenewed = false;
    for (;;) {
      const begun = startOfTry();
      const outcome = await attemptOnce(call, request, body, token);
      const { status } = outcome;
      if (status !== undefined && outcome.ok) return outcome;
      if (status === 401 && !isRenewed) {
        isRenewed = true;
        const fresh = await requestToken(call, token);
        if (fresh !== undefined) {
          token = fresh;
          announceRetry(call, 0, begun);
          continue;
        }
      }
      const retryAfter = status === undefined ? undefined : parseRetryAfter(outcome.headers.get("retry-after"), clock.now());
      const wait = retryDelay({ method: request.method, status, retryAfter }, call.retries, clock);
      if (!(await waitForRetry(call, wait, begun))) {
        if (outcome.status === undefined) throw noAnswerError(call, request, outcome);
        if (isRedirect(outcome.status)) throw redirectError(call, outcome);
        return outcome;
      }
      token = tokenSource.held() ?? (await requestToken(call))!;
    }
  }

  const reportError: Transport["reportError"] = (call, error) =>
    notify(hooks.error, () => ({ ...eventOf(call), status: call.status, duration: durationOf(call), error: error() }));

  return {
    start: (operation, method, path) => ({
      operation,
      method,
      path,
      id: undefined,
      options: defaults,
      begun: clock.elapsed(),
      duration: 0,
      attempts: 0,
      trackingId: undefined,
      status: undefined,
      tokens: [],
      answer: undefined,
      retries: 0,
      lastError: undefined,
      failure: undefined,
    }),
    async fetch(call, request) {
      try {
        call.answer = await exchange(call, request);
        return call.answer;
      } catch (thrown) {
        const { signal } = call.options;
        // A caller may abort with any reason, an error of another call among them.
        const reason = signal?.aborted && thrown === signal.reason ? thrown : located(thrown, call);
        call.failure = { reason };
        throw reason;
      }
    },
    failed(call, thrown) {
      const error = errorOf(call, thrown);
      reportError(call, () => error);
      return error;
    },
    apiError: (call, answer, body) => apiError(call, answer, body, clock.now()),
    reportError,
    reportSuccess(call, status) {
      const duration = durationOf(call);
      call.duration = duration;
      notify(hooks.success, () => ({ ...eventOf(call), status, attempts: call.attempts, duration }));
    },
  };
}

/** Makes a tracking id. Throws {@link WmConfigError}. */
function makeTrackingId({ trackingId }: Config): string {
  if (trackingId === undefined) return crypto.randomUUID();
  let made: unknown;
  try {
    made = trackingId();
  } catch (cause) {
    throw unusable("trackingId", "the function threw (see cause)", cause);
  }
  return headerValue("trackingId", made);
}

/** The error for a call that exceeds its total timeout. */
function totalTimeoutError(call: Call): WmTimeoutError {
  const { operation, options, lastError } = call;
  const timeout = options.totalTimeout ?? Infinity;
  const cause = lastError && { cause: lastError() };
  return new WmTimeoutError(`${operation}: no complete answer within the total timeout of ${timeout} ms`, { ...contextOf(call), timeout, ...cause });
}

/** The error for an attempt without a complete response. */
function noAnswerError(call: Call, { url }: Outgoing, { isTimeout, cause, interrupted }: NoAnswer): WmError {
  const { operation, tokens, options } = call;
  const { timeout } = options;
  if (isTimeout) return new WmTimeoutError(`${operation}: no complete answer within ${timeout} ms`, { ...contextOf(call), timeout });
  const answered = interrupted === undefined ? "" : `; the body was truncated after status ${interrupted}`;
  const reason = withoutTokens(reasonOf(cause), tokens);
  return new WmConnectionError(`${operation}: no complete answer from ${new URL(url).host} (${reason})${answered}`, {
    ...contextOf(call),
    cause: redactError(cause, tokens),
  });
}

function errorOf(call: Call, thrown: unknown): unknown {
  const { failure, answer } = call;
  if (failure !== undefined) {
    // openapi-fetch swallows a falsy reason, and fails at the response that is missing then.
    return failure.reason ? thrown : failure.reason;
  }
  return (answer?.ok && isParseError(thrown) ? jsonError(call, answer) : undefined) ?? located(thrown, call);
}

/** Checks for an error of parsing. Middleware may throw anything. */
function isParseError(thrown: unknown): boolean {
  try {
    return thrown instanceof SyntaxError || thrown instanceof TypeError;
  } catch {
    return false;
  }
}

/** Adds the call to the error of a check of options or arguments, which runs without it. */
function located(thrown: unknown, call: Call): unknown {
  if (!isUnlocated(thrown)) return thrown;
  const { message, cause, argument } = thrown;
  return new WmConfigError(`${call.operation}: ${message}`, { ...contextOf(call), argument, ...(cause !== undefined && { cause }) });
}

function isUnlocated(thrown: unknown): thrown is WmConfigError {
  try {
    return thrown instanceof WmConfigError && thrown.operation === undefined;
  } catch {
    return false;
  }
}
