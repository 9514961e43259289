/* Compiled from openapi/ by `npm run generate`. Do not edit. */

/** The operations whose 200 declares a JSON body. */
export declare const declaresBody: ReadonlySet<string>;
