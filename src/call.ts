import type { paths } from "../generated/wire.js";
import { type Answer, apiError, isSuccess, jsonOf, responseError } from "./transport/api-error.js";
import { decodeBody, promisesBody } from "./decode/index.js";
import { WmConfigError } from "./errors.js";
import { notify, type WmDecodeIssueEvent } from "./hooks.js";
import { type Config, readRequestOptions, type RequestOptions } from "./options.js";
import { fillPath } from "./path.js";
import { searchOf } from "./query.js";
import { shownJson } from "./transport/redact.js";
import type { Transport } from "./transport/index.js";
import type { Body, OperationId, QueryNames } from "./types.js";

/** What an operation is called with. */
export interface Parts<Id extends OperationId> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: { readonly given: object; readonly names: QueryNames<Id> };
  readonly body?: unknown;
}

/** Calls an operation of the façade and resolves to its body. */
export type CallOperation = <Id extends OperationId>(
  operation: Id,
  method: "GET" | "PUT" | "PATCH",
  path: keyof paths,
  parts: Parts<Id>,
  options: RequestOptions | undefined,
) => Promise<Body<Id>>;

export function createCallOperation(transport: Transport, config: Config): CallOperation {
  const { hooks } = config;
  return (operation, method, path, { path: values = {}, query, body }, options) =>
    transport.send(
      {
        operation,
        method,
        path,
        prepare: () => {
          const search = query === undefined ? "" : searchOf(query.given, query.names);
          return {
            url: `${config.baseUrl}${fillPath(path, values)}${search && `?${search}`}`,
            body: method === "GET" ? undefined : serializeBody(body),
            config: readRequestOptions(options, config),
          };
        },
      },
      (answer) => {
        if (!isSuccess(answer.status)) throw apiError(answer);
        const json = jsonOf(answer);
        if (answer.status !== 204 && promisesBody(operation)) checkPromised(json, answer);
        // A copy, so that an observer cannot change what the caller gets.
        const observed = (issue: WmDecodeIssueEvent) => ({ ...issue, value: shownJson(issue.value, answer.tokens) });
        const onIssue = hooks.decodeIssue && ((issue: WmDecodeIssueEvent) => notify(hooks.decodeIssue, () => observed(issue)));
        return decodeBody(operation, json, true, onIssue);
      },
    );
}

/** The calls of one customer: `customerId` is in the path of each. */
export function forCustomer(call: CallOperation, customerId: string): CallOperation {
  return (operation, method, path, parts, options) => call(operation, method, path, { ...parts, path: { customerId, ...parts.path } }, options);
}

/** Refuses a 2xx that cannot be the object that the spec declares. A list of one is that one. */
function checkPromised(json: unknown, answer: Answer): void {
  if (json === undefined) throw responseError(answer, "its body is empty");
  const value: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw responseError(answer, "its body is not the object that was promised");
  // No body of the spec has a field of this name, but WM's errors do.
  if ("error" in value && typeof value.error === "object" && value.error !== null) throw responseError(answer, "its body is an error");
}

function serializeBody(body: unknown): string {
  // What can be iterated, such as a Map or a FormData, has no fields that JSON knows of.
  if (typeof body !== "object" || body === null || Symbol.iterator in body) throw new WmConfigError("body: must be an object");
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new WmConfigError("body: cannot be written as JSON; the cause says why", { cause });
  }
}
