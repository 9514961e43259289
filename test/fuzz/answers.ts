import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Operation } from "../support/spec.js";
import { type Body, bodyFor } from "./bodies.js";
import { echo, encodingNames, withToken } from "./secrets.js";

/** Reaction of a server to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** Compression. `broken` bytes claim to be gzip. */
  readonly coding: "none" | "gzip" | "deflate" | "br" | "broken";
  /**
   * Framing of the body: `node` leaves it to node:http, which keeps the connection; the others write raw bytes. `short` and `long` announce a
   * wrong length, `garbage` is not HTTP.
   */
  readonly framing: "node" | "length" | "chunked" | "close" | "short" | "long" | "badchunk" | "garbage";
  /** Share of the bytes after the head that are sent, in percent. */
  readonly sent: number;
  /** End of the response. An `endless` body is padded until the client hangs up. */
  readonly end: "complete" | "reset" | "stall" | "endless";
  /** Number of writes of the body. */
  readonly pieces: number;
}

/** Possible outcomes of an answer for a client. Several may be true if bytes race with a reset. */
export interface Possible {
  /** A response with this status, its body complete or cut by a limit. */
  readonly status: number | undefined;
  /** No complete response. */
  readonly breaks: boolean;
  /** Does not end before a timeout. */
  readonly hangs: boolean;
  /** `Retry-After` of the response. */
  readonly retryAfter: string | undefined;
  /** The body, unless a limit, compression or framing can change it. */
  readonly text: string | undefined;
}

export const broken: Possible = { status: undefined, breaks: true, hangs: false, retryAfter: undefined, text: undefined };
export const hanging: Possible = { ...broken, breaks: false, hangs: true };

/** Redirects and answers without content. Only their head matters. */
export function endsWithHead(status: number): boolean {
  return status === 204 || status === 205 || (status >= 300 && status < 400 && status !== 304);
}

/** Statuses without a body in HTTP. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

export function possibleOf(answer: Answer): Possible {
  const { status, framing, coding, sent, end, body } = answer;
  const retryAfter = answer.headers["retry-after"];
  // A busy client may read such a head only after its timeout.
  if (framing === "garbage") return { ...broken, hangs: end === "endless" || end === "stall" };
  // Node treats these as interim responses.
  if (status < 200) return { ...broken, hangs: true };
  const isCut = sent < 100 && framing !== "node";
  const isClean = framing === "node" || framing === "length" || framing === "chunked" || framing === "close";
  const isWhole = !isCut && end === "complete" && isClean && coding === "none";
  return {
    status,
    breaks: coding === "broken" || (!isWhole && end !== "stall" && !(end === "complete" && framing === "node")),
    hangs: end === "stall" || end === "endless",
    retryAfter,
    text: isWhole && !body.isBroken && !isBodiless(status) ? body.text : undefined,
  };
}

/** The bytes of the body, compressed. */
export function payloadOf({ body, coding, status }: Answer, token: string): Buffer {
  if (isBodiless(status)) return Buffer.alloc(0);
  const text = withToken(body.text, token).replace("<<padding>>", "p".repeat(body.padding));
  const bytes = Buffer.concat([Buffer.from(text, "utf8"), body.isBroken ? Buffer.of(0xc3) : Buffer.alloc(0)]);
  switch (coding) {
    case "gzip":
      return gzipSync(bytes, { level: 1 });
    case "deflate":
      return deflateSync(bytes, { level: 1 });
    case "br":
      return brotliCompressSync(bytes);
    case "broken":
      return Buffer.concat([gzipSync(bytes, { level: 1 }).subarray(0, 12), Buffer.from("broken")]);
    default:
      return bytes;
  }
}

const statuses = fc.oneof(
  { arbitrary: fc.constant(200), weight: 8 },
  { arbitrary: fc.constantFrom(400, 401, 401, 403, 404, 408, 409, 422, 429, 429, 500, 500, 502, 503, 503, 503, 504), weight: 9 },
  { arbitrary: fc.constantFrom(201, 202, 203, 204, 204, 205, 206, 226, 299), weight: 3 },
  { arbitrary: fc.constantFrom(300, 301, 302, 303, 304, 307, 308, 399), weight: 2 },
  { arbitrary: fc.constantFrom(103, 418, 499, 501, 505, 520, 599, 600, 799, 999), weight: 1 },
);

const headers = fc.record(
  {
    "retry-after": fc.constantFrom(
      "0",
      "1",
      "2",
      " 3 ",
      "60",
      "61",
      "600",
      "99999999999999999999",
      "-1",
      "1.5",
      "soon",
      "",
      "Thu, 01 Jan 2026 00:00:02 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT",
    ),
    location: fc.constantFrom(
      "/login",
      "http://elsewhere.example/",
      "http://[",
      "//",
      "javascript:alert(1)",
      `http://${echo("uri")}.example/`,
      `/?t=${echo("base64")}`,
      `http://u:${echo("uri")}@x.example/`,
    ),
    "content-type": fc.constantFrom("application/json", "text/html", "application/problem+json; charset=utf-16", "", "x"),
    "set-cookie": fc.constantFrom("sid=1; Path=/", `sid=${echo("uri")}`),
    "www-authenticate": fc.constantFrom(...encodingNames).map((encoding) => `Bearer error="${echo(encoding)}"`),
    "x-echo": fc.constantFrom(...encodingNames).map(echo),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Readonly<Record<string, string>>>;

const framing = fc.oneof(
  { arbitrary: fc.constant("node" as const), weight: 10 },
  { arbitrary: fc.constantFrom("length" as const, "chunked" as const, "close" as const), weight: 4 },
  { arbitrary: fc.constantFrom("short" as const, "long" as const, "badchunk" as const, "garbage" as const), weight: 1 },
);

/** Reactions of a server to a request of this operation. */
export function answerFor(operation: Operation): fc.Arbitrary<Answer> {
  return fc.record({
    status: statuses,
    headers: fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, { arbitrary: headers, weight: 2 }),
    body: bodyFor(operation),
    coding: fc.oneof(
      { arbitrary: fc.constant("none" as const), weight: 8 },
      { arbitrary: fc.constantFrom("gzip" as const, "deflate" as const, "br" as const, "broken" as const), weight: 2 },
    ),
    framing,
    sent: fc.oneof({ arbitrary: fc.constant(100), weight: 5 }, { arbitrary: fc.integer({ min: 0, max: 99 }), weight: 1 }),
    end: fc.oneof(
      { arbitrary: fc.constant("complete" as const), weight: 12 },
      { arbitrary: fc.constantFrom("reset" as const, "stall" as const, "endless" as const), weight: 2 },
    ),
    pieces: fc.constantFrom(1, 1, 1, 2, 5),
  });
}
