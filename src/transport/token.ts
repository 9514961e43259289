import { readToken } from "../config.js";
import type { Token, TokenContext, TokenProvider } from "../options.js";
import type { Clock } from "./clock.js";
import type { Deadline } from "./deadline.js";
import { secretsOf } from "./redact.js";

/** Remaining life at which a token is replaced, in milliseconds. */
const expiryMargin = 30_000;

/** Outcome of a provider call: a token, or a failure, which is final if the provider returned something unusable. */
export type Provided = { readonly token: string } | { readonly cause: unknown; readonly isFinal: boolean };

/** The source of a client's tokens. */
export interface TokenSource {
  /** The recent tokens, in all forms to redact. */
  readonly secrets: readonly string[];
  /** The current token, if it is still usable. */
  held(): string | undefined;
  /** Requests a token, after a 401 to replace `rejected`. Resolves to `rejected` if the source has only that one. Never rejects. */
  request(rejected: string | undefined, deadline: Deadline): Promise<Provided>;
}

/** A token that never changes. */
export function fixedToken(token: string): TokenSource {
  return { secrets: secretsOf(token), held: () => token, request: async () => ({ token }) };
}

interface Held {
  readonly token: string;
  /** In milliseconds since 1970. */
  readonly expires: number;
}

/** A request to the provider, shared by all calls that need a token in the meantime. */
interface Asking {
  readonly rejected: string | undefined;
  readonly controller: AbortController;
  /** Number of waiting calls. */
  waiting: number;
  answer?: Promise<Provided>;
}

/** Max number of texts to redact. Each token has up to six forms. */
const longestMemory = 60;

/** Tokens from a provider, one in use at a time. Failures are not cached. */
export function providedTokens(provider: TokenProvider, clock: Clock): TokenSource {
  let current: Held | undefined;
  let asking: Asking | undefined;
  const secrets: string[] = [];

  const ask = (rejected: string | undefined): Asking => {
    const controller = new AbortController();
    const { signal } = controller;
    const request: Asking = { rejected, controller, waiting: 0 };
    asking = request;
    request.answer = answerOf(request, rejected === undefined ? { signal } : { rejected, signal });
    return request;
  };

  const answerOf = async (request: Asking, context: TokenContext): Promise<Provided> => {
    let isFinal = false;
    try {
      // A provider may call the client, and that call must find this request.
      await undefined;
      const provided = await provider(context);
      isFinal = true;
      const given = readProvided(provided);
      const { token } = given;
      if (!secrets.includes(token)) secrets.unshift(...secretsOf(token));
      secrets.splice(longestMemory);
      // The late result of an abandoned request must not replace a newer token.
      if (asking === request && token !== request.rejected) current = given;
      return { token };
    } catch (cause) {
      return { cause, isFinal };
    } finally {
      if (asking === request) asking = undefined;
    }
  };

  const join = (request: Asking, deadline: Deadline): Promise<Provided> => {
    request.waiting++;
    deadline.giveUp = () => {
      const isLast = --request.waiting === 0;
      // Later calls must not wait for a provider that hangs.
      if (asking === request && (isLast || deadline.isExceeded)) asking = undefined;
      if (isLast) request.controller.abort();
    };
    return request.answer!;
  };

  const held = () => (current !== undefined && clock.now() < current.expires - expiryMargin ? current.token : undefined);

  return {
    secrets,
    held,
    async request(rejected, deadline) {
      const forgetRejected = () => {
        if (current?.token === rejected) current = undefined;
      };
      if (rejected !== undefined) {
        forgetRejected();
        const token = held();
        if (token !== undefined) return { token };
        if (asking !== undefined && asking.rejected !== rejected) {
          // A request started before this 401 may return the same rejected token.
          const earlier = await join(asking, deadline);
          if (deadline.isOver || !("token" in earlier) || earlier.token !== rejected) return earlier;
          forgetRejected();
        }
      }
      const isShared = asking !== undefined && (rejected === undefined || asking.rejected === rejected);
      return await join(isShared ? asking! : ask(rejected), deadline);
    },
  };
}

/** Checks what a provider returned. Throws {@link WmConfigError}. */
function readProvided(provided: unknown): Held {
  if (typeof provided !== "object" || provided === null) {
    const token = readToken("token", provided);
    return { token, expires: expiryOf(token) };
  }
  const { token, expiresAt } = provided as Partial<Token>;
  const expires = typeof expiresAt === "string" ? Number.NaN : Number(expiresAt ?? undefined);
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
