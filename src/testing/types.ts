import type { operations } from "../../generated/wire.js";

/** An operationId, such as `listInvoices`. */
export type MockOperation = keyof operations;

/** The body of a successful response, as on the wire; `unknown` if the spec declares none. */
export type MockBody<Id extends MockOperation> = operations[Id]["responses"] extends { 200: { content: { "application/json": infer Body } } } ? Body : unknown;

/** A custom response. */
export type MockAnswer<Id extends MockOperation = MockOperation> = MockSuccess<Id> | MockStatus;

/** A custom response with status 200. */
export interface MockSuccess<Id extends MockOperation = MockOperation> {
  /** 200 if omitted. */
  readonly status?: undefined;
  /** Response headers. `Content-Type` is `application/json` unless given. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON; a string is sent as it is. Without one, the response has no body. */
  readonly body?: MockBody<Id> | undefined;
}

/** A custom response with any status and any body. */
export interface MockStatus {
  /** The HTTP status, from 200 to 599. */
  readonly status: number;
  /** Response headers. `Content-Type` is `application/json` unless given. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON; a string is sent as it is. Without one, the response has no body. */
  readonly body?: unknown;
}

/** Returns the response to one request, or undefined to send the mock's own. */
export type MockAnswerFunction<Id extends MockOperation = MockOperation> = (
  request: MockRequest,
) => MockAnswer<Id> | undefined | Promise<MockAnswer<Id> | undefined>;

/** Custom responses by operation: the same for every valid request, or a function of the request. */
export type MockAnswers = { readonly [Id in MockOperation]?: MockAnswer<Id> | MockAnswerFunction<Id> | undefined };

/** A request that the mock received. */
export interface MockRequest {
  /** Undefined if the spec has no such path or method. */
  readonly operation: MockOperation | undefined;
  /** In upper case. */
  readonly method: string;
  /** Path parameters, such as `customerId`. */
  readonly path: Readonly<Record<string, string>>;
  /** Query parameters by their wire names; a list if one was sent several times. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Request headers, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed if it is JSON, else text; undefined if none was sent. */
  readonly body: unknown;
}

/** The options of {@link startMockServer}. */
export interface MockServerOptions {
  /**
   * The port to listen on.
   *
   * @defaultValue a free one
   */
  readonly port?: number;
  /**
   * True to generate response bodies from the schemas instead of using the spec's examples.
   *
   * @defaultValue `false`
   */
  readonly dynamic?: boolean;
  /**
   * Custom responses by operation.
   *
   * @defaultValue none
   */
  readonly answers?: MockAnswers;
}

/** A running mock, created by {@link startMockServer}. */
export interface MockServer {
  /** The client's `baseUrl`. */
  readonly url: string;
  /** Requests received since the start or the last `reset()`, in order. Tokens in `authorization` are replaced by `[redacted]`. */
  readonly requests: readonly MockRequest[];
  /**
   * Replaces the response to an operation, until `reset()`.
   *
   * @throws Error for an unknown operation or an unusable response.
   */
  answer<Id extends MockOperation>(operationId: Id, answer: MockAnswer<Id> | MockAnswerFunction<Id>): void;
  /** Restores the `answers` of the options and empties `requests`. */
  reset(): void;
  /** Stops the mock and closes its connections at once. Resolves when its port is free. */
  close(): Promise<void>;
}
