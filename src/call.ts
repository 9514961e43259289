import { type Routes, routes } from "../generated/routes.js";
import type { Requests } from "../generated/values.js";
import { checkNames, type Config, readRequestOptions } from "./config.js";
import { isDay } from "./decode/dates.js";
import { encodeBody } from "./decode/encode.js";
import { decodeBody, emptyBody, hasDeclaredField, isDocumented, objectOf, type WireQuery } from "./decode/index.js";
import { WmConfigError } from "./errors.js";
import { notify, type WmDecodeIssueEvent } from "./hooks.js";
import { createHttp, percentEncoded } from "./http.js";
import type { RequestOptions } from "./options.js";
import { responseError } from "./transport/api-error.js";
import type { Answer, Call, Transport } from "./transport/index.js";
import { shownJson } from "./transport/redact.js";
import type { OperationId, Send } from "./types.js";

/** The parts of a call, untyped: {@link Send} types them by route. */
interface AnyParts {
  readonly path?: object;
  readonly query?: object | undefined;
  readonly body?: unknown;
}

/** Creates the function with which resources call an operation: arguments in, decoded body or error out. */
export function createSend(transport: Transport, config: Config): Send {
  const http = createHttp(config);
  const { hooks } = config;

  /** Reports a copy, so that an observer cannot change what the caller gets. */
  const issueReporter = ({ tokens }: Call) =>
    hooks.decodeIssue && ((issue: WmDecodeIssueEvent) => notify(hooks.decodeIssue, () => ({ ...issue, value: shownJson(issue.value, tokens) })));

  const send = async (route: keyof Routes, { path = {}, query, body }: AnyParts, options: RequestOptions | undefined): Promise<unknown> => {
    const [operation, names = {}] = routes[route];
    const [method, template] = route.split(" ") as [string, string];
    const call = transport.start(operation, method, template);
    try {
      call.options = readRequestOptions(options, config);
      const sent = query && wireQuery(query, names);
      const { data, error, response } = await http.request(method, template, {
        params: { path, query: sent },
        headers: call.options.headers,
        body: method === "GET" ? undefined : encoded(operation as keyof Requests, body),
        // The body is text: that is what the serializer returns for an object.
        fetch: ({ url, method, headers, body }) => transport.fetch(call, { url, method, headers, body: body as string | undefined, init: {} }),
      });
      const answer = call.answer!;
      if (!response.ok) throw transport.apiError(call, answer, error);
      if (response.status === 204 || response.status === 205) return emptyBody(operation, sent);
      checkAnswer(call, answer, operation, data, sent);
      return decodeBody(operation, data, issueReporter(call), sent);
    } catch (thrown) {
      throw transport.failed(call, thrown);
    }
  };
  // The routes decide the types of parts and result; the compiler cannot follow them through the table.
  return send as Send;
}

/** `send` with the customer's id in the path. */
export function forCustomer(send: Send, customerId: string): Send<"customerId"> {
  const bound = (route: keyof Routes, parts: AnyParts, options: RequestOptions | undefined) =>
    (send as (...args: unknown[]) => unknown)(route, { ...parts, path: { customerId, ...parts.path } }, options);
  return bound as Send<"customerId">;
}

/** The arguments that span a range of days, when both are given. */
const spans = [
  ["fromDate", "toDate"],
  ["startDate", "endDate"],
] as const;

/** A query under its names on the wire. Throws {@link WmConfigError} for an argument that is unknown or unusable. */
export function wireQuery(given: object, names: Readonly<Record<string, string>>): Record<string, unknown> {
  checkNames("argument", given, Object.keys(names));
  const query: Record<string, unknown> = {};
  for (const [name, wireName] of Object.entries(names)) {
    const value = (given as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null) continue;
    checkValue(name, value);
    query[wireName] = value;
  }
  for (const [from, to] of spans) {
    const [first, last] = [query[names[from]!], query[names[to]!]];
    // ISO dates sort lexically.
    if (typeof first === "string" && typeof last === "string" && first > last) throw new WmConfigError(`${from}: must not be after ${to}`);
  }
  return query;
}

function checkValue(name: string, value: unknown): void {
  if (!["string", "number", "boolean"].includes(typeof value)) throw new WmConfigError(`${name}: must be a string, a number or a boolean`);
  if (value === "") throw new WmConfigError(`${name}: must not be empty`);
  if (typeof value === "number" && !Number.isFinite(value)) throw new WmConfigError(`${name}: must be a finite number`);
  if (typeof value === "string") percentEncoded(name, value);
  if (name.endsWith("Date") && !(typeof value === "string" && isDay(value))) throw new WmConfigError(`${name}: must be an existing day, as yyyy-MM-dd`);
}

/** A body as WM's page writes it. Maps, lists and FormData, which would serialize as `{}` or as a list, are rejected. */
function encoded(operation: keyof Requests, body: unknown): object {
  if (typeof body !== "object" || body === null || Symbol.iterator in body) throw new WmConfigError("body: must be an object");
  try {
    return encodeBody(operation, body);
  } catch (cause) {
    throw new WmConfigError("body: not serializable as JSON (see cause)", { cause });
  }
}

/** Rejects a 2xx that is an error, or that cannot be the object that the spec declares. */
function checkAnswer(call: Call, answer: Answer, operation: OperationId, json: unknown, query: WireQuery | undefined): void {
  const object = objectOf(json);
  if (isDocumented(operation) && object === undefined) {
    throw responseError(call, answer, json === undefined ? "its body is empty" : "expected a JSON object in the body");
  }
  if (object && isError(operation, object, query)) throw responseError(call, answer, "its body is an error");
}

/** Whether a body is an error: no answer of the spec has a field named `error`, and WM's errors have that, or `code` and `message`. */
function isError(operation: OperationId, object: Readonly<Record<string, unknown>>, query: WireQuery | undefined): boolean {
  const { error } = object;
  if (typeof error === "string" ? error.trim() !== "" : typeof error === "object" && error !== null) return true;
  return "code" in object && "message" in object && !hasDeclaredField(operation, object, query);
}
