import {
  WmApiError,
  WmConfigError,
  WmConnectionError,
  WmError,
  type WmErrorEvent,
  WmResponseError,
  type WmSuccessEvent,
  WmTimeoutError,
  WmTokenError,
} from "wm-customer-api";
import { endsWithHead, type Possible } from "./answers.js";
import { isEndless, isSpoilt } from "./arguments.js";
import { readTwice, replacedByMiddleware, thrownByMiddleware } from "./middleware.js";
import type { Attempt, Played, PlayedCall } from "./play.js";
import { retryOf } from "./retries.js";
import { secretIn, viewsOf, withToken } from "./secrets.js";
import { isReliable } from "./tokens.js";
import { wrongValues } from "./values.js";

/** A property of every call, in any surroundings. Returns violations, one line each. */
interface Invariant {
  readonly name: string;
  readonly check: (call: PlayedCall, played: Played) => readonly (string | false)[];
}

const classes = [WmConfigError, WmTokenError, WmConnectionError, WmTimeoutError, WmApiError, WmResponseError] as const;

const errorOf = ({ outcome }: PlayedCall): unknown => (outcome && "error" in outcome ? outcome.error : undefined);
const hasFailed = ({ outcome }: PlayedCall): boolean => outcome !== undefined && "error" in outcome;
const eventsOf = ({ events }: PlayedCall, hook: string) => events.filter((seen) => seen.hook === hook).map(({ event }) => event);

const isOddTracking = ({ plan }: Played) => ["throws", "number", "empty", "lines", "promise"].includes(plan.trackingId);
const hasProvider = ({ plan }: Played) => plan.token.acts !== undefined;
const totalTimeoutOf = ({ plan: { options } }: PlayedCall, { plan }: Played) => options.totalTimeout ?? plan.totalTimeout;
const maxRetriesOf = ({ plan: { options } }: PlayedCall, { plan }: Played) => options.maxRetries ?? plan.maxRetries ?? 2;
const limitOf = ({ plan }: Played) => plan.maxResponseBytes ?? 100 * 2 ** 20;
const usesMiddleware = ({ plan }: PlayedCall) => plan.road === "raw" && plan.middleware.length > 0;

/** Whether any attempt may have timed out, regardless of its answer. */
function isRacing({ plan, calls, wasStuck }: Played): boolean {
  return wasStuck || plan.clock === "fast" || (plan.isConcurrent && calls.length > 1);
}

/** Whether the answers alone decide how a call ends. */
function isExact(call: PlayedCall, played: Played): boolean {
  const { plan } = played;
  return (
    !isRacing(played) &&
    plan.abort === undefined &&
    totalTimeoutOf(call, played) === undefined &&
    isReliable(plan.token) &&
    !isOddTracking(played) &&
    !usesMiddleware(call) &&
    !isSpoilt(call.plan, call.operation) &&
    !isEndless(call.plan, call.operation)
  );
}

const isRefused = ({ possible }: Attempt) => possible.status === 401;
const isSurelyRefused = ({ possible }: Attempt) => possible.status === 401 && !possible.breaks && !possible.hangs;

/** Number of retries in these attempts. One attempt may only have replaced a rejected token. */
function retriesOf({ attempts }: PlayedCall, played: Played): { readonly least: number; readonly most: number } {
  const earlier = attempts.slice(0, -1);
  const renewals = (isRenewal: (attempt: Attempt) => boolean) => (hasProvider(played) && earlier.some(isRenewal) ? 1 : 0);
  return { least: earlier.length - renewals(isRefused), most: earlier.length - renewals(isSurelyRefused) };
}

const isFromMiddleware = (error: unknown) =>
  error === thrownByMiddleware || error === replacedByMiddleware || error === undefined || (error instanceof TypeError && readTwice.test(error.message));

/** Possible endings of a call after this last attempt. */
function endings({ status, breaks, hangs, text }: Possible, call: PlayedCall, played: Played): string[] {
  const { plan } = call;
  const ends = [...(breaks ? ["WmConnectionError"] : []), ...(hangs ? ["WmTimeoutError"] : [])];
  if (status === undefined) return ends;
  if (status === 0 || (endsWithHead(status) && status >= 300)) return [...ends, "WmResponseError"];
  if (status === 204 || status === 205) return [...ends, "value"];
  if (status >= 200 && status < 300) return [...ends, ...successEndings(text === undefined ? undefined : sentText(text, call), call, limitOf(played))];
  if (plan.road === "facade") return [...ends, `WmApiError ${status}`];
  return [...ends, ...(status > 599 || status < 200 ? ["WmResponseError", `error ${status}`] : [`error ${status}`])];

  function sentText(marked: string, { attempts }: PlayedCall): string {
    const planned = plan.answers[attempts.length - 1];
    const isCustom = attempts.at(-1)!.exchange === undefined;
    return withToken(marked, attempts.at(-1)!.token).replace("<<padding>>", isCustom ? "" : "p".repeat(planned?.body.padding ?? 0));
  }
}

function successEndings(text: string | undefined, { plan, operation }: PlayedCall, limit: number): string[] {
  if (text === undefined || text === "") return ["value", "WmResponseError"];
  if (Buffer.byteLength(text) > limit) return ["WmResponseError"];
  if (plan.road === "raw" && plan.parseAs !== "json") return ["value"];
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return ["WmResponseError"];
  }
  if (plan.road === "raw") return ["value"];
  const isPlain =
    typeof json === "object" &&
    json !== null &&
    !Array.isArray(json) &&
    !["error", "errors", "code", "message", "status"].some((name) => Object.hasOwn(json as object, name));
  return isPlain || operation.ok?.schema === undefined ? ["value"] : ["value", "WmResponseError"];
}

/** Ending of a call, as in {@link endings}. */
function endingOf({ outcome, plan }: PlayedCall): string {
  if (outcome === undefined) return "nothing";
  if ("error" in outcome) {
    const { error } = outcome;
    if (error instanceof WmApiError) return `WmApiError ${error.status}`;
    return error instanceof WmError ? error.name : "another error";
  }
  const { response, error } = Object(outcome.value) as { readonly response?: Response; readonly error?: unknown };
  return plan.road === "raw" && response !== undefined && (error !== undefined || !response.ok) ? `error ${response.status}` : "value";
}

const invariants: readonly Invariant[] = [
  { name: "ends", check: ({ outcome }) => [outcome === undefined && "the call did not end"] },
  {
    name: "rejects with the right class",
    check: (call, played) => {
      if (!hasFailed(call)) return [];
      const error = errorOf(call);
      if (call.wasAborted && error === played.reason) return [];
      if (usesMiddleware(call) && isFromMiddleware(error)) return [];
      if (!(error instanceof WmError)) return [`rejected with ${viewsOf(error)[0]?.slice(0, 300)}, which is not a WmError`];
      const { possible } = call.attempts.at(-1) ?? {};
      const hasHung = isRacing(played) || played.calls.some(({ attempts }) => attempts.some((attempt) => attempt.possible.hangs));
      return [
        !classes.some((one) => error.constructor === one) && `rejected with ${error.name}, which is not one of the six classes`,
        error instanceof WmApiError && call.plan.road === "raw" && "raw threw for a status",
        error instanceof WmConfigError &&
          !isSpoilt(call.plan, call.operation) &&
          !isOddTracking(played) &&
          !usesMiddleware(call) &&
          `a usable call is a WmConfigError: ${error.message}`,
        error instanceof WmTokenError &&
          (!hasProvider(played) || (isReliable(played.plan.token) && !isRacing(played))) &&
          `a working provider is a WmTokenError: ${error.message}`,
        error instanceof WmTimeoutError &&
          !hasHung &&
          totalTimeoutOf(call, played) === undefined &&
          !isEndless(call.plan, call.operation) &&
          "a WmTimeoutError although nothing hangs",
        error instanceof WmApiError &&
          possible?.status !== undefined &&
          error.status !== possible.status &&
          // The request of an attempt that timed out may arrive after the next one.
          !(isRacing(played) && call.attempts.some((attempt) => attempt.possible.status === error.status)) &&
          `a WmApiError with status ${error.status} after ${possible.status}`,
        error instanceof WmConnectionError &&
          possible !== undefined &&
          !possible.breaks &&
          !isRacing(played) &&
          !call.wasAborted &&
          `a WmConnectionError after a complete response: ${error.message}`,
      ];
    },
  },
  {
    name: "ends according to its last answer",
    check: (call, played) => {
      if (!isExact(call, played) || call.outcome === undefined) return [];
      const last = call.attempts.at(-1);
      if (last === undefined) return ["no attempt was made"];
      const expected = endings(last.possible, call, played);
      const ending = endingOf(call);
      return [
        !expected.includes(ending) &&
          `ended with ${ending}${hasFailed(call) ? ` (${String(errorOf(call)).slice(0, 300)})` : ""}, instead of ${expected.join(" or ")}`,
      ];
    },
  },
  {
    name: "rejects unusable arguments before anything is sent",
    check: (call) =>
      isSpoilt(call.plan, call.operation) && call.outcome !== undefined
        ? [call.attempts.length > 0 && "a request was sent", !call.wasAborted && !(errorOf(call) instanceof WmConfigError) && `ended with ${endingOf(call)}`]
        : [],
  },
  {
    name: "makes as many attempts as the retry table allows",
    check: (call, played) => {
      const { attempts, operation } = call;
      const { least, most } = retriesOf(call, played);
      const isLoose = isRacing(played) || call.wasAborted;
      const wrong = attempts.slice(0, -1).map(({ possible }, index) => {
        const isRenewal =
          possible.status === 401 && hasProvider(played) && attempts.findIndex(isSurelyRefused) >= (isSurelyRefused(attempts[index]!) ? index : -1);
        const { may } = retryOf(operation.method, possible);
        return !may && !isRenewal && !(isLoose && operation.method !== "PATCH") && `attempt ${index + 1} was repeated after ${JSON.stringify(possible)}`;
      });
      const last = attempts.at(-1);
      const isEarly = last !== undefined && isExact(call, played) && most < maxRetriesOf(call, played) && retryOf(operation.method, last.possible).must;
      return [...wrong, least > maxRetriesOf(call, played) && `${attempts.length} attempts`, isEarly && `gave up after attempt ${attempts.length}`];
    },
  },
  {
    name: "sends the same request with its identity in every attempt",
    check: ({ attempts, operation }, { tokens }) =>
      attempts.flatMap(({ exchange, token }) =>
        exchange === undefined
          ? []
          : [
              exchange.method !== operation.method && `sent ${exchange.method}`,
              exchange.body !== attempts.find((one) => one.exchange)?.exchange?.body && "sent another body",
              exchange.headers.clientid !== "client-1" && "sent another ClientId",
              !tokens.includes(token) && token !== "any" && `sent an unknown token: ${token}`,
            ],
      ),
  },
  {
    name: "shows no secret",
    check: (call, { tokens, reason }) => {
      const error = errorOf(call);
      const isOwn = error === reason || (usesMiddleware(call) && isFromMiddleware(error));
      const { response } = call;
      const shown: (readonly [string, unknown])[] = [
        ...(hasFailed(call) && !isOwn ? [["the error", error] as const] : []),
        ...call.events.map(({ hook, event }) => [`the event ${hook}`, event] as const),
        ...(response && "value" in response ? [["withResponse()", { ...response.value, data: undefined, headers: [...response.value.headers] }] as const] : []),
      ];
      return shown.flatMap(([what, value]) =>
        viewsOf(value).map((view) => {
          const secret = secretIn(view, tokens);
          return secret !== undefined && `${what} holds the token ${secret}: ${view.slice(0, 400)}`;
        }),
      );
    },
  },
  {
    name: "has messages of one line and at most 2 000 characters",
    check: (call) => {
      const errors = [errorOf(call), ...eventsOf(call, "error").map((event) => (event as WmErrorEvent).error)];
      return errors.map(
        (error) =>
          error instanceof WmError &&
          (error.message.length > 2_000 || /[\p{Cc}\u2028\u2029]/u.test(error.message)) &&
          `the message is ${JSON.stringify(error.message.slice(0, 300))}`,
      );
    },
  },
  {
    name: "reports success or error once",
    check: (call) => {
      if (call.outcome === undefined) return [];
      const [successes, errors] = [eventsOf(call, "success"), eventsOf(call, "error")] as [WmSuccessEvent[], WmErrorEvent[]];
      const isError = hasFailed(call) || endingOf(call).startsWith("error ");
      return [
        successes.length + errors.length !== 1 && `${successes.length} times success, ${errors.length} times error`,
        errors.length === 1 && !isError && "error for a call that succeeded",
        successes.length === 1 && isError && "success for a call that failed",
        errors.length === 1 && hasFailed(call) && errors[0]!.error !== errorOf(call) && "error with another error than the call's",
      ];
    },
  },
  {
    name: "has events that agree with each other and with the attempts",
    check: (call, played) => {
      const { events, attempts, plan, operation, context } = call;
      const requests = eventsOf(call, "request");
      const responses = eventsOf(call, "response");
      const name = plan.road === "facade" ? operation.operationId : `${operation.method} ${operation.path}`;
      const ids = new Set(events.map(({ event }) => event.callId));
      const others = played.calls.filter((one) => one !== call).flatMap((one) => one.events.map(({ event }) => event.callId));
      const isFresh = (plan.options.trackingId ?? undefined) === undefined && (played.plan.trackingId === "default" || played.plan.trackingId === "unique");
      const sent = attempts.flatMap(({ exchange }) => exchange?.headers["request-tracking-id"] ?? []);
      return [
        ids.size > 1 && `${ids.size} call ids`,
        others.some((id) => ids.has(id)) && "the call id of another call",
        ...events.map(({ hook, event, isFrozen }) => {
          if (!isFrozen) return `${hook}: not frozen`;
          if (event.context !== context) return `${hook}: another context`;
          // An issue's path is the JSON path of the value.
          const isPath = hook === "decodeIssue" ? event.path.startsWith("$") : event.path === operation.path;
          return (event.operation !== name || event.method !== operation.method || !isPath) && `${hook}: of ${event.operation}, ${event.method} ${event.path}`;
        }),
        requests.some((event, index) => event.attempt !== index + 1) && `attempts ${requests.map(({ attempt }) => attempt).join()}`,
        requests.length < attempts.length && `${requests.length} requests announced, ${attempts.length} made`,
        isExact(call, played) && requests.length !== attempts.length && `${requests.length} requests announced, ${attempts.length} made`,
        new Set(responses.map(({ attempt }) => attempt)).size !== responses.length && "two responses to one attempt",
        responses.length > requests.length && "more responses than requests",
        eventsOf(call, "retry").length < requests.length - 1 && "a retry without an event",
        isFresh && new Set(requests.map(({ trackingId }) => trackingId)).size !== requests.length && "a tracking id twice",
        sent.some((id) => !requests.some(({ trackingId }) => trackingId === id)) && "a tracking id that no event has",
        ...events.map(({ hook, event }) => {
          const { duration = 0, wait = 0 } = event as { readonly duration?: number; readonly wait?: number };
          return (!(duration >= 0) || !(wait >= 0 && wait <= 61_000)) && `${hook}: duration ${duration}, wait ${wait}`;
        }),
      ];
    },
  },
  {
    name: "reports the same in the error as in the events",
    check: (call) => {
      const error = errorOf(call);
      const requests = eventsOf(call, "request");
      const trackingId = requests.at(-1)?.trackingId;
      const [success] = eventsOf(call, "success") as WmSuccessEvent[];
      const name = call.plan.road === "facade" ? call.operation.operationId : `${call.operation.method} ${call.operation.path}`;
      const isOfCall = error instanceof WmError && error.operation !== undefined && !(call.wasAborted && error.message === "of another call");
      return [
        ...(isOfCall
          ? [
              error.operation !== name && `the error is of ${error.operation}`,
              error.attempts !== requests.length && `the error has ${error.attempts} attempts of ${requests.length}`,
              error.trackingId !== trackingId && `the error has tracking id ${error.trackingId}, not ${trackingId}`,
            ]
          : []),
        success !== undefined && success.attempts !== requests.length && `success has ${success.attempts} attempts of ${requests.length}`,
      ];
    },
  },
  {
    name: "has a withResponse() that agrees with the call",
    check: (call) => {
      const { response, outcome } = call;
      if (response === undefined || outcome === undefined) return [];
      if ("error" in response) return [!("error" in outcome && outcome.error === response.error) && "withResponse() failed in another way"];
      if ("error" in outcome) return ["withResponse() resolved for a call that failed"];
      const { data, status, attempts, trackingId, headers, issues, duration } = response.value;
      const requests = eventsOf(call, "request");
      return [
        data !== outcome.value && "other data",
        !(status >= 200 && status < 300) && `status ${status}`,
        attempts !== requests.length && `${attempts} attempts of ${requests.length}`,
        trackingId !== requests.at(-1)?.trackingId && `tracking id ${trackingId}`,
        !(headers instanceof Headers) && "headers of another class",
        headers.has("set-cookie") && "cookies",
        issues.length !== eventsOf(call, "decodeIssue").length && `${issues.length} issues, ${eventsOf(call, "decodeIssue").length} events`,
        !(duration >= 0) && `duration ${duration}`,
      ];
    },
  },
  {
    name: "resolves to values of the declared types",
    check: ({ outcome, plan, operation, attempts }) => {
      if (plan.road !== "facade" || outcome === undefined || "error" in outcome) return [];
      const url = attempts.find(({ exchange }) => exchange)?.exchange?.url;
      return url === undefined ? [] : wrongValues(operation.operationId, new URL(url, "http://localhost").searchParams, outcome.value);
    },
  },
  {
    name: "ends at once when it is aborted",
    check: (call, { reason }) => [
      call.wasAborted &&
        call.abortDelay > 500 &&
        !(hasFailed(call) && errorOf(call) === reason) &&
        `ended ${Math.round(call.abortDelay)} ms after the abort, with ${endingOf(call)}`,
    ],
  },
  { name: "leaves nothing behind", check: (call, { left, calls }) => (call === calls[0] ? left : []) },
];

/** All violations of a case, one line each. */
export function violationsOf(played: Played): string[] {
  return played.calls.flatMap((call, index) =>
    invariants.flatMap(({ name, check }) =>
      check(call, played)
        .filter((line) => line !== false)
        .map((line) => `call ${index} (${call.plan.road} ${call.operation.operationId}) ${name}: ${line}`),
    ),
  );
}
