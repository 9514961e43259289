import { parse } from "yaml";

export const mergedFile = "generated/openapi.yaml";

/** The parts of a schema that the compilers read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  /** Overrides `format` where the format or enum of the base must stay. */
  readonly "x-wm-format"?: string;
  /** Name of this value in WM's reference, for a field of the base. */
  readonly "x-wm-same-as"?: string;
  /** Member of `anyOf` by query parameter and value. The first is the default. */
  readonly "x-wm-selected-by"?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly "x-wm-parameter"?: string;
  /** Origin of the values of a path parameter; false if no operation returns them. */
  readonly "x-wm-found-in"?: FoundIn | false;
  readonly schema?: Schema;
}

/** The façade's name of a query parameter: `x-wm-parameter`, or the wire's in camelCase. */
export function argumentName({ name, "x-wm-parameter": own }: Parameter): string {
  return own ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The type of a query: `ListInvoicesQuery`; with a kind, `ListDisposalTicketsQuery`. */
export function queryName(operationId: string, kind = ""): string {
  return operationId.replace(/^([a-z]+)(.*)$/, (_, verb: string, what: string) => [verb, kind, what, "query"].map(capitalized).join(""));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field of a response body, or of the items of one of its lists. */
export interface FoundIn {
  readonly operationId: string;
  readonly list?: string;
  readonly field: string;
}

/** The parts of the merged spec that the scripts read. */
export interface Spec {
  readonly info: { readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, WrittenOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

interface WrittenOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly "x-wm-facade"?: string;
  readonly "x-wm-source"?: string;
  readonly "x-wm-documented"?: string;
  readonly externalDocs?: { readonly url: string };
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export function parseSpec(text: string): Spec {
  return parse(text) as Spec;
}

export type Operation = ReturnType<typeof operationOf>;

/** The operations of the merged spec, in its order. */
export function operationsOf(spec: Spec): Operation[] {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { operationId, ...written }]) =>
      operationId === undefined ? [] : [operationOf(spec, { operationId, method: method.toUpperCase(), path }, written)],
    ),
  );
}

function operationOf(
  { components: { parameters: shared = {} } }: Spec,
  request: { readonly operationId: string; readonly method: string; readonly path: string },
  { summary, tags, parameters: written = [], requestBody, responses, externalDocs, ...extensions }: WrittenOperation,
) {
  const parameters = written.map((parameter) => ("$ref" in parameter ? shared[parameter.$ref.split("/").at(-1)!]! : parameter));
  return {
    ...request,
    facade: extensions["x-wm-facade"],
    summary,
    tag: tags?.[0],
    /** How well the response is documented, or else its source. */
    documented: extensions["x-wm-documented"] ?? extensions["x-wm-source"],
    /** The page of WM's reference that describes it. */
    page: externalDocs?.url,
    parameters,
    query: parameters.filter((parameter) => parameter.in === "query"),
    /** Names of the path parameters that the façade method takes. */
    ids: parameters.filter((parameter) => parameter.in === "path" && parameter.name !== "customerId").map(({ name }) => name),
    takesBody: requestBody !== undefined,
    /** Schema of the JSON body that it takes. */
    request: requestBody?.content?.["application/json"]?.schema,
    /** Schema of the JSON body of its 200. */
    body: responses["200"]?.content?.["application/json"]?.schema,
  };
}

const schemaRef = "#/components/schemas/";

/** The name of the schema that this one refers to. */
export function refName({ $ref }: Schema): string | undefined {
  return $ref?.startsWith(schemaRef) ? $ref.slice(schemaRef.length) : undefined;
}

/** The schema itself, or the one that it refers to. */
export function resolve(spec: Spec, schema: Schema): Schema {
  const name = refName(schema);
  return name === undefined ? schema : spec.components.schemas[name]!;
}

/** Subschemas of allOf, anyOf and oneOf. */
export function partsOf({ allOf = [], anyOf = [], oneOf = [] }: Schema): readonly Schema[] {
  return [...allOf, ...anyOf, ...oneOf];
}

/** Whether a schema, or one of its subschemas, names a field. */
export function namesFields(spec: Spec, schema: Schema, seen = new Set<Schema>()): boolean {
  const resolved = resolve(spec, schema);
  // A schema may lead back to itself.
  if (seen.has(resolved)) return false;
  seen.add(resolved);
  return Object.keys(resolved.properties ?? {}).length > 0 || resolved.items !== undefined || partsOf(resolved).some((part) => namesFields(spec, part, seen));
}
