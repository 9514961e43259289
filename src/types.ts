import type { Bodies } from "../generated/decoded.js";
import type { RespeltParameters } from "../generated/facade.js";
import type { operations } from "../generated/wire.js";

/** The name of an operation in the spec. */
export type OperationId = keyof operations;

/** What an operation resolves to. */
export type Body<Id extends OperationId> = Bodies[Id];

type CamelCase<Name> = Name extends keyof RespeltParameters
  ? RespeltParameters[Name]
  : Name extends `${infer Head}_${infer Tail}`
    ? `${Head}${Capitalize<CamelCase<Tail>>}`
    : Name;

type WireQuery<Id extends OperationId> = operations[Id]["parameters"] extends { query?: infer Q } ? NonNullable<Q> : never;

/** Lets a parameter that may be left out be undefined as well. */
type OrUndefined<Bag, Name extends keyof Bag> = object extends Pick<Bag, Name> ? undefined : never;

/** The query of an operation, its names in camelCase. */
export type Query<Id extends OperationId> = {
  readonly [Name in keyof WireQuery<Id> as CamelCase<Name>]: WireQuery<Id>[Name] | OrUndefined<WireQuery<Id>, Name>;
};

/** The name on the wire of each name in an operation's query. */
export type QueryNames<Id extends OperationId> = {
  readonly [Name in keyof WireQuery<Id> as CamelCase<Name>]-?: Name;
};
