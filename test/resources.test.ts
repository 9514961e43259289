import { createWmClient, decodeWire, WmApiError, type WmClient } from "wm-customer-api";
import { beforeEach, describe, expect, inject, it } from "vitest";
import type { OperationId } from "../src/types.js";
import { credentials, rejection } from "./support/client.js";
import { callFacade, type Operation, operations, sampleBody, samplePath, sampleQuery } from "./support/spec.js";

interface Exchange {
  readonly url: URL;
  readonly init: RequestInit;
  readonly status: number;
  /** Violations of the spec by the request or the response, as Prism reports them. */
  readonly violations: string | null;
  readonly text: string;
}

let wm: WmClient;
let exchanges: Exchange[];

beforeEach(() => {
  exchanges = [];
  const record: typeof fetch = async (input, init = {}) => {
    const response = await fetch(input, init);
    const { status, headers } = response;
    exchanges.push({ url: new URL(String(input)), init, status, violations: headers.get("sl-violations"), text: await response.clone().text() });
    return response;
  };
  wm = createWmClient({ ...credentials, baseUrl: inject("mockUrl"), maxRetries: 0, fetch: record });
});

/** Each named example of a 200, except the first, which is the mock's default. */
const otherExamples = operations.flatMap((operation) =>
  Object.keys(operation.ok?.examples ?? {})
    .slice(1)
    .map((name): [string, string, Operation] => [operation.operationId, name, operation]),
);

const errorStatuses = operations.flatMap((operation) =>
  operation.statuses.filter((status) => status >= 400).map((status): [string, number, Operation] => [operation.operationId, status, operation]),
);

describe("an operation of the merged spec", () => {
  it.each(operations.map((operation): [string, Operation] => [operation.operationId, operation]))(
    "sends a request that the spec allows, and resolves to the decoded body of its 200: %s",
    async (_, operation) => {
      const body = await callFacade(wm, operation, {});

      expect(exchanges).toHaveLength(1);
      const { url, init, status, violations, text } = exchanges[0]!;
      const query = Object.fromEntries(url.searchParams);
      expect(violations).toBeNull();
      expect(status).toBe(200);
      expect([init.method, url.pathname, query]).toEqual([operation.method, samplePath(operation), sampleQuery(operation)]);
      expect(init.body && JSON.parse(init.body as string)).toEqual(sampleBody(operation));
      expect(body).toEqual(decodeWire(operation.operationId as OperationId, JSON.parse(text), undefined, query));
    },
  );

  it.each(otherExamples)("resolves to the decoded example: %s, %s", async (operationId, name, operation) => {
    const body = await callFacade(wm, operation, { headers: { Prefer: `example=${name}` } });

    expect(exchanges[0]!.violations).toBeNull();
    expect(body).toEqual(decodeWire(operationId as OperationId, operation.ok!.examples![name]!.value, undefined, sampleQuery(operation)));
  });

  it.each(errorStatuses)("rejects with a WmApiError for a declared status: %s, %i", async (operationId, status, operation) => {
    for (const prefer of [`code=${status}`, `code=${status}, example=base`]) {
      const error = await rejection<WmApiError>(callFacade(wm, operation, { headers: { Prefer: prefer } }));

      const { violations, text } = exchanges.pop()!;
      expect(exchanges).toEqual([]);
      expect(violations).toBeNull();
      expect(error).toBeInstanceOf(WmApiError);
      expect([error.operation, error.status, error.code, error.attempts]).toEqual([operationId, status, String(status), 1]);
      const body = JSON.parse(text) as { readonly message?: string; readonly error?: { readonly message: string } };
      expect(error.body).toEqual(body);
      expect(error.message).toContain(body.message ?? body.error?.message);
    }
  });
});

describe("the mock of these tests", () => {
  it("rejects a request without credentials", async () => {
    const response = await fetch(`${inject("mockUrl")}/customers`);

    expect(response.status).toBe(401);
    expect(response.headers.get("sl-violations")).not.toBeNull();
  });
});
