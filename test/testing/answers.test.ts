import { describe, expect, it } from "vitest";
import type { MockAnswer, MockAnswers, MockRequest } from "wm-customer-api/testing";
import { createAnswers } from "../../src/testing/answers.js";
import { rejection } from "../support/client.js";

const create = (initial: object = {}) => createAnswers(initial as MockAnswers, ["getBalance", "listInvoices"]);
const request = (operation: string) => ({ operation, path: { customerId: "1" } }) as unknown as MockRequest;

describe("createAnswers", () => {
  it("keeps an answer until it is replaced or reset", async () => {
    const answers = create({ getBalance: { status: 404 }, listInvoices: undefined });
    const current = () => Promise.all(["getBalance", "listInvoices"].map((operation) => answers.to(request(operation))));

    expect([answers.has("getBalance"), answers.has("listInvoices")]).toEqual([true, false]);
    expect(await current()).toEqual([{ status: 404 }, undefined]);
    answers.set("getBalance", { status: 503 });
    answers.set("listInvoices", { status: 503 });
    expect(await current()).toEqual([{ status: 503 }, { status: 503 }]);
    answers.reset();
    expect(await current()).toEqual([{ status: 404 }, undefined]);
  });

  it.each([
    ["a function", ({ path }: MockRequest) => ({ body: path.customerId }), { body: "1" }],
    ["an async function", async ({ operation }: MockRequest) => ({ status: 200, body: operation }), { status: 200, body: "getBalance" }],
    ["a function that returns undefined", () => undefined, undefined],
  ])("takes the answer from %s", async (_, answer, expected) => {
    expect(await create({ getBalance: answer }).to(request("getBalance"))).toEqual(expected);
  });

  const status = "answers.getBalance.status: must be an integer from 200 to 599";
  const shape = "answers.getBalance: must be an object with status, headers or body, or a function";
  it.each([
    ["LISTINVOICE", { status: 503 }, 'answers: unknown operation "LISTINVOICE"; did you mean "listInvoices"?'],
    ["toString", { status: 503 }, 'answers: unknown operation "toString"'],
    ["getBalance", { status: 199 }, status],
    ["getBalance", { status: 600 }, status],
    ["getBalance", { status: 200.5 }, status],
    ["getBalance", 503, shape],
    ["getBalance", null, shape],
  ])("throws for %s that is %j, at the start and later", async (operation, answer, message) => {
    expect(() => create({ [operation]: answer })).toThrow(new Error(message));
    expect(() => create().set(operation, answer as MockAnswer)).toThrow(new Error(message));
    if (operation === "getBalance") expect(await rejection(create({ getBalance: () => answer }).to(request(operation)))).toEqual(new Error(message));
  });
});
