export { createWmClient } from "./client.js";
export { decodeWire } from "./decode.js";
export { WmApiError, WmConfigError, WmConnectionError, WmError, WmResponseError, WmTimeoutError, WmTokenError } from "./errors.js";

export type { Bodies, components as decoded } from "../generated/decoded.js";
export type { components, operations, paths } from "../generated/wire.js";
export type { WmClient, WmCustomer } from "./client.js";
export type { WmErrorDetail } from "./errors.js";
export type { WmDecodeIssueEvent, WmErrorEvent, WmEvent, WmHooks, WmRequestEvent, WmResponseEvent, WmRetryEvent } from "./hooks.js";
export type { RequestOptions, TokenContext, TokenProvider, WmClientOptions } from "./options.js";
export type { WmRaw } from "./raw.js";
