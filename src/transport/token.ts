import { readToken } from "../config.js";
import { type WmError, type WmErrorContext, WmTokenError } from "../errors.js";
import type { Token, TokenProvider } from "../options.js";
import type { Clock } from "./clock.js";
import { type Deadline, within } from "./deadline.js";
import { reasonOf, redactError, withoutTokens } from "./redact.js";

/** Remaining life at which a token is replaced, in milliseconds. */
const expiryMargin = 30_000;

/** A call's wait for a token. */
export interface TokenWait extends Pick<Deadline, "timeout" | "signal"> {
  /** Call context of a {@link WmTokenError}. */
  readonly context: WmErrorContext;
  /** Builds the error for a provider that takes longer than `timeout`. */
  readonly late: () => WmError;
}

/** The source of a client's tokens. */
export interface TokenSource {
  /** The token at hand, if it is still usable. */
  held(): string | undefined;
  /** A new token; after a 401, one that replaces `rejected`, or undefined if there is none. Throws {@link WmTokenError}. */
  request(rejected: string | undefined, wait: TokenWait): Promise<string | undefined>;
}

/** Errors of providers that threw or rejected, and so may be asked again. */
const providerFailures = new WeakSet<object>();

/** Checks for the error of a provider that threw or rejected. */
export function isProviderFailure(error: unknown): boolean {
  return typeof error === "object" && error !== null && providerFailures.has(error);
}

/** A token that never changes. */
export function fixedToken(token: string): TokenSource {
  return { held: () => token, request: async () => undefined };
}

interface Held {
  readonly token: string;
  /** In milliseconds since 1970. */
  readonly expires: number;
}

/** A request to the provider, shared by all calls that need a token in the meantime. */
interface Asking {
  readonly answer: Promise<unknown>;
  readonly rejected: string | undefined;
  readonly controller: AbortController;
  /** Number of calls that wait. */
  waiting: number;
  isSettled: boolean;
}

/** Number of recent tokens kept for redaction of provider errors. */
const longestMemory = 20;

/** Tokens from a provider, one in use at a time. Failures are not cached. */
export function providedTokens(provider: TokenProvider, clock: Clock): TokenSource {
  let held: Held | undefined;
  let asking: Asking | undefined;
  const given: string[] = [];

  const forget = (request: Asking) => {
    if (asking === request) asking = undefined;
  };
  const settle = (request: Asking) => {
    request.isSettled = true;
    forget(request);
  };

  const ask = (rejected: string | undefined): Asking => {
    const controller = new AbortController();
    const { signal } = controller;
    const answer = (async (): Promise<unknown> => provider(rejected === undefined ? { signal } : { rejected, signal }))();
    const request: Asking = { answer, rejected, controller, waiting: 0, isSettled: false };
    asking = request;
    answer.then(
      (provided) => {
        const token = usableToken(provided);
        if (token !== undefined) {
          if (given.push(token.token) > longestMemory) given.shift();
          // The late answer to an abandoned request must not replace a newer token.
          if (asking === request && token.token !== rejected) held = token;
        }
        settle(request);
      },
      () => settle(request),
    );
    return request;
  };

  const answerTo = async (request: Asking, { timeout, signal, context, late }: TokenWait): Promise<string> => {
    const deadline = { clock, timeout, signal, isExceeded: false };
    request.waiting++;
    let provided: unknown;
    try {
      provided = await within(deadline, () => request.answer);
    } catch (cause) {
      if (deadline.isExceeded) {
        forget(request);
        throw late();
      }
      if (signal?.aborted && cause === signal.reason) throw cause;
      const tokens = request.rejected === undefined ? given : [...given, request.rejected];
      const reason = withoutTokens(reasonOf(cause), tokens);
      const error = new WmTokenError(`the token provider failed: ${reason}`, { ...context, cause: redactError(cause, tokens) });
      providerFailures.add(error);
      throw error;
    } finally {
      request.waiting--;
      if (request.waiting === 0 && !request.isSettled) {
        forget(request);
        request.controller.abort();
      }
    }
    try {
      return readProvided(provided).token;
    } catch (cause) {
      const reason = reasonOf(cause);
      throw new WmTokenError(`the token provider returned no usable token: ${reason}`, { ...context, cause });
    }
  };

  const usable = () => (held !== undefined && clock.now() < held.expires - expiryMargin ? held.token : undefined);

  return {
    held: usable,
    async request(rejected, wait) {
      if (rejected === undefined) return answerTo(asking ?? ask(undefined), wait);
      const forgetRejected = () => {
        if (held?.token === rejected) held = undefined;
      };
      forgetRejected();
      const renewed = usable();
      if (renewed !== undefined) return renewed;
      if (asking !== undefined && asking.rejected !== rejected) {
        // A request started before this 401 may return the same rejected token.
        const token = await answerTo(asking, wait);
        if (token !== rejected) return token;
        forgetRejected();
      }
      const token = await answerTo(asking?.rejected === rejected ? asking : ask(rejected), wait);
      return token === rejected ? undefined : token;
    },
  };
}

function usableToken(provided: unknown): Held | undefined {
  try {
    return readProvided(provided);
  } catch {
    return undefined;
  }
}

/** Checks what a provider returned. Throws {@link WmConfigError}. */
function readProvided(provided: unknown): Held {
  if (typeof provided !== "object" || provided === null) {
    const token = readToken("token", provided);
    return { token, expires: expiryOf(token) };
  }
  const { token, expiresAt } = provided as Partial<Token>;
  const expires = Number(expiresAt);
  if (Number.isNaN(expires)) throw new TypeError("expiresAt: must be a Date or a number of milliseconds");
  return { token: readToken("token", token), expires };
}

/** Expiry of a JWT, in milliseconds since 1970; Infinity for a token without one. */
function expiryOf(token: string): number {
  try {
    const payload = token.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    const exp = typeof claims === "object" && claims !== null && "exp" in claims ? claims.exp : undefined;
    return typeof exp === "number" ? exp * 1000 : Infinity;
  } catch {
    return Infinity;
  }
}
