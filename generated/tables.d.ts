/** Compiled from openapi/ by `npm run generate`. Do not edit. */

/**
 * How a value is decoded or encoded: the letter of its format, the fields of an object or its `#Name` among the schemas, a list of either, or
 * `>name` of the field that has the same value.
 */
export type Rule = string | Fields | readonly [Rule];

export interface Fields {
  readonly [field: string]: Rule;
}

/** A query parameter, the object that each of its values selects, and the object without it. */
export type Selection = readonly [parameter: string, selected: { readonly [value: string]: string | Fields }, otherwise: string | Fields];

/** Objects used in more than one place, by name. */
export interface Schemas {
  readonly [name: string]: Fields;
}

/** How the body of each operation is decoded; null if its fields are undocumented. */
export declare const responses: { readonly schemas: Schemas; readonly operations: { readonly [operationId: string]: string | Fields | Selection | null } };

/** How the body that an operation takes is encoded. */
export declare const requests: { readonly schemas: Schemas; readonly operations: { readonly [operationId: string]: string | Fields } };
