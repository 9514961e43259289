/**
 * The client: {@link createWmClient} creates one, {@link WmClient} and {@link WmCustomer} have its operations, {@link WmError} is the base
 * class of its errors.
 *
 * Unless stated otherwise, days are `yyyy-MM-dd` and durations are in milliseconds.
 *
 * @module wm-customer-api
 */
export { createWmClient } from "./client.js";
export { decodeWire } from "./decode/index.js";
export { WmApiError, WmConfigError, WmConnectionError, WmError, WmResponseError, WmTimeoutError, WmTokenError } from "./errors.js";

export type * from "../generated/values.js";
export type { components, operations, paths } from "../generated/wire.js";
export type { WmClient, WmCustomer } from "./client.js";
export type { WmErrorDetail } from "./errors.js";
export type {
  WmDecodeIssue,
  WmDecodeIssueEvent,
  WmErrorEvent,
  WmEvent,
  WmHooks,
  WmRequestEvent,
  WmResponseEvent,
  WmRetryEvent,
  WmSuccessEvent,
} from "./hooks.js";
export type { RequestOptions, Token, TokenContext, TokenProvider, WmClientOptions } from "./options.js";
export type { WmRaw } from "./raw.js";
export type * from "./resources/index.js";
export type { WmPromise, WmResponse } from "./types.js";
