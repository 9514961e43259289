import type { operations } from "../generated/wire.js";

/** The name of an operation in the spec. */
export type OperationId = keyof operations;

type JsonOf<Response> = Response extends { content: { "application/json": infer T } } ? T : unknown;

/** What an operation resolves to: the body of its 200, unknown where the spec declares none. */
export type Body<Id extends OperationId> = operations[Id]["responses"] extends { 200: infer Response } ? JsonOf<Response> : unknown;

type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

type WireQuery<Id extends OperationId> = operations[Id]["parameters"] extends { query?: infer Q } ? NonNullable<Q> : never;

/** The query of an operation, its names in camelCase. */
export type Query<Id extends OperationId> = {
  readonly [Name in keyof WireQuery<Id> as CamelCase<Name>]: WireQuery<Id>[Name];
};

/** The name on the wire of each name in an operation's query. */
export type QueryNames<Id extends OperationId> = {
  readonly [Name in keyof WireQuery<Id> as CamelCase<Name>]-?: Name;
};
