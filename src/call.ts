import { type Routes, routes } from "../generated/routes.js";
import type { Requests } from "../generated/values.js";
import { checkNames, type Config, readRequestOptions, unusable } from "./config.js";
import { isDay } from "./decode/dates.js";
import { encodeBody } from "./decode/encode.js";
import { decodeBody, emptyBody, hasDeclaredField, isDocumented, objectOf, type WireQuery } from "./decode/index.js";
import { notify, type WmDecodeIssue } from "./hooks.js";
import { createHttp, jsonOf, percentEncoded } from "./http.js";
import type { RequestOptions } from "./options.js";
import { hasError, isFailure, readErrorBody, responseError } from "./transport/api-error.js";
import { type Answer, type Call, eventOf, hasNoBody, type Transport } from "./transport/index.js";
import { shownHeaders, shownJson } from "./transport/redact.js";
import type { OperationId, Send, WmPromise, WmResponse } from "./types.js";

/** The parts of a call, untyped: {@link Send} types them by route. */
interface AnyParts {
  readonly path?: object;
  readonly query?: object | undefined;
  readonly body?: unknown;
}

/** Creates the function that resources call: arguments in, decoded body or error out. */
export function createSend(transport: Transport, config: Config): Send {
  const http = createHttp(config);
  const { hooks } = config;

  const run = async (call: Call, route: keyof Routes, { path = {}, query, body }: AnyParts, options: RequestOptions | undefined, issues: WmDecodeIssue[]) => {
    const [operation, names = {}] = routes[route];
    const { method } = call;
    try {
      call.context = options?.context;
      if (options !== undefined) call.options = readRequestOptions(options, config);
      const sent = query && wireQuery(query, names);
      const { data, error, response } = await http.request(method, call.path, {
        params: { path, query: sent },
        headers: call.options.headers,
        body: method === "GET" ? undefined : encoded(operation as keyof Requests, body),
        // The body is text: that is what the serializer returns for an object.
        fetch: ({ url, method, headers, body }) => transport.fetch(call, { url, method, headers, body: body as string | undefined, init: {} }),
      });
      const answer = call.answer!;
      if (!response.ok) throw transport.apiError(call, answer, error);
      const decoded = bodyOf(call, answer, operation, data, sent, (issue) => {
        // Copies, so that an observer cannot change what the caller gets.
        const copy = () => ({ ...issue, value: shownJson(issue.value, call.secrets) });
        issues.push(copy());
        notify(hooks.decodeIssue, () => ({ ...eventOf(call), ...copy() }));
      });
      transport.reportSuccess(call, answer.status);
      return decoded;
    } catch (thrown) {
      throw transport.failed(call, thrown);
    }
  };

  const send = (route: keyof Routes, parts: AnyParts, options: RequestOptions | undefined): WmPromise<unknown> => {
    const [method, path] = route.split(" ") as [string, string];
    const call = transport.start(routes[route][0], method, path);
    const issues: WmDecodeIssue[] = [];
    const result = run(call, route, parts, options, issues);
    const withResponse = async (): Promise<WmResponse<unknown>> => {
      const data = await result;
      const { status, headers } = call.answer!;
      const { secrets, attempts } = call;
      return { data, status, headers: shownHeaders(headers, secrets), trackingId: call.trackingId!, attempts, duration: call.duration!, issues };
    };
    return Object.assign(result, { withResponse });
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

/** Pairs of arguments for a date range. */
const spans = [
  ["fromDate", "toDate"],
  ["startDate", "endDate"],
] as const;

/** Arguments with two names: WM's reference has one, the base specification the other. */
const synonyms = [
  ["fromDate", "startDate"],
  ["toDate", "endDate"],
] as const;

/** A query under its wire names. Throws {@link WmConfigError} for an unknown or unusable argument. */
export function wireQuery(given: object, names: Readonly<Record<string, string>>): Record<string, unknown> {
  checkNames("argument", given, Object.keys(names), "query");
  const query: Record<string, unknown> = {};
  for (const [name, wireName] of Object.entries(names)) {
    const value = (given as Readonly<Record<string, unknown>>)[name];
    // Every object has a `constructor`.
    if (value === undefined || value === null || value === Object.prototype[name as keyof object]) continue;
    checkValue(name, value);
    query[wireName] = value;
  }
  const sent = (name: string) => query[names[name] ?? ""];
  for (const [one, other] of synonyms) {
    if (sent(one) !== undefined && sent(other) !== undefined) throw unusable(other, `has the same meaning as ${one}; pass one of them`);
  }
  for (const [from, to] of spans) {
    const [first, last] = [sent(from), sent(to)];
    // ISO dates sort lexically.
    if (typeof first === "string" && typeof last === "string" && first > last) throw unusable(from, `must not be after ${to}`);
  }
  return query;
}

function checkValue(name: string, value: unknown): void {
  if (name.endsWith("Date") && !(typeof value === "string" && isDay(value))) {
    throw unusable(name, value instanceof Date ? "must be a yyyy-MM-dd string, not a Date object" : "must be an existing day, as yyyy-MM-dd");
  }
  if (!["string", "number", "boolean"].includes(typeof value)) throw unusable(name, "must be a string, a number or a boolean");
  if (value === "") throw unusable(name, "must not be empty");
  if (typeof value === "number" && !Number.isFinite(value)) throw unusable(name, "must be a finite number");
  if (typeof value === "string") percentEncoded(name, value);
}

/** Encodes a body for the wire. Rejects anything but an object with fields. */
function encoded(operation: keyof Requests, body: unknown): object {
  const json = typeof body === "object" && body !== null && !(Symbol.iterator in body) ? jsonOf(body) : "";
  if (json[0] !== "{") throw unusable("body", "must be an object");
  return encodeBody(operation, JSON.parse(json) as object);
}

/** The decoded body of a 2xx. Throws {@link WmResponseError} for an error body, or where a declared object is missing. */
function bodyOf(
  call: Call,
  answer: Answer,
  operation: OperationId,
  json: unknown,
  query: WireQuery | undefined,
  onIssue: (issue: WmDecodeIssue) => void,
): unknown {
  const isWrite = call.method !== "GET";
  // An update may succeed without a body.
  if (hasNoBody(answer.status) || (isWrite && json === undefined)) return emptyBody(operation, query);
  const object = objectOf(json);
  if (isDocumented(operation) && object === undefined) {
    throw responseError(call, answer, json === undefined ? "its body is empty" : "expected a JSON object in the body");
  }
  if (object && isError(operation, object, query)) throw errorBodyError(call, answer, object, "its body is an error");
  if (object && isWrite && isFailure(object)) throw errorBodyError(call, answer, object, "the update failed");
  return decodeBody(operation, json, onIssue, query);
}

/** The error for a 2xx with an error body, with WM's message. */
function errorBodyError(call: Call, answer: Answer, object: object, why: string): unknown {
  const { message, details } = readErrorBody(shownJson(object, call.secrets));
  return responseError(call, answer, message === undefined ? why : `${why}: ${message}`, { details });
}

/** Checks for an error body. It has `error`, which no response of the spec has, or `code` and `message`. */
export function isError(operation: OperationId, object: Readonly<Record<string, unknown>>, query: WireQuery | undefined): boolean {
  if (hasError(object)) return true;
  const { request_tracking_id: _, ...fields } = object;
  return isDocumented(operation) && "code" in object && "message" in object && !hasDeclaredField(operation, fields, query);
}
