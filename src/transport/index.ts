import { checkOrigin, type Config, guarded, headerNames, headerValue, readRequestOptions, unusable } from "../config.js";
import { isInstance, WmConfigError, WmConnectionError, WmError, WmTimeoutError, WmTokenError } from "../errors.js";
import { notify } from "../hooks.js";
import { apiError, contextOf, jsonError, parsedBody, redirectError, responseError } from "./api-error.js";
import { attempt, type Call, eventOf, type Outgoing } from "./attempt.js";
import { type Answer, type Bytes, isRedirect, readStream } from "./body.js";
import type { Clock } from "./clock.js";
import { type Deadline, pause, within } from "./deadline.js";
import { identify } from "./identity.js";
import { reasonOf, redactError, redactHeaders } from "./redact.js";
import { backoff, parseRetryAfter, retryDelay } from "./retry.js";
import { fixedToken, providedTokens } from "./token.js";

export { type Call, eventOf, type Outgoing } from "./attempt.js";
export { type Answer, hasNoBody } from "./body.js";

/** Everything behind openapi-fetch: credentials, tracking ids, timeouts, retries and events of a call. */
export interface Transport {
  /** Starts a call. Its options are the client's until they are checked. */
  start(operation: string, method: string, path: string): Call;
  /** Sends a request, with retries. Resolves for every status except a redirect. */
  fetch(call: Call, request: Outgoing): Promise<Answer>;
  /** Turns an error from openapi-fetch, or from a check before it, into the error of the call. Reports it. */
  failed(call: Call, thrown: unknown): unknown;
  /** Builds the error for a status outside 2xx, from the body as openapi-fetch returns it. */
  apiError(call: Call, answer: Pick<Answer, "status" | "headers">, body: unknown): WmError;
  /** Calls `hooks.error`. The error is only built if that hook is set. */
  reportError(call: Call, error: () => unknown): void;
  /** Ends the measured time of a call, and calls `hooks.success`. */
  reportSuccess(call: Call, status: number): void;
}

export function createTransport(config: Config, clock: Clock): Transport {
  const { hooks } = config;
  const defaults = readRequestOptions(undefined, config);
  const source = typeof config.token === "string" ? fixedToken(config.token) : providedTokens(config.token, clock);

  const durationOf = (call: Call) => clock.elapsed() - call.begun;
  /** Start of a try. Only measured for observers. */
  const startOfTry = () => (hooks.retry || hooks.response ? clock.elapsed() : 0);

  function timeLeft(call: Call): number {
    const { totalTimeout } = call.options;
    return totalTimeout === undefined ? Infinity : totalTimeout - durationOf(call);
  }

  /** The limits of the next step of a call. Throws if its total time is up. */
  function deadlineOf(call: Call): Deadline & { readonly isTotal: boolean } {
    const { timeout, signal } = call.options;
    const left = timeLeft(call);
    if (left <= 0) throw totalTimeoutError(call);
    return { clock, timeout: Math.min(timeout, left), signal, isTotal: left <= timeout };
  }

  /** Runs a step of a call within its limits. `late` builds the error for one that takes longer than `timeout`. */
  async function limited<T>(call: Call, work: (deadline: Deadline) => Promise<T>, late: (ms: string) => WmError): Promise<T> {
    const { timeout, signal } = call.options;
    const deadline = deadlineOf(call);
    try {
      return await within(deadline, () => work(deadline));
    } catch (cause) {
      signal?.throwIfAborted();
      if (!deadline.isExceeded) throw cause;
      throw deadline.isTotal ? totalTimeoutError(call) : late(`within ${timeout} ms`);
    }
  }

  function announceRetry(call: Call, status: number | undefined, wait: number, begun: number): void {
    notify(hooks.retry, () => ({ ...eventOf(call), status, duration: clock.elapsed() - begun, wait }));
  }

  /** Waits before a retry. Returns false if none is allowed. Throws if the total timeout would expire first. */
  async function waitForRetry(call: Call, status: number | undefined, wait: number | undefined, begun: number): Promise<boolean> {
    const { maxRetries, signal } = call.options;
    if (wait === undefined || call.retries >= maxRetries) return false;
    if (wait >= timeLeft(call)) throw totalTimeoutError(call);
    announceRetry(call, status, wait, begun);
    await pause({ clock, timeout: wait, signal });
    call.retries++;
    return true;
  }

  /** Requests a token, after a 401 to replace `rejected`. Undefined if the source has only that one. Retries a provider that fails. */
  async function requestToken(call: Call, rejected?: string): Promise<string | undefined> {
    const late = (ms: string) => new WmTokenError(`the token provider did not respond ${ms}`, contextOf(call));
    for (;;) {
      const begun = startOfTry();
      const provided = await limited(call, (deadline) => source.request(rejected, deadline), late);
      if ("token" in provided) return provided.token === rejected ? undefined : provided.token;
      const { cause, isFinal } = provided;
      const { secrets } = call;
      const why = `the token provider ${isFinal ? "returned no usable token" : "failed"}: ${reasonOf(cause, secrets)}`;
      const error = new WmTokenError(why, { ...contextOf(call), cause: redactError(cause, secrets) });
      call.lastError = () => error;
      if (isFinal || !(await waitForRetry(call, undefined, backoff(call.retries, clock), begun))) throw error;
    }
  }

  /** Reads a request body that is a stream, so that it can be sent again. */
  async function readRequest(call: Call, headers: Headers, stream: ReadableStream<Bytes>): Promise<Bytes> {
    // Node writes a form to its stream even after that is cancelled, and nothing can catch the error.
    const isForm = headers.get("content-type")?.startsWith("multipart/form-data");
    const read = async (deadline: Deadline) => {
      try {
        return isForm ? new Uint8Array(await new Response(stream).arrayBuffer()) : (await readStream(stream, deadline, Infinity)).bytes;
      } catch (cause) {
        throw unusable("body", "cannot be read (see cause)", cause);
      }
    };
    return await limited(call, read, (ms) => timeoutError(call, `the request body did not end ${ms}`));
  }

  const reportError: Transport["reportError"] = (call, error) =>
    notify(hooks.error, () => ({ ...eventOf(call), status: call.answer?.status, duration: durationOf(call), error: error() }));

  return {
    start: (operation, method, path) => ({
      operation,
      method,
      path,
      begun: clock.elapsed(),
      secrets: source.secrets,
      options: defaults,
      attempts: 0,
      retries: 0,
    }),
    async fetch(call, request) {
      const { url, method } = request;
      const { signal } = call.options;
      try {
        checkOrigin(url, config);
        signal?.throwIfAborted();
        const body = typeof request.body === "object" ? await readRequest(call, request.headers, request.body) : request.body;
        let token = source.held() ?? (await requestToken(call))!;
        let isRenewed = false;
        for (;;) {
          const deadline = deadlineOf(call);
          const begun = startOfTry();
          const trackingId = call.options.trackingId ?? request.headers.get(headerNames.trackingId) ?? makeTrackingId(config);
          const headers = identify(request.headers, { clientId: config.clientId, token, trackingId });
          call.attempts++;
          call.trackingId = trackingId;
          call.answer = call.interrupted = undefined;
          notify(hooks.request, () => ({ ...eventOf(call), headers: redactHeaders(Object.entries(headers), call.secrets) }));
          let reason: unknown;
          try {
            call.answer = await within(deadline, (signal) => attempt(config, call, request, { headers, body }, deadline, signal));
          } catch (cause) {
            signal?.throwIfAborted();
            if (deadline.isExceeded && deadline.isTotal) throw totalTimeoutError(call);
            reason = cause;
          }
          const { answer } = call;
          const status = answer?.status;
          if (answer) {
            const { status, headers, ok, isTruncated } = answer;
            notify(hooks.response, () => ({
              ...eventOf(call),
              status,
              duration: clock.elapsed() - begun,
              headers: redactHeaders(headers, call.secrets),
            }));
            if (ok && isTruncated) throw responseError(call, answer, `its body is larger than maxResponseBytes, ${config.maxResponseBytes} bytes`);
            if (ok) return answer;
          }
          // A copy: the call itself may go on with another attempt.
          const failed = { ...call };
          call.lastError = () => {
            if (!answer) return noAnswerError(failed, url, deadline, reason);
            return isRedirect(answer.status) ? redirectError(failed, answer) : apiError(failed, answer, parsedBody(answer), clock.now());
          };
          if (status === 401 && !isRenewed) {
            isRenewed = true;
            const fresh = await requestToken(call, token);
            if (fresh !== undefined) {
              token = fresh;
              announceRetry(call, status, 0, begun);
              continue;
            }
          }
          const retryAfter = answer && parseRetryAfter(answer.headers.get("retry-after"), clock.now());
          const wait = retryDelay({ method, status, retryAfter }, call.retries, clock);
          if (!(await waitForRetry(call, status, wait, begun))) {
            if (answer && !isRedirect(answer.status)) return answer;
            throw call.lastError();
          }
          token = source.held() ?? (await requestToken(call))!;
        }
      } catch (thrown) {
        // The caller's reason may be an error of another call.
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
  return headerValue("trackingId", guarded("trackingId", "the function threw", trackingId));
}

function timeoutError(call: Call, what: string): WmTimeoutError {
  return new WmTimeoutError(`${call.operation}: ${what}`, { ...contextOf(call), timeout: call.options.timeout });
}

/** The error for a call that exceeds its total timeout. */
function totalTimeoutError(call: Call): WmTimeoutError {
  const { operation, lastError, options } = call;
  const timeout = options.totalTimeout!;
  const cause = lastError && { cause: lastError() };
  return new WmTimeoutError(`${operation}: no complete response within the total timeout of ${timeout} ms`, { ...contextOf(call), timeout, ...cause });
}

/** The error for an attempt without a complete response. */
function noAnswerError(call: Call, url: string, { isExceeded }: Deadline, reason: unknown): WmError {
  const { operation, secrets, options, interrupted } = call;
  const what = "no complete response";
  if (isExceeded) return timeoutError(call, `${what} within ${options.timeout} ms`);
  const answered = interrupted === undefined ? "" : `; the body was truncated after status ${interrupted}`;
  return new WmConnectionError(`${operation}: ${what} from ${new URL(url).host} (${reasonOf(reason, secrets)})${answered}`, {
    ...contextOf(call),
    cause: redactError(reason, secrets),
  });
}

/** The error of a call, whether the transport, openapi-fetch, middleware or a check threw. */
function errorOf(call: Call, thrown: unknown): unknown {
  const { failure, answer, replaced } = call;
  // openapi-fetch swallows a falsy reason, then fails on the missing response.
  if (failure) return failure.reason ? thrown : failure.reason;
  if (isInstance(thrown, WmError)) return located(thrown, call);
  const unparsed = answer?.ok && jsonError(call, answer);
  if (unparsed) return unparsed;
  const cause = redactError(thrown, call.secrets);
  const response = replaced ?? answer;
  // Getters, serializers and traps of a proxy throw anything.
  if (response === undefined) return located(new WmConfigError("an argument cannot be used (see cause)", { cause }), call);
  return responseError(call, { status: response.status, bytes: new Uint8Array() }, reasonOf(thrown, call.secrets), { cause });
}

/** Adds call context to the error of an option or argument check. */
function located(thrown: unknown, call: Call): unknown {
  if (!isInstance(thrown, WmConfigError) || thrown.operation !== undefined) return thrown;
  const { message, cause, argument } = thrown;
  return new WmConfigError(`${call.operation}: ${message}`, {
    ...contextOf(call),
    argument,
    ...(cause !== undefined && { cause: redactError(cause, call.secrets) }),
  });
}
