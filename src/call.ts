import { createQuerySerializer } from "openapi-fetch";
import { declaresBody } from "../generated/bodies.js";
import type { paths } from "../generated/wire.js";
import { apiError, isSuccess, jsonOf, responseError } from "./answer.js";
import { WmConfigError } from "./errors.js";
import { checkNames, type Config, readRequestOptions, type RequestOptions } from "./options.js";
import { fillPath } from "./path.js";
import type { Transport } from "./transport.js";
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

const serializeQuery = createQuerySerializer<Record<string, unknown>>();

export function createCallOperation(transport: Transport, config: Config): CallOperation {
  return (operation, method, path, { path: values = {}, query, body }, options) =>
    transport.send(
      {
        operation,
        method,
        path,
        prepare: () => {
          const search = query === undefined ? "" : serializeQuery(wireQuery(query.given, query.names));
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
        if (json === undefined && answer.status !== 204 && declaresBody.has(operation)) throw responseError(answer, "its body is empty");
        // The types are compiled from the same spec that says what this operation answers with.
        return json as Body<typeof operation>;
      },
    );
}

/** The calls of one customer: `customerId` is in the path of each. */
export function forCustomer(call: CallOperation, customerId: string): CallOperation {
  return (operation, method, path, parts, options) => call(operation, method, path, { ...parts, path: { customerId, ...parts.path } }, options);
}

/** The query by its names on the wire. */
function wireQuery(given: object, names: Readonly<Record<string, PropertyKey>>): Record<string, unknown> {
  checkNames("argument", given, Object.keys(names));
  const query: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (value === undefined || value === null) continue;
    if (!["string", "number", "boolean"].includes(typeof value)) throw new WmConfigError(`${name}: must be a string, a number or a boolean`);
    query[String(names[name])] = value;
  }
  return query;
}

function serializeBody(body: unknown): string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new WmConfigError("body: must be an object");
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new WmConfigError("body: cannot be written as JSON; the cause says why", { cause });
  }
}
