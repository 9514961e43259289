/** Compiled from openapi/ by `npm run generate`. Do not edit. */

/**
 * How a value is decoded: the letter of its format, the fields of an object, a list, or `{ "?": rule }` for an object that may also
 * come as a list of such objects.
 */
export type Rule = string | { readonly [field: string]: Rule } | readonly [Rule];

/** How the body of each operation is decoded; null where no source names a field of it. */
export declare const operations: { readonly [operationId: string]: Rule | null };
