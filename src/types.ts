import type { Routes } from "../generated/routes.js";
import type { Bodies, Queries, Requests } from "../generated/values.js";
import type { operations } from "../generated/wire.js";
import type { WmDecodeIssue } from "./hooks.js";
import type { RequestOptions } from "./options.js";

/** An operationId of the spec. */
export type OperationId = keyof Bodies;

/** The result of a call, with details of its response. */
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
  /** Resolves to the body with the status, headers, tracking id and other details of the response. Sends no further request. */
  withResponse(): Promise<WmResponse<T>>;
}

type PathOf<Id extends OperationId> = operations[Id]["parameters"] extends { path: infer P } ? P : unknown;

/** A part of a call: required if a member of it is required, absent if it has no members. */
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
