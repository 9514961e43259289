import { InputError } from "./inputs.js";

/** A schema of the spec, as far as the compilers of this project read it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
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
  /** Where values of a path parameter are found; false where no operation returns one. */
  readonly "x-wm-found-in"?: FoundIn | false;
  readonly schema?: { readonly enum?: readonly unknown[] };
}

/** A field of what an operation returns, or of the items of one of its lists. */
export interface FoundIn {
  readonly operationId: string;
  readonly list?: string;
  readonly field: string;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly facade: string | undefined;
  readonly summary: string | undefined;
  /** Which of the sources describe it: `base`, `reference` or `both`. */
  readonly source: string | undefined;
  /** The page of WM's reference that it rests on. */
  readonly page: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly takesBody: boolean;
  /** The JSON body of its 200, where it declares one. */
  readonly body: Schema | undefined;
}

export interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, WrittenOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

interface WrittenOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly "x-wm-facade"?: string;
  readonly "x-wm-source"?: string;
  readonly externalDocs?: { readonly url: string };
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>;
}

/** The operations of the merged spec, in its order. */
export function operationsOf(spec: Spec): Operation[] {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      operation.operationId === undefined
        ? []
        : [
            {
              operationId: operation.operationId,
              method: method.toUpperCase(),
              path,
              facade: operation["x-wm-facade"],
              summary: operation.summary,
              source: operation["x-wm-source"],
              page: operation.externalDocs?.url,
              parameters: (operation.parameters ?? []).map((parameter) => resolveParameter(spec, parameter)),
              takesBody: operation.requestBody !== undefined,
              body: operation.responses["200"]?.content?.["application/json"]?.schema,
            },
          ],
    ),
  );
}

function resolveParameter(spec: Spec, parameter: Parameter | { readonly $ref: string }): Parameter {
  if (!("$ref" in parameter)) return parameter;
  const target = spec.components.parameters?.[parameter.$ref.split("/").at(-1)!];
  if (target === undefined) throw new InputError(`the parameter ${parameter.$ref} is not in the merged spec`);
  return target;
}

const schemaRef = "#/components/schemas/";

/** The name of the schema that this one refers to. */
export function refName({ $ref }: Schema): string | undefined {
  return $ref?.startsWith(schemaRef) ? $ref.slice(schemaRef.length) : undefined;
}

/** The schema itself, or the one that it refers to. */
export function resolve(spec: Spec, schema: Schema): Schema {
  const name = refName(schema);
  const target = name === undefined ? schema : spec.components.schemas[name];
  if (target === undefined) throw new InputError(`the schema ${schema.$ref} is not in the merged spec`);
  return target;
}

/** Subschemas of allOf, anyOf and oneOf. */
export function partsOf({ allOf = [], anyOf = [], oneOf = [] }: Schema): readonly Schema[] {
  return [...allOf, ...anyOf, ...oneOf];
}

/** Whether a schema, or one of its subschemas, names a field. */
export function namesFields(spec: Spec, schema: Schema): boolean {
  const resolved = resolve(spec, schema);
  return Object.keys(resolved.properties ?? {}).length > 0 || resolved.items !== undefined || partsOf(resolved).some((part) => namesFields(spec, part));
}
