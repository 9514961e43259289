import { isError } from "../../call.js";
import { isObject } from "../../decode/walk.js";
import { isFailure } from "../../transport/api-error.js";
import type { PrismViolation } from "../../prism.js";
import type { OperationId } from "../../types.js";
import type { Exchange } from "./exchange.js";
import type { Call } from "./plan.js";
import { type Redact, type Step, stepOf } from "./redact.js";
import { memberOf, type Operation } from "./spec.js";

/** `server error` is a declared 5xx, which does not show whether the operation conforms. */
export const verdicts = ["conforms", "does not conform", "server error", "no answer", "not checked"] as const;

export type Verdict = (typeof verdicts)[number];

/** A deviation from the spec. */
export interface Violation {
  /** A JSON path into the body, or the name of another part of the exchange, such as `status`. */
  readonly path: string;
  readonly message: string;
}

/** The result of one call. Contains no customer data, only field names and kinds of deviation. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly violations: readonly Violation[];
  /** The reason for the verdict, or a remark on the response. */
  readonly note: string | undefined;
}

/** Statuses of a refused request, and of a busy server, which the client has retried. */
const refusals: Readonly<Record<number, string>> = {
  401: "the server rejected the credentials (401)",
  403: "the account is not allowed to do this (403)",
  404: "the server did not find this (404)",
  429: "the server is busy (429), so no 200 could be checked",
  503: "the server is busy (503), so no 200 could be checked",
};

export function notChecked(note: string): Judgement {
  return { verdict: "not checked", violations: [], note };
}

export function judge(operation: Operation, outcome: Exchange, redact: Redact): Judgement {
  const { status, failure } = outcome;
  if (outcome.trackingId === undefined) return notChecked(failure ?? "the request was not sent");
  if (status === undefined) return { verdict: "no answer", violations: [], note: failure };
  if (refusals[status] !== undefined) return notChecked(refusals[status]);
  const violations = violationsOf(operation, status, outcome, redact);
  if (violations.length > 0) return { verdict: "does not conform", violations, note: undefined };
  if (status >= 500) return { verdict: "server error", violations, note: `the server failed (${status}), so no 200 could be checked` };
  if (status >= 400) return notChecked(`the server rejected a valid request (${status}), so no 200 could be checked`);
  return { verdict: "conforms", violations, note: emptinessOf(outcome.body, redact) };
}

/** The reason why the façade rejects a 200 that the spec allows; undefined if it does not. */
export function failureIn(body: unknown, { operation: { operationId, method }, query }: Call): string | undefined {
  if (!isObject(body)) return undefined;
  // The client is compiled from the same spec.
  if (isError(operationId as OperationId, body, query)) return "the body is an error";
  return method !== "GET" && isFailure(body) ? "the update failed" : undefined;
}

/** Notes which lists are empty: their items could not be checked. */
function emptinessOf(body: unknown, redact: Redact): string | undefined {
  if (!isObject(body)) return undefined;
  const fields = Object.entries(body);
  if (fields.length === 0) return "the body has no fields to check";
  const empty = fields.filter(([, value]) => Array.isArray(value) && value.length === 0).map(([name]) => redact(name));
  return empty.length === 0 ? undefined : `${empty.join(", ")}: empty, so there were no items to check`;
}

/** Deviations that Prism misses or reports without the cause come first. */
function violationsOf({ responses }: Operation, status: number, { contentType, text, body, failure, findings }: Exchange, redact: Redact): Violation[] {
  const declared = responses[status];
  if (declared === undefined) {
    const redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
    return [{ path: "status", message: `${status} is not declared, only ${Object.keys(responses).join(", ")}${redirect}` }];
  }
  const whole = (message: string) => [{ path: "$", message }];
  if (failure !== undefined) return whole(redact(failure));
  if (text === undefined) return whole("the body is not valid UTF-8");
  if (Object.keys(declared.content ?? {}).length > 0) {
    if (text === "") return whole("the body is empty");
    if (body === undefined) return whole(`the body is not JSON (Content-Type: ${redact(contentType ?? "none")})`);
  }
  const violations = findings.map((finding) => violationOf(finding, body, redact));
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

function violationOf({ location, message }: PrismViolation, body: unknown, redact: Redact): Violation {
  const [side, part, ...keys] = location.map(String);
  if (part !== "body") return { path: location.join(" "), message: redact(message) };
  // Prism repeats the field at the beginning of its message.
  const subject = `${side === "request" ? "Request" : "Response"} body ${keys.length > 0 ? `property ${keys.join(".").trim()} ` : ""}`;
  const said = redact(message.startsWith(subject) ? message.slice(subject.length) : message);
  const { path, value } = find(body, keys, stepOf(redact));
  return side === "request" ? { path: `request ${path}`, message: said } : { path, message: withType(said, value) };
}

/** JSON path and value of the field with these JSON pointer keys. The body shows whether a number is an index or a name. */
function find(body: unknown, keys: readonly string[], step: Step): { readonly path: string; readonly value: unknown } {
  let value = body;
  let path = "$";
  for (const key of keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))) {
    path += Array.isArray(value) ? `[${key}]` : step(key);
    value = memberOf(value, key);
  }
  return { path, value };
}

/** Adds the actual type to a type error. The value itself may be customer data. */
function withType(message: string, value: unknown): string {
  const [, types] = /^must be ([a-z]+(?:,[a-z]+)*)$/.exec(message) ?? [];
  if (types === undefined || value === undefined) return message;
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return `must be ${types.replaceAll(",", " or ")}, is ${type}`;
}
