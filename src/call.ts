import { type Routes, routes } from "../generated/routes.js";
import { checkNames, type Config, readRequestOptions, unusable } from "./config.js";
import { decodeBody, isIsoDay, promisesBody } from "./decode/index.js";
import { notify, type WmDecodeIssue } from "./hooks.js";
import { createHttp, percentEncoded, serializeBody } from "./http.js";
import type { RequestOptions } from "./options.js";
import { responseError } from "./transport/api-error.js";
import { type Answer, type Call, eventOf, hasNoBody, type Transport } from "./transport/index.js";
import { shownHeaders, shownJson } from "./transport/redact.js";
import type { Send, WmPromise, WmResponse } from "./types.js";

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

  const run = async (call: Call, route: keyof Routes, { path = {}, query, body }: AnyParts, options: RequestOptions | undefined, issues: WmDecodeIssue[]) => {
    const [operation, names = {}] = routes[route];
    const { method } = call;
    try {
      if (options !== undefined) call.options = readRequestOptions(options, config);
      const { data, error, response } = await http.request(method, call.path, {
        params: { path, query: query && wireQuery(query, names) },
        headers: call.options.headers,
        body: method === "GET" ? undefined : checkBody(body),
        // The body is text: that is what the serializer returns for an object.
        fetch: ({ url, method, headers, body }) => transport.fetch(call, { url, method, headers, body: body as string | undefined, init: {} }),
      });
      const answer = call.answer!;
      if (!response.ok) throw transport.apiError(call, answer, error);
      if (!hasNoBody(answer.status) && promisesBody(operation)) checkPromised(call, answer, data);
      const decoded = decodeBody(operation, data, true, (issue) => {
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

/** The arguments that span a range of days, when both are given. */
const spans = [
  ["fromDate", "toDate"],
  ["startDate", "endDate"],
] as const;

/** Arguments of which WM's reference and the base specification name one each. */
const synonyms = [
  ["fromDate", "startDate"],
  ["toDate", "endDate"],
] as const;

/** A query under its names on the wire. Throws {@link WmConfigError} for an argument that is unknown or unusable. */
export function wireQuery(given: object, names: Readonly<Record<string, string>>): Record<string, unknown> {
  checkNames("argument", given, Object.keys(names), "query");
  const query: Record<string, unknown> = {};
  for (const [name, wireName] of Object.entries(names)) {
    const value = (given as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null) continue;
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
  if (name.endsWith("Date") && !isIsoDay(value)) {
    const given = value instanceof Date ? "text, not a Date object: an existing day" : "an existing day";
    throw unusable(name, `must be ${given}, as yyyy-MM-dd`);
  }
  if (!["string", "number", "boolean"].includes(typeof value)) throw unusable(name, "must be a string, a number or a boolean");
  if (value === "") throw unusable(name, "must not be empty");
  if (typeof value === "number" && !Number.isFinite(value)) throw unusable(name, "must be a finite number");
  if (typeof value === "string") percentEncoded(name, value);
}

/** Rejects a body that is not an object of fields, as JSON represents it. */
function checkBody(body: unknown): object {
  const isObject = typeof body === "object" && body !== null && !(Symbol.iterator in body);
  if (!isObject || !String(serializeBody(body)).startsWith("{")) throw unusable("body", "must be an object");
  return body;
}

/** Rejects a 2xx that cannot be the object that the spec declares. A list of one object stands for that object. */
function checkPromised(call: Call, answer: Answer, json: unknown): void {
  if (json === undefined) throw responseError(call, answer, "its body is empty");
  const value: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw responseError(call, answer, "expected a JSON object in the body");
  // No body of the spec has a field of this name, but WM's errors do.
  if ("error" in value && typeof value.error === "object" && value.error !== null) throw responseError(call, answer, "its body is an error");
}
