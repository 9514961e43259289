import type { Bodies } from "../generated/decoded.js";
import type { RespeltParameters } from "../generated/facade.js";
import type { Routes } from "../generated/routes.js";
import type { operations } from "../generated/wire.js";
import type { WmDecodeIssue } from "./hooks.js";
import type { RequestOptions } from "./options.js";

/** The name of an operation in the spec. */
export type OperationId = keyof operations;

/** The result of a call with the facts of its response. */
export interface WmResponse<T> {
  /** The decoded body. */
  readonly data: T;
  /** HTTP status code. */
  readonly status: number;
  /** The response's headers, without cookies. `JSON.stringify` shows them as an object. */
  readonly headers: Headers;
  /** `Request-Tracking-Id` of the last attempt; quote it to WM support. */
  readonly trackingId: string;
  /** Number of HTTP requests. */
  readonly attempts: number;
  /** Duration of the call, all attempts and delays included, in milliseconds. */
  readonly duration: number;
  /** Values of this body that did not match their declared types. */
  readonly issues: readonly WmDecodeIssue[];
}

/** A promise of the decoded body of an operation. */
export interface WmPromise<T> extends Promise<T> {
  /** Resolves to the body with status, headers, tracking id and further facts of its response. Sends no further request. */
  withResponse(): Promise<WmResponse<T>>;
}

/** What an operation resolves to. */
export type Body<Id extends OperationId> = Bodies[Id];

type CamelCase<Name> = Name extends keyof RespeltParameters
  ? RespeltParameters[Name]
  : Name extends `${infer Head}_${infer Tail}`
    ? `${Head}${Capitalize<CamelCase<Tail>>}`
    : Name;

type WireQuery<Id extends OperationId> = operations[Id]["parameters"] extends { query?: infer Q } ? NonNullable<Q> : never;

/** Lets an optional parameter be undefined as well. */
type OrUndefined<Bag, Name extends keyof Bag> = object extends Pick<Bag, Name> ? undefined : never;

/** The query of an operation, its names in camelCase. */
export type Query<Id extends OperationId> = {
  readonly [Name in keyof WireQuery<Id> as CamelCase<Name>]: WireQuery<Id>[Name] | OrUndefined<WireQuery<Id>, Name>;
};

type PathOf<Id extends OperationId> = operations[Id]["parameters"] extends { path: infer P } ? P : unknown;

type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: { "application/json": infer B } } } ? B : never;

/** A part of a call: required if something in it is, and left out if there is nothing to pass. */
type Part<Name extends "path" | "query" | "body", Bag> = [keyof Bag] extends [never]
  ? { readonly [Key in Name]?: never }
  : object extends Bag
    ? { readonly [Key in Name]?: Bag | undefined }
    : { readonly [Key in Name]: Bag };

/** Path, query and body of one call. `Bound` are the path parameters that the resource adds. */
export type Parts<Id extends OperationId, Bound extends string> = Part<"path", Omit<PathOf<Id>, Bound>> &
  Part<"query", Query<Id>> &
  ([BodyOf<Id>] extends [never] ? { readonly body?: never } : { readonly body: BodyOf<Id> });

/** Calls the operation of a route. */
export type Send<Bound extends string = never> = <Route extends keyof Routes>(
  route: Route,
  parts: Parts<Routes[Route], Bound>,
  options: RequestOptions | undefined,
) => WmPromise<Body<Routes[Route]>>;
