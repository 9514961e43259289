import { headerValue } from "../config.js";
import { WmTokenError, type WmErrorContext } from "../errors.js";
import type { TokenContext, TokenProvider } from "../options.js";
import type { Clock } from "./clock.js";
import { DeadlineExceeded, within } from "./deadline.js";
import { redactError } from "./redact.js";

/** A token this close to its expiry, in milliseconds, is not used any more. */
const expiryMargin = 30_000;

/** The call that needs a token, and how long it will wait for one. */
export interface TokenWait {
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** What a {@link WmTokenError} says of the call. */
  readonly context: WmErrorContext;
}

/** Where the tokens of a client come from. */
export interface TokenSource {
  /** The token to use now. Throws {@link WmTokenError}. */
  current(wait: TokenWait): string | Promise<string>;
  /** The token to use after a 401 for `rejected`; undefined when there is no other one. Throws {@link WmTokenError}. */
  renew(rejected: string, wait: TokenWait): undefined | Promise<string | undefined>;
}

/** A token that never changes. */
export function fixedToken(token: string): TokenSource {
  return { current: () => token, renew: () => undefined };
}

/** A request to the provider, shared by all calls that need a token while it is under way. */
interface Asking {
  readonly answer: Promise<string>;
  readonly rejected: string | undefined;
}

/** Number of recent tokens kept for redaction of provider errors. */
const longestMemory = 20;

/** Tokens from a provider, of which one is in use at a time. Failures are not cached. */
export function providedTokens(provider: TokenProvider, clock: Clock): TokenSource {
  let held: { readonly token: string; readonly expires: number } | undefined;
  let asking: Asking | undefined;
  const given: string[] = [];

  const forget = (request: Asking) => {
    if (asking === request) asking = undefined;
  };

  const ask = (rejected: string | undefined): Asking => {
    const context: TokenContext = rejected === undefined ? {} : { rejected };
    const request = { answer: (async () => headerValue("the token", await provider(context)))(), rejected };
    asking = request;
    request.answer.then(
      (token) => {
        if (given.push(token) > longestMemory) given.shift();
        // The answer to a request that was given up comes too late to replace a newer token.
        if (asking === request && token !== rejected) held = { token, expires: expiryOf(token) };
        forget(request);
      },
      () => forget(request),
    );
    return request;
  };

  const answerTo = async (request: Asking, { timeout, signal, context }: TokenWait): Promise<string> => {
    try {
      return await within({ clock, timeout, signal }, () => request.answer);
    } catch (cause) {
      if (cause instanceof DeadlineExceeded) {
        forget(request);
        throw new WmTokenError(`the token provider did not answer within ${timeout} ms`, context);
      }
      if (signal?.aborted && cause === signal.reason) throw cause;
      throw new WmTokenError("the token provider gave no usable token (see cause)", {
        ...context,
        cause: redactError(cause, request.rejected === undefined ? given : [...given, request.rejected]),
      });
    }
  };

  const usable = () => (held !== undefined && clock.now() < held.expires - expiryMargin ? held.token : undefined);

  return {
    current: (wait) => usable() ?? answerTo(asking ?? ask(undefined), wait),
    async renew(rejected, wait) {
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

/** When a JWT expires, in milliseconds since 1970; never, for a token that does not say. */
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
