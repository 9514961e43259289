import type { Middleware } from "openapi-fetch";
import type { MiddlewareName } from "./plan.js";

/** Errors that a case's middleware throws. The call rejects with them, unchanged. */
export const thrownByMiddleware = new Error("the middleware failed");
export const replacedByMiddleware = new Error("the middleware replaced the error");

/** Middleware that uses a body after another has read it fails with an error of the platform. */
export const readTwice = /\bbody\b/i;

const responseText = '{"middleware":true}';

const all: Readonly<Record<MiddlewareName, Middleware>> = {
  header: { onRequest: ({ request }) => void request.headers.set("x-middleware", "1") },
  replace: { onRequest: ({ request }) => new Request(request, { headers: new Headers([...request.headers, ["x-middleware", "2"]]) }) },
  short: { onRequest: () => new Response(responseText) },
  respond: { onResponse: ({ response: { status, body, headers } }) => new Response(body, { status, headers }) },
  respondPage: { onResponse: () => new Response("<html>") },
  shortPage: { onRequest: () => new Response("<html>", { status: 201 }) },
  consume: { onResponse: async ({ response }) => void (await response.arrayBuffer()) },
  clone: { onResponse: async ({ response }) => void (await response.clone().arrayBuffer()) },
  passError: { onError: () => undefined },
  replaceError: { onError: () => replacedByMiddleware },
  swallowError: { onError: () => new Response(responseText) },
  throwRequest: {
    onRequest() {
      throw thrownByMiddleware;
    },
  },
  throwResponse: {
    onResponse() {
      throw thrownByMiddleware;
    },
  },
  throwUndefined: {
    onResponse() {
      throw undefined;
    },
  },
  /** openapi-fetch refuses what is neither a Request nor a Response. */
  oddRequest: { onRequest: () => 5 as unknown as Request },
};

export function middlewareOf(names: readonly MiddlewareName[]): Middleware[] {
  return names.map((name) => all[name]);
}
