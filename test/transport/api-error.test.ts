import { WmApiError, WmResponseError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { clientOnManualClock, rejection } from "../support/client.js";
import { empty, text } from "../support/faults.js";
import { json, serve } from "../support/server.js";

async function errorOf(body: unknown, status = 400, headers: Record<string, string> = {}): Promise<WmApiError> {
  const { url } = await serve(json(body, status, headers));
  const { wm } = clientOnManualClock({ baseUrl: url, maxRetries: 0 });
  const error = (await rejection(wm.overview())) as WmApiError;
  expect(error).toBeInstanceOf(WmApiError);
  return error;
}

describe("a problem document", () => {
  const type = { "content-type": "application/problem+json" };

  it("gives its detail as the message", async () => {
    const body = { type: "https://stoplight.io/prism/errors#NOT_FOUND", title: "Not Found", status: 404, detail: "The path does not exist." };

    const error = await errorOf(body, 404, type);

    expect(error.message).toMatch(/^The path does not exist\. \(getCustomerOverview: status 404, tracking id [\da-f-]{36}\)$/);
    expect(error.status).toBe(404);
    expect(error.code).toBeUndefined();
    expect(error.details).toEqual([]);
    expect(error.body).toEqual(body);
  });

  it.each<[string, unknown, RegExp]>([
    ["its title, without a detail", { title: "Not Found", status: 404 }, /^Not Found \(/],
    ["its title, if the detail is empty", { title: "Not Found", detail: "" }, /^Not Found \(/],
    ["its title, if the detail is no text", { title: "Not Found", detail: { a: 1 } }, /^Not Found \(/],
    ["WM's message, if there is one", { title: "t", detail: "d", message: "m" }, /^m \(/],
    ["WM's nested message, if there is one", { title: "t", detail: "d", error: { message: "m" } }, /^m \(/],
    ["a numeric detail", { detail: 7 }, /^7 \(/],
    ["no reason, without any", { type: "about:blank", status: 400 }, /^no error message in the response \(/],
  ])("gives %s", async (_, body, message) => {
    expect((await errorOf(body, 400, type)).message).toMatch(message);
  });

  it("gives its code and errors, which are extensions", async () => {
    const error = await errorOf({ title: "t", code: 7, errors: [{ field: "email", message: "bad" }] }, 422, type);

    expect(error.code).toBe("7");
    expect(error.details).toEqual([{ field: "email", message: "bad" }]);
  });

  it("is read whatever its content type is, and may be the body of any status", async () => {
    expect((await errorOf({ detail: "d" }, 503, { "content-type": "text/plain" })).message).toMatch(/^d \(/);
    expect((await errorOf({ detail: "d" }, 429, { ...type, "retry-after": "90" })).retryAfter).toBe(90_000);
  });
});

describe("WM's error body", () => {
  it("gives code and message of its first entry, and the details of all, if error is a list", async () => {
    const error = await errorOf({
      error: [
        { code: "E1", message: "first" },
        { code: "E2", message: "second", field: "f" },
      ],
    });

    expect(error.code).toBe("E1");
    expect(error.message).toMatch(/^first \(/);
    expect(error.details).toEqual([{ message: "first" }, { field: "f", message: "second" }]);
  });

  it.each<[string, unknown]>([
    ["a list of nothing", { error: [] }],
    ["a list of lists", { error: [[[]]] }],
    ["a list of null", { error: [null] }],
    ["deep objects", { error: { message: { message: "x" }, errors: { errors: [] } } }],
    ["names of members of objects", JSON.parse('{"__proto__":{"message":"x"},"constructor":{"message":"y"},"hasOwnProperty":1}')],
    ["a list", [{ message: "x" }]],
  ])("is read without throwing: %s", async (_, body) => {
    const error = await errorOf(body);

    expect(error.message).toMatch(/^no error message in the response \(/);
    expect(error.code).toBeUndefined();
  });

  it("may have a message of any size, of which the error's is the first 2 000 characters", async () => {
    const error = await errorOf({ message: "m".repeat(100_000), errors: Array.from({ length: 1_000 }, () => ({ message: "d" })) });

    expect(error.message).toBe(`${"m".repeat(1_999)}…`);
    expect(error.details).toHaveLength(1_000);
  });
});

describe("headers of a WmApiError", () => {
  it("are the response's, without cookies, and an object in JSON", async () => {
    const { url } = await serve(
      (response) =>
        void response
          .writeHead(
            404,
            [
              ["set-cookie", "a=1"],
              ["set-cookie", "b=2"],
              ["x-a", "1"],
              ["x-a", "2"],
            ].flat(),
          )
          .end(),
    );
    const { wm } = clientOnManualClock({ baseUrl: url });

    const { headers } = (await rejection(wm.overview())) as WmApiError;

    expect(headers).toBeInstanceOf(Headers);
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get("x-a")).toBe("1, 2");
    expect(JSON.parse(JSON.stringify({ headers })).headers["x-a"]).toBe("1, 2");
    expect("toJSON" in headers).toBe(true);
    expect(Object.keys(headers)).toEqual([]);
  });
});

describe("a redirect", () => {
  it.each([
    ["a relative path", "/login", /redirects to 127\.0\.0\.1:\d+, and/],
    ["another host", "https://elsewhere.example/x?y", /redirects to elsewhere\.example, and/],
    ["a host with a port", "//elsewhere.example:8443/x", /redirects to elsewhere\.example:8443, and/],
    ["a host with credentials", "https://user:password@elsewhere.example/", /redirects to elsewhere\.example, and/],
    ["a script", "javascript:alert(1)", /an invalid or missing Location/],
    ["no URL", "https://[", /an invalid or missing Location/],
  ])("names the host alone: %s", async (_, location, message) => {
    const { url } = await serve(empty(307, { location }));
    const { wm } = clientOnManualClock({ baseUrl: url });

    const error = (await rejection(wm.overview())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("password");
    expect([error.status, error.body, error.details, error.attempts]).toEqual([307, "", [], 1]);
  });

  it("with a hidden status, as browsers have it, is one too", async () => {
    let count = 0;
    const opaque = { status: 0, type: "opaqueredirect", ok: false, headers: new Headers(), body: null };
    const { wm } = clientOnManualClock({ fetch: async () => (count++, opaque as unknown as Response) });

    expect(await rejection(wm.overview())).toMatchObject({ name: "WmResponseError", status: 0, attempts: 1 });
    expect(count).toBe(1);
  });
});

it("a 200 that is not JSON shows its beginning, on one line", async () => {
  const { url } = await serve(text('<html>\n<title>"Sign in"</title>\u001b[31m'));
  const { wm } = clientOnManualClock({ baseUrl: url });

  const error = (await rejection(wm.overview())) as WmResponseError;

  expect(error.message).toContain('its body is not JSON: it begins with "<html>\\n<title>\\"Sign in\\"</title>');
  expect(error.message).not.toMatch(/[\n\u001b]/);
});
