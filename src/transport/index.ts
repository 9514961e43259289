import { checkOrigin, type Config, headerNames, headerValue, readRequestOptions } from "../config.js";
import { WmConfigError, WmConnectionError, type WmError, WmTimeoutError } from "../errors.js";
import { notify } from "../hooks.js";
import { apiError, contextOf, jsonError, redirectError } from "./api-error.js";
import { attempt, type Call, eventOf, type NoAnswer, type Outgoing } from "./attempt.js";
import { type Answer, isRedirect } from "./body.js";
import type { Clock } from "./clock.js";
import { pause } from "./deadline.js";
import { identify } from "./identity.js";
import { redactError, withoutTokens } from "./redact.js";
import { parseRetryAfter, retryDelay } from "./retry.js";
import { fixedToken, providedTokens, type TokenWait } from "./token.js";

export type { Call, Outgoing } from "./attempt.js";
export type { Answer } from "./body.js";

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
  report(call: Call, error: () => unknown): void;
}

export function createTransport(config: Config, clock: Clock): Transport {
  const { hooks } = config;
  const sender = { config, clock };
  const defaults = readRequestOptions(undefined, config);
  const tokenSource = typeof config.token === "string" ? fixedToken(config.token) : providedTokens(config.token, clock);
  /** Counts the next attempt, and returns its headers. */
  function nextHeaders(call: Call, { headers }: Outgoing, token: string): Record<string, string> {
    call.attempts++;
    if (!call.tokens.includes(token)) call.tokens.push(token);
    const trackingId = call.options.trackingId ?? headers.get(headerNames.trackingId) ?? makeTrackingId(config);
    call.trackingId = trackingId;
    return identify(headers, { clientId: config.clientId, token, trackingId });
  }

  function waitOf(call: Call): TokenWait {
    const { timeout, signal } = call.options;
    return { timeout, signal, context: contextOf(call) };
  }

  /** Makes attempts until one is the last. */
  async function exchange(call: Call, request: Outgoing): Promise<Answer> {
    const { signal, maxRetries } = call.options;
    try {
      checkOrigin(request.url, config);
      signal?.throwIfAborted();
      const given = tokenSource.current(waitOf(call));
      let token = typeof given === "string" ? given : await given;
      let renewed = false;
      for (let retry = 0; ; ) {
        const begun = hooks.retry === undefined ? 0 : clock.elapsed();
        const outcome = await attempt(sender, call, request, nextHeaders(call, request, token));
        if (outcome.status !== undefined && outcome.ok) {
          call.answer = outcome;
          return outcome;
        }
        const announce = (wait: number) => notify(hooks.retry, () => ({ ...eventOf(call), status: call.status, duration: clock.elapsed() - begun, wait }));
        if (outcome.status === 401 && !renewed) {
          renewed = true;
          const fresh = await tokenSource.renew(token, waitOf(call));
          if (fresh !== undefined) {
            token = fresh;
            announce(0);
            continue;
          }
        }
        const retryAfter = outcome.status === undefined ? undefined : parseRetryAfter(outcome.headers.get("retry-after"), clock.now());
        const wait = retry < maxRetries ? retryDelay({ method: request.method, status: outcome.status, retryAfter }, retry, clock) : undefined;
        if (wait === undefined) {
          if (outcome.status === undefined) throw noAnswerError(call, request, outcome);
          if (isRedirect(outcome.status)) throw redirectError(call, outcome);
          call.answer = outcome;
          return outcome;
        }
        announce(wait);
        await pause(wait, signal, clock);
        retry++;
        token = await tokenSource.current(waitOf(call));
      }
    } catch (thrown) {
      // A caller may abort with any reason, an error of another call among them.
      const reason = signal?.aborted && thrown === signal.reason ? thrown : located(thrown, call);
      call.failure = { reason };
      throw reason;
    }
  }

  const report: Transport["report"] = (call, error) =>
    notify(hooks.error, () => ({ ...eventOf(call), status: call.status, duration: clock.elapsed() - call.begun, error: error() }));

  return {
    start: (operation, method, path) => ({
      operation,
      method,
      path,
      options: defaults,
      begun: hooks.error === undefined ? 0 : clock.elapsed(),
      attempts: 0,
      trackingId: undefined,
      status: undefined,
      tokens: [],
      answer: undefined,
      failure: undefined,
    }),
    fetch: exchange,
    failed(call, thrown) {
      const error = errorOf(call, thrown);
      report(call, () => error);
      return error;
    },
    apiError: (call, answer, body) => apiError(call, answer, body, clock.now()),
    report,
  };
}

function errorOf(call: Call, thrown: unknown): unknown {
  const { failure, answer } = call;
  if (failure !== undefined) {
    // openapi-fetch swallows a falsy reason, and fails at the response that is missing then.
    return failure.reason ? thrown : failure.reason;
  }
  const isParsed = answer?.ok && (thrown instanceof SyntaxError || thrown instanceof TypeError);
  return (isParsed ? jsonError(call, answer) : undefined) ?? located(thrown, call);
}

function makeTrackingId({ trackingId }: Config): string {
  if (trackingId === undefined) return crypto.randomUUID();
  let made: unknown;
  try {
    made = trackingId();
  } catch (cause) {
    throw new WmConfigError("trackingId: the function threw (see cause)", { cause });
  }
  return headerValue("trackingId", made);
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

/** The shortest text that says why `fetch` failed: Node has it in the code of the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return error.message;
}

/** Adds the call to the error of a check of options or arguments, which runs without it. */
function located(thrown: unknown, call: Call): unknown {
  if (!(thrown instanceof WmConfigError) || thrown.operation !== undefined) return thrown;
  const { message, cause } = thrown;
  return new WmConfigError(`${call.operation}: ${message}`, { ...contextOf(call), ...(cause !== undefined && { cause }) });
}
