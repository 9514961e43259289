import { readPackageFile } from "../package.js";

/** Keys that lead to a node of the spec. A list index is text. */
export type Path = readonly string[];

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  /** The schema that a value of a query parameter selects, by name. Without one, the first applies. */
  readonly "x-wm-selected-by"?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A response field of an operation, or of the items of one of its lists. */
export interface FoundIn {
  readonly operationId: string;
  readonly list?: string;
  readonly field: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  /** Where values of a path parameter are found; false if no operation returns one. */
  readonly "x-wm-found-in"?: FoundIn | false;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

type OrRef<Node> = Node | { readonly $ref: string };

interface WrittenOperation {
  readonly operationId: string;
  readonly parameters?: readonly OrRef<Parameter>[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, OrRef<Response>>>;
}

/** The merged spec without prose and examples. */
export const spec = readPackageFile("generated/contract.json") as {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, WrittenOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

export interface Operation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly takesBody: boolean;
  /** Declared responses by status. */
  readonly responses: Readonly<Record<string, Response>>;
}

/** The operations, in the order of the spec. */
export const operations: readonly Operation[] = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map(dereferenced),
    takesBody: requestBody !== undefined,
    responses: Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, dereferenced(response)])),
  })),
);

function dereferenced<Node extends object>(node: OrRef<Node>): Node {
  return "$ref" in node ? dereferenced(nodeAt(pathOf(node.$ref)) as OrRef<Node>) : node;
}

/** The path of a reference such as `#/components/schemas/Address`. */
export function pathOf(ref: string): Path {
  return ref.split("/").slice(1);
}

/** The node of the spec at this path. */
export function nodeAt(path: Path): unknown {
  return path.reduce<unknown>(memberOf, spec);
}

/** The member of an object or a list with this name; undefined without one. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
