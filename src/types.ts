import type { Routes } from "../generated/routes.js";
import type { Bodies, Queries, Requests } from "../generated/values.js";
import type { operations } from "../generated/wire.js";
import type { RequestOptions } from "./options.js";

/** The name of an operation in the spec. */
export type OperationId = keyof Bodies;

/** A promise of what an operation resolves to. */
export type WmPromise<T> = Promise<T>;

type PathOf<Id extends OperationId> = operations[Id]["parameters"] extends { path: infer P } ? P : unknown;

/** A part of a call: required if something in it is, and left out if there is nothing to pass. */
type Part<Name extends "path" | "query", Bag> = [keyof Bag] extends [never]
  ? { readonly [Key in Name]?: never }
  : object extends Bag
    ? { readonly [Key in Name]?: Bag | undefined }
    : { readonly [Key in Name]: Bag };

/** Path, query and body of one call. `Bound` are the path parameters that the resource adds. */
export type Parts<Id extends OperationId, Bound extends string> = Part<"path", Omit<PathOf<Id>, Bound>> &
  Part<"query", Id extends keyof Queries ? Queries[Id] : unknown> &
  (Id extends keyof Requests ? { readonly body: Requests[Id] } : { readonly body?: never });

/** Calls the operation of a route. */
export type Send<Bound extends string = never> = <Route extends keyof Routes>(
  route: Route,
  parts: Parts<Routes[Route], Bound>,
  options: RequestOptions | undefined,
) => WmPromise<Bodies[Routes[Route]]>;
