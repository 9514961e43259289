import type { Schema } from "../../../scripts/pipeline/spec.js";
import type { Call, ContractSpec } from "./plan.js";
import type { Answer, Exchange, Finding } from "./proxy.js";
import { pathStep, undeclaredFields } from "./undeclared.js";

/** `server error` is a 5xx that is declared as it came, and says nothing about the operation. */
export type Verdict = "conforms" | "does not conform" | "server error" | "no answer" | "not checked";

/** Something that is not as the spec declares it. */
export interface Violation {
  /** A JSON path into the body, or the name of another part of the exchange, such as `status`. */
  readonly path: string;
  readonly message: string;
}

/** What came of one call. It holds nothing of the customer's data: names of fields, and what is wrong with their values. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly violations: readonly Violation[];
  /** Fields that the spec does not name, by JSON path. For information: the spec allows them. */
  readonly undeclared: readonly string[];
  /** Why it was not checked or did not answer, or what to know about the answer. */
  readonly note: string | undefined;
}

/** Statuses that say what the account may not do or does not have. */
const refusals: Readonly<Record<number, string>> = {
  401: "the server does not accept the credentials (401)",
  403: "the account may not do this (403)",
  404: "the server does not have this (404)",
};

export function notChecked(note: string): Judgement {
  return { verdict: "not checked", violations: [], undeclared: [], note };
}

export function judge(spec: ContractSpec, call: Call, { answer, failure, findings }: Exchange): Judgement {
  if (answer === undefined) return { verdict: "no answer", violations: [], undeclared: [], note: failure };
  const refusal = refusals[answer.status];
  if (refusal !== undefined) return notChecked(refusal);
  const violations = violationsOf(spec, call, answer, findings, failure);
  if (violations.length === 0 && answer.status >= 400) return judgeError(answer.status);
  const { body } = call.operation;
  const content = parsed(answer.text);
  return {
    verdict: violations.length > 0 ? "does not conform" : "conforms",
    violations,
    undeclared: answer.status === 200 && body !== undefined ? undeclaredFields(spec, body, content) : [],
    note: violations.length === 0 ? emptinessOf(content) : undefined,
  };
}

/** An error that is as the spec declares it is still no answer of the operation's. Only that of a server that fails is held against it. */
function judgeError(status: number): Judgement {
  if (status < 500) return notChecked(`the server rejected a valid request (${status}), so nothing is known about its 200`);
  return { verdict: "server error", violations: [], undeclared: [], note: `the server failed (${status}), so nothing is known about its 200` };
}

/** What is not in an answer cannot be wrong in it. */
function emptinessOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const fields = Object.entries(body);
  if (fields.length === 0) return "the body has no fields, so nothing is known about them";
  const empty = fields.filter(([, value]) => Array.isArray(value) && value.length === 0).map(([name]) => name);
  if (empty.length === 0) return undefined;
  return `${empty.join(", ")}: empty, so nothing is known about ${empty.length === 1 ? "its" : "their"} items`;
}

/** What Prism does not report, or reports in a way that hides the cause, goes before what it does. */
function violationsOf(spec: ContractSpec, { operation }: Call, answer: Answer, findings: readonly Finding[], failure: string | undefined): Violation[] {
  const { status, contentType, text } = answer;
  const responses = spec.paths[operation.path]?.[operation.method.toLowerCase()]?.responses ?? {};
  const declared = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  if (declared === undefined) {
    const redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
    return [{ path: "status", message: `${status} is not declared, only ${Object.keys(responses).join(", ")}${redirect}` }];
  }
  const { content = {} } = dereferenced(spec, declared) as { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  if (Object.keys(content).length > 0) {
    if (text === "") return [{ path: "$", message: "the body is empty" }];
    if (parsed(text) === undefined) return [{ path: "$", message: `the body is not JSON (Content-Type: ${contentType ?? "none"})` }];
  }
  if (failure !== undefined) return [{ path: "$", message: failure }];
  const body = parsed(text);
  const violations = findings.map((finding) => violationOf(finding, body));
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

/** The component that stands behind a reference. */
function dereferenced(spec: ContractSpec, node: object): object {
  const { $ref } = node as { readonly $ref?: string };
  if ($ref === undefined) return node;
  const target = $ref
    .slice("#/".length)
    .split("/")
    .reduce<unknown>((parent, key) => (parent as Readonly<Record<string, unknown>> | undefined)?.[key], spec);
  return typeof target === "object" && target !== null ? dereferenced(spec, target) : {};
}

/** A JSON value, or undefined where the text is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function violationOf({ location, message }: Finding, body: unknown): Violation {
  const [side, part, ...keys] = location;
  if (part !== "body") return { path: [side, part, ...keys].filter((step) => step !== undefined).join(" "), message };
  // Prism names the field again at the beginning of its message.
  const subject = side === "request" ? "Request" : "Response";
  const prefix = `${subject} body ${keys.length > 0 ? "property " : ""}${keys.join(".").trim()}${keys.length > 0 ? " " : ""}`;
  const said = message.startsWith(prefix) ? message.slice(prefix.length) : message;
  const { path, value } = find(body, keys);
  if (side === "request") return { path: `request ${path}`, message: said };
  return { path, message: withType(said, value) };
}

/** The JSON path of a field whose keys are those of a JSON pointer, and its value. The body tells an index from a field with a number for its name. */
function find(body: unknown, keys: readonly string[]): { readonly path: string; readonly value: unknown } {
  let value = body;
  let path = "$";
  for (const key of keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))) {
    path += Array.isArray(value) ? `[${key}]` : pathStep(key);
    value = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return { path, value };
}

/** Says of which type a value is that should be of another; the value itself may be the customer's. */
function withType(message: string, value: unknown): string {
  const [, types] = /^must be ([a-z]+(?:,[a-z]+)*)$/.exec(message) ?? [];
  if (types === undefined || value === undefined) return message;
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return `must be ${types.replaceAll(",", " or ")}, is ${type}`;
}
