import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { broken, hanging, type Possible } from "./answers.js";
import { echo, withToken } from "./secrets.js";
import { revoked } from "./tokens.js";

/** Context of a custom fetch in its case. */
export interface FetchWorld {
  readonly token: string;
  readonly tick: () => void;
  readonly hang: () => void;
  /** Creates a stream that must be read to its end, or cancelled, by the end of the call. */
  readonly stream: (chunks: readonly unknown[], end: "close" | "error" | "stall") => ReadableStream;
}

export interface FetchAct {
  readonly possible: Possible;
  readonly act: (init: RequestInit, world: FetchWorld) => unknown;
}

const ok = (text: string, status = 200): Possible => ({ ...broken, breaks: false, status, text });
const either = (status: number): Possible => ({ ...broken, status });

const bytes = (text: string) => new TextEncoder().encode(text);
const leak = (token: string) => withToken(`${echo("verbatim")} ${echo("base64")} ${echo("unicode")}`, token);
const json = '{"note":"complete"}';

/** Headers that only support `get`. */
const onlyGet = (values: Readonly<Record<string, string>>) => ({ get: (name: string) => values[name.toLowerCase()] ?? null });

/** A response of another class, like node-fetch's. */
function foreign(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): object {
  const text = async () => json;
  return {
    status,
    ok: status >= 200 && status < 300,
    statusText: "",
    headers: onlyGet(headers),
    body,
    bodyUsed: false,
    text,
    arrayBuffer: async () => bytes(json).buffer,
  };
}

/** Acts of a custom fetch, by name. */
const acts = {
  plain: { possible: ok(json), act: () => new Response(json) },
  delayed: { possible: ok(json), act: async () => (await new Promise((resolve) => setTimeout(resolve, 2)), new Response(json)) },
  stream: { possible: ok(json), act: (_, { stream }) => new Response(stream([bytes(json.slice(0, 5)), bytes(json.slice(5))], "close")) },
  streamError: { possible: broken, act: (_, { stream }) => new Response(stream([bytes("{")], "error")) },
  streamStall: { possible: hanging, act: (_, { stream, hang }) => (hang(), new Response(stream([bytes("{")], "stall"))) },
  streamSilent: { possible: hanging, act: (_, { stream, hang }) => (hang(), new Response(stream([], "stall"))) },
  errorStall: { possible: { ...hanging, status: 500 }, act: (_, { stream, hang }) => (hang(), new Response(stream([bytes("{")], "stall"), { status: 500 })) },
  streamText: { possible: broken, act: (_, { stream }) => new Response(stream(["text"], "close")) },
  redirectStall: {
    possible: { ...broken, breaks: false, status: 302 },
    act: (_, { stream }) => new Response(stream([bytes("x")], "stall"), { status: 302, headers: { location: "/" } }),
  },
  noContent: { possible: { ...broken, breaks: false, status: 204 }, act: () => new Response(null, { status: 204, headers: { "content-length": "5" } }) },
  resetContent: { possible: { ...broken, breaks: false, status: 205 }, act: () => new Response(null, { status: 205, headers: { "content-length": "5" } }) },
  used: {
    possible: broken,
    act: async () => {
      const response = new Response(json);
      await response.text();
      return response;
    },
  },
  locked: {
    possible: broken,
    act: () => {
      const response = new Response(json);
      response.body?.getReader();
      return response;
    },
  },
  networkError: { possible: broken, act: () => Response.error() },
  undefined: { possible: broken, act: () => undefined },
  null: { possible: broken, act: () => null },
  text: { possible: broken, act: () => "text" },
  empty: { possible: broken, act: () => ({}) },
  badStatus: { possible: broken, act: () => ({ ...foreign(200, null), status: "200" }) },
  nanStatus: { possible: broken, act: () => ({ ...foreign(200, null), status: Number.NaN }) },
  hugeStatus: { possible: broken, act: () => ({ ...foreign(200, null), status: 1e9 }) },
  oddStatus: { possible: either(999), act: () => foreign(999, null) },
  zeroStatus: { possible: either(0), act: () => ({ ...foreign(0, null), type: "opaqueredirect" }) },
  noHeaders: { possible: broken, act: () => ({ ...foreign(200, null), headers: undefined }) },
  mapHeaders: { possible: either(200), act: () => ({ ...foreign(200, null), headers: new Map([["retry-after", "0"]]) }) },
  throwingHeaders: {
    possible: either(200),
    act: (_, { token }) => ({
      ...foreign(200, null),
      headers: {
        get: () => {
          throw new Error(leak(token));
        },
      },
    }),
  },
  nodeFetch: { possible: ok(json), act: () => foreign(200, Readable.from([json])) },
  nodeFetch500: { possible: { ...either(500), breaks: false }, act: () => foreign(500, Readable.from([json])) },
  nodeFetchRedirect: { possible: { ...either(302), breaks: false }, act: () => foreign(302, Readable.from([json]), { location: "/login" }) },
  nodeFetchRetry: { possible: { ...either(503), breaks: false, retryAfter: "0" }, act: () => foreign(503, Readable.from([json]), { "retry-after": "0" }) },
  wrongBuffer: { possible: broken, act: () => ({ ...foreign(200, {}), arrayBuffer: async () => "text" }) },
  noBuffer: { possible: broken, act: () => ({ ...foreign(200, {}), arrayBuffer: undefined }) },
  hangingBuffer: { possible: hanging, act: (_, { hang }) => (hang(), { ...foreign(200, {}), arrayBuffer: () => new Promise(() => undefined) }) },
  throwingBody: {
    possible: broken,
    act: () => ({
      status: 200,
      headers: new Headers(),
      get body() {
        throw new Error("no body");
      },
    }),
  },
  otherRealm: { possible: ok("{}"), act: () => ({ ...foreign(200, null), arrayBuffer: async () => runInNewContext("new Uint8Array([123, 125])") as unknown }) },
  revoked: { possible: broken, act: revoked },
  throws: {
    possible: broken,
    act: (_, { token }) => {
      throw new TypeError(`cannot send ${leak(token)}`, {
        cause: Object.assign(new Error(leak(token)), { code: "ECONNRESET", request: { headers: { authorization: `Bearer ${token}` } } }),
      });
    },
  },
  rejectsText: { possible: broken, act: (_, { token }) => Promise.reject(leak(token)) },
  rejectsUndefined: { possible: broken, act: () => Promise.reject(undefined) },
  rejectsNull: { possible: broken, act: () => Promise.reject(null) },
  rejectsNumber: { possible: broken, act: () => Promise.reject(Object.assign(new Error("x"), { message: 5, stack: undefined, name: null })) },
  rejectsSymbol: { possible: broken, act: (_, { token }) => Promise.reject(Symbol(leak(token))) },
  rejectsRevoked: { possible: broken, act: () => Promise.reject(revoked()) },
  rejectsRealm: {
    possible: broken,
    act: (_, { token }) => Promise.reject(runInNewContext("Object.assign(new TypeError('failed ' + token), { token })", { token })),
  },
  rejectsAbort: { possible: broken, act: () => Promise.reject(new DOMException("aborted", "AbortError")) },
  rejectsMap: {
    possible: broken,
    act: (_, { token }) => Promise.reject(Object.assign(new Error("x"), { data: new Map([[{ deep: [new Set([leak(token)])] }, 1]]) })),
  },
  rejectsBuffer: {
    possible: broken,
    act: (_, { token }) =>
      Promise.reject(Object.assign(new Error("x"), { buffer: Buffer.from(leak(token)), url: new URL(`http://x.example/?t=${encodeURIComponent(token)}`) })),
  },
  rejectsLarge: {
    possible: broken,
    act: () => Promise.reject(Object.assign(new Error("x"), { bytes: Buffer.alloc(4_000_000), numbers: new Float64Array(1_000_000) })),
  },
  rejectsCycle: {
    possible: broken,
    act: (_, { token }) => {
      const error = new Error("x");
      const cause = new Error(leak(token), { cause: error });
      error.cause = cause;
      return Promise.reject(error);
    },
  },
  rejectsLines: { possible: broken, act: () => Promise.reject(new Error("line\r\nline\u001b[2J", { cause: new Error(`\u2028${"long ".repeat(1_000)}`) })) },
  rejectsAggregate: { possible: broken, act: (_, { token }) => Promise.reject(new AggregateError([new Error(leak(token)), leak(token)], "all failed")) },
  rejectsGetter: {
    possible: broken,
    act: (_, { token }) =>
      Promise.reject(
        Object.defineProperty(new Error("x"), "message", {
          get() {
            throw new Error(leak(token));
          },
        }),
      ),
  },
  hangs: {
    possible: hanging,
    act: ({ signal }, { hang }) => {
      hang();
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true }));
    },
  },
  ignoresSignal: { possible: hanging, act: (_, { hang }) => (hang(), new Promise(() => undefined)) },
  lateResponse: {
    possible: hanging,
    act: ({ signal }, { hang, stream }) => {
      hang();
      return new Promise((resolve) => signal?.addEventListener("abort", () => setImmediate(() => resolve(new Response(stream([], "stall")))), { once: true }));
    },
  },
  lateRejection: {
    possible: hanging,
    act: ({ signal }, { hang, token }) => {
      hang();
      return new Promise((_, reject) => signal?.addEventListener("abort", () => setImmediate(() => reject(new Error(leak(token)))), { once: true }));
    },
  },
  thenable: { possible: ok(json), act: () => ({ then: (resolve: (response: Response) => void) => resolve(new Response(json)) }) },
} as const satisfies Record<string, FetchAct>;

export type FetchName = keyof typeof acts;

export const fetchActs: Readonly<Record<FetchName, FetchAct>> = acts;

export const fetchName: fc.Arbitrary<FetchName> = fc.constantFrom(...(Object.keys(acts) as FetchName[]));
