import fc from "fast-check";
import type { TokenProvider, WmClientOptions } from "wm-customer-api";

/** Acts of a token provider. */
export const providerActs = [
  ...["text", "promise", "expiring", "expired", "lineBreak"],
  ...["throws", "rejects", "rejectsUndefined", "hangs", "late"],
  ...["undefined", "number", "empty", "short", "scheme", "whitespace", "badObject", "badExpiry", "throwingGetter", "revoked", "thenable", "same"],
] as const;

export type ProviderAct = (typeof providerActs)[number];

/** The token of a client: a fixed one, or the acts of its provider, in order. */
export interface TokenPlan {
  /** Characters in every token of the case, in addition to a random part. */
  readonly flavour: string;
  /** Undefined for a fixed token. */
  readonly acts: readonly ProviderAct[] | undefined;
}

/** Acts that return a usable token at once. */
const usableActs: readonly ProviderAct[] = ["text", "promise", "expiring", "lineBreak", "thenable"];

/** Whether every request for a token succeeds at once. */
export function isReliable({ acts }: TokenPlan): boolean {
  return acts === undefined || acts.every((act) => usableActs.includes(act));
}

// Punctuation that encodings change. Headers may contain a backslash and a quote.
const flavours = ["", ".eyJleHAiOjF9.", "/+/+/==", "%2F%41", 'a"b\\c/d', "é§ÿ", "<&'>", "$&$1", "(.*)[x]", "~!@#^|{}"];

export const tokenPlan: fc.Arbitrary<TokenPlan> = fc.record({
  flavour: fc.constantFrom(...flavours),
  acts: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 3 },
    { arbitrary: fc.array(fc.constantFrom(...usableActs), { minLength: 1, maxLength: 3 }), weight: 2 },
    {
      arbitrary: fc.array(fc.oneof({ arbitrary: fc.constantFrom(...usableActs), weight: 2 }, { arbitrary: fc.constantFrom(...providerActs), weight: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
      weight: 2,
    },
  ),
});

/** Context of a provider in its case. */
export interface TokenWorld {
  /** Creates a unique token. */
  readonly make: () => string;
  readonly tick: () => void;
  readonly hang: () => void;
  readonly now: () => number;
}

/** The `token` option. The world creates every token, so it can search for leaks. */
export function tokenOption({ acts }: TokenPlan, world: TokenWorld): WmClientOptions["token"] {
  if (acts === undefined) return world.make();
  let asked = 0;
  let last = "";
  const provider = (context: Parameters<TokenProvider>[0]): unknown => {
    const act = acts[Math.min(asked++, acts.length - 1)]!;
    world.tick();
    const token = act === "same" && last !== "" ? last : world.make();
    last = token;
    const failure = () => Object.assign(new Error(`no token: ${context.rejected ?? "none"} was rejected`), { rejected: context.rejected });
    switch (act) {
      case "promise":
        return Promise.resolve(token);
      case "expiring":
        return { token, expiresAt: new Date(world.now() + 3_600_000) };
      case "expired":
        return { token, expiresAt: world.now() - 1 };
      case "lineBreak":
        return `${token}\r\n`;
      case "throws":
        throw failure();
      case "rejects":
        return Promise.reject(failure());
      case "rejectsUndefined":
        return Promise.reject(undefined);
      case "hangs":
        world.hang();
        return new Promise(() => undefined);
      case "late":
        world.hang();
        return new Promise((resolve) => context.signal.addEventListener("abort", () => resolve(token), { once: true }));
      case "undefined":
        return undefined;
      case "number":
        return 5;
      case "empty":
        return "";
      case "short":
        return "any";
      case "scheme":
        return `Bearer ${token}`;
      case "whitespace":
        return `${token} x`;
      case "badObject":
        return { access_token: token };
      case "badExpiry":
        return { token, expiresAt: Number.NaN };
      case "throwingGetter":
        return {
          get token() {
            throw failure();
          },
        };
      case "revoked":
        return revoked();
      case "thenable":
        return { then: (resolve: (token: string) => void) => resolve(token) };
      default:
        return token;
    }
  };
  return provider as TokenProvider;
}

/** A proxy that throws on every use. */
export function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
