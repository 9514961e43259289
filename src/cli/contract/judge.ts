import { hasError, isFailure } from "../../transport/api-error.js";
import { type Answer, type Exchange, type Finding, parsed } from "./exchange.js";
import type { Call } from "./plan.js";
import type { Operation } from "./spec.js";
import type { Step, UndeclaredField } from "./undeclared.js";

/** `server error` is a declared 5xx, which does not show whether the operation conforms. */
export type Verdict = "conforms" | "does not conform" | "server error" | "no answer" | "not checked";

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

/** Removes credentials from the server's text. */
export type Redact = (text: string) => string;

/** Statuses for a refused request. */
const refusals: Readonly<Record<number, string>> = {
  401: "the server rejected the credentials (401)",
  403: "the account is not allowed to do this (403)",
  404: "the server did not find this (404)",
};

/** Statuses of a busy server, which the client has retried. */
const busy = [429, 503];

export function notChecked(note: string): Judgement {
  return { verdict: "not checked", violations: [], note };
}

export function judge(call: Call, { answer, failure, findings, trackingId }: Exchange, redact: Redact): Judgement {
  if (trackingId === undefined) return notChecked(failure ?? "the request was not sent");
  if (answer === undefined) return { verdict: "no answer", violations: [], note: failure };
  const { status } = answer;
  if (refusals[status] !== undefined) return notChecked(refusals[status]);
  if (busy.includes(status)) return notChecked(`the server is busy (${status}), so no 200 could be checked`);
  const violations = violationsOf(call, answer, findings, failure, redact);
  if (violations.length > 0) return { verdict: "does not conform", violations, note: undefined };
  if (status >= 500) return { verdict: "server error", violations, note: `the server failed (${status}), so no 200 could be checked` };
  if (status >= 400) return notChecked(`the server rejected a valid request (${status}), so no 200 could be checked`);
  return { verdict: "conforms", violations, note: emptinessOf(parsed(answer.text ?? ""), redact) };
}

/** The reason why the façade rejects a 200 that the spec allows; undefined if it does not. */
export function failureIn(body: unknown, { method }: Operation, undeclared: readonly UndeclaredField[]): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const fields = body as Readonly<Record<string, unknown>>;
  const isUndeclared = (name: string) => undeclared.some((field) => !field.isOpen && field.name === name && field.value === fields[name]);
  const isBareError = "code" in fields && "message" in fields && Object.keys(fields).every((name) => name === "request_tracking_id" || isUndeclared(name));
  if (hasError(fields) || isBareError) return "the body is an error";
  return method !== "GET" && isFailure(fields) ? "the update failed" : undefined;
}

/** Notes which lists are empty: their items could not be checked. */
function emptinessOf(body: unknown, redact: Redact): string | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const fields = Object.entries(body);
  if (fields.length === 0) return "the body has no fields to check";
  const empty = fields.filter(([, value]) => Array.isArray(value) && value.length === 0).map(([name]) => redact(name));
  if (empty.length === 0) return undefined;
  return `${empty.join(", ")}: empty, so there were no items to check`;
}

/** Deviations that Prism misses or reports without the cause come first. */
function violationsOf({ operation }: Call, answer: Answer, findings: readonly Finding[], failure: string | undefined, redact: Redact): Violation[] {
  const { status, headers, text } = answer;
  const { responses } = operation;
  const declared = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  if (declared === undefined) {
    const redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
    return [{ path: "status", message: `${status} is not declared, only ${Object.keys(responses).join(", ")}${redirect}` }];
  }
  const whole = (message: string) => [{ path: "$", message }];
  if (failure !== undefined) return whole(redact(failure));
  if (text === undefined) return whole("the body is not valid UTF-8");
  if (Object.keys(declared.content ?? {}).length > 0) {
    if (text === "") return whole("the body is empty");
    if (parsed(text) === undefined) return whole(`the body is not JSON (Content-Type: ${redact(headers["content-type"] ?? "none")})`);
  }
  const body = parsed(text);
  const violations = findings.map((finding) => violationOf(finding, body, redact));
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

function violationOf({ location, message }: Finding, body: unknown, redact: Redact): Violation {
  const [side, part, ...keys] = location;
  if (part !== "body") return { path: [side, part, ...keys].filter((step) => step !== undefined).join(" "), message: redact(message) };
  // Prism repeats the field at the beginning of its message.
  const subject = side === "request" ? "Request" : "Response";
  const prefix = `${subject} body ${keys.length > 0 ? "property " : ""}${keys.join(".").trim()}${keys.length > 0 ? " " : ""}`;
  const said = redact(message.startsWith(prefix) ? message.slice(prefix.length) : message);
  const { path, value } = find(body, keys, stepOf(redact));
  return side === "request" ? { path: `request ${path}`, message: said } : { path, message: withType(said, value) };
}

/** JSON path and value of the field with these JSON pointer keys. The body shows whether a number is an index or a name. */
function find(body: unknown, keys: readonly string[], step: Step): { readonly path: string; readonly value: unknown } {
  let value = body;
  let path = "$";
  for (const key of keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))) {
    path += Array.isArray(value) ? `[${key}]` : step(key);
    value = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
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

/** Formats a JSON path step. Quotes a name that is not an identifier. */
export function stepOf(redact: Redact): Step {
  return (name) => {
    const shown = redact(name);
    return /^[A-Za-z_][\w-]*$/.test(shown) ? `.${shown}` : `[${JSON.stringify(shown)}]`;
  };
}
