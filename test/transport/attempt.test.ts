import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { createWmClient, WmApiError, WmConnectionError, WmError, WmResponseError, WmTimeoutError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { credentials, rejection, secret } from "../support/client.js";
import { type Handler, json, serve } from "../support/server.js";

const uuid = /^[\da-f-]{36}$/;

async function setup(handler: Handler, options: object = {}) {
  const server = await serve(handler);
  return { server, wm: createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0, ...options }) };
}

const bytes =
  (body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Handler =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/** Without a length, so that the body is sent in chunks. */
const chunks =
  (body: string, status = 200): Handler =>
  (response) => {
    response.writeHead(status);
    response.write(body);
    response.end();
  };

describe("a 200 whose JSON the spec declares", () => {
  it("resolves to the body, whatever the content type says", async () => {
    const body = { customerId: "1", balanceDue: 12.5 };
    for (const type of ["application/json", "application/json; charset=utf-8", "text/plain", ""]) {
      const { wm } = await setup(bytes(JSON.stringify(body), 200, type ? { "content-type": type } : {}));
      expect(await wm.overview()).toEqual(body);
    }
  });

  it("is read with a byte order mark, compressed, and without a length", async () => {
    for (const handler of [
      bytes('\ufeff{"customerId":"1"}'),
      bytes(gzipSync('{"customerId":"1"}'), 200, { "content-encoding": "gzip" }),
      chunks('{"customerId":"1"}'),
    ]) {
      const { wm } = await setup(handler);
      expect(await wm.overview()).toEqual({ customerId: "1" });
    }
  });

  it.each<[string, Handler, string]>([
    ["empty", bytes(""), ""],
    ["empty and sent in chunks", chunks(""), ""],
    ["white space", bytes(" \n"), " \n"],
    ["HTML", bytes("<html>Sign in</html>", 200, { "content-type": "text/html" }), "<html>Sign in</html>"],
    ["cut off but complete as HTTP has it", bytes('{"customerId":"1'), '{"customerId":"1'],
    ["two documents", bytes("{}{}"), "{}{}"],
    ["not UTF-8", bytes(Uint8Array.of(0x22, 0xe9, 0x22)), '"\ufffd"'],
  ])("is a WmResponseError when it is %s", async (_, handler, body) => {
    const { server, wm } = await setup(handler);

    const error = (await rejection(wm.overview())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error).toBeInstanceOf(WmError);
    expect(error.name).toBe("WmResponseError");
    expect(error.status).toBe(200);
    expect(error.body).toBe(body);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.trackingId).toBe(server.requests[0]!.headers["request-tracking-id"]);
    expect(error.attempts).toBe(1);
    expect(error.message).toContain("getCustomerOverview");
    expect(error.message).toContain("200");
  });

  it.each([
    ["null", null],
    ["a number", 5],
    ["text", "none"],
    ["a list of several", [{}, {}]],
    ["an empty list", []],
  ])("is a WmResponseError when it is JSON but %s instead of the object", async (_, body) => {
    const { wm } = await setup(json(body));

    const error = (await rejection(wm.customer("1").balance())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(200);
    expect(error.body).toBe(JSON.stringify(body));
  });

  it("is a WmResponseError when it is WM's error body: nothing is owed by nobody", async () => {
    const { wm } = await setup(json({ error: { code: "401", message: "expired" } }));

    const error = (await rejection(wm.customer("1").balance())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.body).toContain("expired");
  });

  it("resolves to the object in a list of one", async () => {
    const { wm } = await setup(json([{ ivr_fee: "5.0" }]));

    expect(await wm.customer("1").balance()).toEqual({ ivr_fee: 5, balance: [] });
  });

  it("keeps the first 1 000 characters of a body that is refused", async () => {
    const { wm } = await setup(bytes(`<p>${"x".repeat(50_000)}</p>`));

    expect(((await rejection(wm.overview())) as WmResponseError).body).toBe(`<p>${"x".repeat(997)}`);
  });
});

describe("a 2xx of whose body no source names a field", () => {
  it("resolves to whatever JSON comes", async () => {
    for (const body of [{ balance: [] }, [], "text", 0, false, null]) {
      const { wm } = await setup(json(body));
      expect(await wm.customer("1").preferences.list()).toEqual(body);
    }
  });

  it("resolves to undefined when nothing comes", async () => {
    for (const handler of [bytes(""), chunks(""), bytes("", 204), bytes("", 202)]) {
      const { wm } = await setup(handler);
      expect(await wm.customer("1").preferences.list()).toBeUndefined();
    }
  });

  it("is a WmResponseError when something else than JSON comes", async () => {
    const { wm } = await setup(bytes("<html>"));

    expect(await rejection(wm.customer("1").preferences.list())).toBeInstanceOf(WmResponseError);
  });
});

it.each([204, 205])("a %i resolves to the empty object of the declared type, or to undefined where none is documented", async (status) => {
  const { wm } = await setup(bytes("", status));

  expect(await wm.overview()).toEqual({});
  expect(await wm.customer("1").invoices.list()).toEqual({ invoices: [], balances: [] });
  expect(await wm.customer("1").tickets.list({ ticketType: "disposal" })).toEqual({ tickets: [] });
  expect(await wm.customer("1").preferences.list()).toBeUndefined();
});

describe("a 2xx that carries an error is a WmResponseError", () => {
  it.each([
    ["an object", { error: { code: "500", message: "No answer" } }],
    ["a list", { error: [{ code: "500" }], invoices: [] }],
    ["text", { error: "Internal error", invoices: [] }],
    ["code and message, and nothing that is declared", { code: "500", message: "No answer" }],
    ["one in a list", [{ error: {} }]],
  ])("as %s", async (_, body) => {
    const { wm } = await setup(json(body));

    expect(await rejection(wm.customer("1").invoices.list())).toBeInstanceOf(WmResponseError);
  });

  it("and not one that has code and message beside what is declared, or nothing in error", async () => {
    for (const body of [{ code: "1", message: "x", invoices: [] }, { error: null }, { error: " " }, { code: "1" }, {}]) {
      const { wm } = await setup(json(body));
      expect(await wm.customer("1").invoices.list()).toMatchObject({ invoices: [] });
    }
  });
});

describe("a status outside 2xx is a WmApiError", () => {
  it("read from the reference's body", async () => {
    const body = { error: { code: "422", message: "Bad date", errors: [{ message: "fromDate is not a date" }, { message: "toDate is missing" }] } };
    const { server, wm } = await setup(json(body, 422, { "x-request": "7" }));

    const error = (await rejection(wm.customer("1").balance())) as WmApiError;

    expect(error).toBeInstanceOf(WmApiError);
    expect(error).toBeInstanceOf(WmError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("WmApiError");
    expect(error.status).toBe(422);
    expect(error.code).toBe("422");
    expect(error.message).toMatch(/^Bad date \(getBalance: status 422, tracking id /);
    expect(error.details).toEqual([{ message: "fromDate is not a date" }, { message: "toDate is missing" }]);
    expect(error.body).toEqual(body);
    expect(error.retryAfter).toBeUndefined();
    expect(error.headers).toBeInstanceOf(Headers);
    expect(error.headers.get("x-request")).toBe("7");
    expect(error.operation).toBe("getBalance");
    expect(error.trackingId).toMatch(uuid);
    expect(error.trackingId).toBe(server.requests[0]!.headers["request-tracking-id"]);
    expect(error.attempts).toBe(1);
  });

  it("read from the base spec's body", async () => {
    const body = { code: 400, message: "Invalid", errors: [{ field: "email", description: "is no address" }, { field: "phone" }] };
    const { wm } = await setup(json(body, 400));

    const error = (await rejection(wm.customer("1").contacts.update({ email: "x" }))) as WmApiError;

    expect(error.status).toBe(400);
    expect(error.code).toBe("400");
    expect(error.message).toContain("Invalid");
    expect(error.details).toEqual([
      { field: "email", message: "is no address" },
      { field: "phone", message: "" },
    ]);
    expect(error.operation).toBe("updateContacts");
  });

  it.each<[string, Handler, unknown]>([
    ["HTML", bytes("<h1>Bad Gateway</h1>", 502), "<h1>Bad Gateway</h1>"],
    ["nothing", bytes("", 502), undefined],
    ["nothing in chunks", chunks("", 502), undefined],
    ["null", json(null, 502), null],
    ["a number", json(0, 502), 0],
    ["a list", json([1], 502), [1]],
    ["text", json("no", 502), "no"],
    ["an error that is text", json({ error: "no" }, 502), { error: "no" }],
    ["errors that are none", json({ errors: [null, 3, [], {}] }, 502), { errors: [null, 3, [], {}] }],
    ["an error that is null", json({ error: null }, 502), { error: null }],
    ["fields of the wrong types", json({ code: {}, message: [], errors: {} }, 502), { code: {}, message: [], errors: {} }],
    ["bytes that are no text", bytes(Uint8Array.of(0xff, 0xfe), 502), "\ufffd\ufffd"],
  ])("even if its body is %s", async (_, handler, body) => {
    const { wm } = await setup(handler);

    const error = (await rejection(wm.overview())) as WmApiError;

    expect(error).toBeInstanceOf(WmApiError);
    expect(error.status).toBe(502);
    expect(error.code).toBeUndefined();
    expect(error.body).toEqual(body);
    expect(error.message).toContain("getCustomerOverview: status 502");
  });

  it("with the details of entries that are text", async () => {
    const { wm } = await setup(json({ errors: ["first", 3] }, 400));

    expect(((await rejection(wm.overview())) as WmApiError).details).toEqual([{ message: "first" }, { message: "3" }]);
  });

  it("for 304 and for 404", async () => {
    for (const status of [304, 404]) {
      const { wm } = await setup(bytes("", status));
      const error = (await rejection(wm.overview())) as WmApiError;
      expect(error).toBeInstanceOf(WmApiError);
      expect(error.status).toBe(status);
    }
  });

  it("that says after how many milliseconds to try again", async () => {
    const { wm } = await setup(bytes("", 429, { "retry-after": "120" }));

    expect(((await rejection(wm.overview())) as WmApiError).retryAfter).toBe(120_000);
  });

  it("that keeps no cookie", async () => {
    const { wm } = await setup(bytes("", 400, { "set-cookie": "session=abc" }));

    expect(inspect(await rejection(wm.overview()))).not.toContain("session=abc");
  });

  it("that JSON.stringify shows with name, message and headers", async () => {
    const { wm } = await setup(json({ message: "No" }, 404, { "x-request": "7" }));

    const shown = JSON.parse(JSON.stringify(await rejection(wm.overview())));

    expect(shown.name).toBe("WmApiError");
    expect(shown.message).toContain("No");
    expect(shown.status).toBe(404);
    expect(shown.headers["x-request"]).toBe("7");
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("with status %i is not followed: a WmResponseError names the host", async (status) => {
    const elsewhere = await serve(json({}));
    const { wm } = await setup(bytes("", status, { location: `${elsewhere.url}/customers?token=x` }));

    const error = (await rejection(wm.overview())) as WmResponseError;

    expect(error).toBeInstanceOf(WmResponseError);
    expect(error.status).toBe(status);
    expect(error.message).toContain(new URL(elsewhere.url).host);
    expect(error.body).toBe("");
    expect(elsewhere.requests).toHaveLength(0);
  });
});

describe("the time that an attempt may take", () => {
  it("includes the wait for the headers", async () => {
    const { server, wm } = await setup(() => undefined, { timeout: 60 });

    const error = (await rejection(wm.overview())) as WmTimeoutError;

    expect(error).toBeInstanceOf(WmTimeoutError);
    expect(error.name).toBe("WmTimeoutError");
    expect(error.timeout).toBe(60);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.trackingId).toBe(server.requests[0]!.headers["request-tracking-id"]);
    expect(error.attempts).toBe(1);
    expect(error.message).toContain("60 ms");
  });

  it("includes the wait for the body", async () => {
    const { wm } = await setup((response) => void response.writeHead(200).write('{"customerId":'), { timeout: 60 });

    expect(await rejection(wm.overview())).toBeInstanceOf(WmTimeoutError);
  });

  it("can be set for a call", async () => {
    const { wm } = await setup(() => undefined);

    const error = (await rejection(wm.overview({ timeout: 40 }))) as WmTimeoutError;

    expect(error.timeout).toBe(40);
  });
});

describe("a WmConnectionError says that there was no complete answer", () => {
  it("when nobody listens", async () => {
    const server = await serve(json({}));
    await server.close();
    const wm = createWmClient({ ...credentials, baseUrl: server.url, maxRetries: 0 });

    const error = (await rejection(wm.overview())) as WmConnectionError;

    expect(error).toBeInstanceOf(WmConnectionError);
    expect(error.name).toBe("WmConnectionError");
    expect(error.message).toContain("ECONNREFUSED");
    expect(error.message).toContain(new URL(server.url).host);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.operation).toBe("getCustomerOverview");
    expect(error.trackingId).toMatch(uuid);
    expect(error.attempts).toBe(1);
  });

  it("when the body breaks off, with the status that had arrived", async () => {
    const { wm } = await setup((response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"customerId":', () => response.destroy());
    });

    const error = (await rejection(wm.overview())) as WmConnectionError;

    expect(error).toBeInstanceOf(WmConnectionError);
    expect(error.message).toContain("the body was truncated after status 200");
  });
});

describe("a caller's signal", () => {
  it("ends the call with its reason, before, while waiting and while reading", async () => {
    const reason = { why: "the user left" };
    const { wm } = await setup((response) => void response.writeHead(200).write("{"));

    expect(await rejection(wm.overview({ signal: AbortSignal.abort(reason) }))).toBe(reason);

    const controller = new AbortController();
    const call = rejection(wm.overview({ signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 30);
    expect(await call).toBe(reason);
  });

  it("that is aborted beforehand lets nothing be sent", async () => {
    const { server, wm } = await setup(json({}));

    await rejection(wm.overview({ signal: AbortSignal.abort() }));
    await rejection(wm.raw.GET("/customers", { signal: AbortSignal.abort() }));

    expect(server.requests).toHaveLength(0);
  });

  it("rejects with the signal's own TimeoutError, not with a WmTimeoutError", async () => {
    const { wm } = await setup(() => undefined);

    const error = (await rejection(wm.overview({ signal: AbortSignal.timeout(20) }))) as DOMException;

    expect(error.name).toBe("TimeoutError");
    expect(error).not.toBeInstanceOf(WmError);
  });
});

describe("a fetch of the caller's own", () => {
  const streamed = (...chunks: unknown[]) =>
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });

  it.each([
    ["an object that is no Response", { status: 200 }],
    ["nothing", undefined],
    ["a network error", Response.error()],
  ])("that resolves to %s is a WmConnectionError", async (_, resolved) => {
    const wm = createWmClient({ ...credentials, maxRetries: 0, fetch: () => Promise.resolve(resolved as Response) });

    expect(await rejection(wm.overview())).toBeInstanceOf(WmConnectionError);
    expect(await rejection(wm.raw.GET("/customers"))).toBeInstanceOf(WmConnectionError);
  });

  it("may give its body in pieces, cut anywhere", async () => {
    const body = new TextEncoder().encode('{"customerId":"Zürich €"}');
    const pieces = Array.from(body, (_, index) => body.subarray(index, index + 1));
    const { wm } = await setup(json({}), { fetch: async () => new Response(streamed(...pieces)) });

    expect(await wm.overview()).toEqual({ customerId: "Zürich €" });
  });

  it("whose body is no bytes, or read already, has given no complete answer", async () => {
    const used = async () => {
      const response = new Response("{}");
      await response.text();
      return response;
    };
    const readAndReleased = async () => {
      const response = new Response(streamed(new TextEncoder().encode('{"customerId":'), new TextEncoder().encode("{}")));
      const reader = response.body!.getReader();
      await reader.read();
      reader.releaseLock();
      return response;
    };
    for (const fetch of [async () => new Response(streamed("{}")), async () => new Response(streamed("{}"), { status: 500 }), used, readAndReleased]) {
      const { wm } = await setup(json({}), { fetch });
      const error = await rejection(wm.overview());

      expect(error).toBeInstanceOf(WmConnectionError);
      expect(error).toMatchObject({ operation: "getCustomerOverview", attempts: 1 });
      expect((error as WmConnectionError).cause).toBeInstanceOf(TypeError);
    }
  });

  it("may give bytes of another realm, as test environments have one, but no other views of memory", async () => {
    const foreign: unknown = runInNewContext("new Uint8Array([123, 125])");
    const { wm } = await setup(json({}), { fetch: async () => new Response(streamed(foreign)) });
    expect(await wm.overview()).toEqual({});

    for (const view of [new Uint16Array([0x7d7b]), new DataView(new Uint8Array([123, 125]).buffer)]) {
      let isCancelled = false;
      const body = new ReadableStream({
        pull: (controller) => controller.enqueue(view),
        cancel() {
          isCancelled = true;
        },
      });
      const { wm } = await setup(json({}), { fetch: async () => new Response(body) });
      const error = await rejection(wm.overview());

      expect(error).toBeInstanceOf(WmConnectionError);
      expect((error as WmConnectionError).message).toContain("the body does not consist of bytes");
      expect(isCancelled).toBe(true);
    }
  });

  it("may have a Response of its own that gives its bytes at once, but not one that gives something else", async () => {
    const own = (body: unknown) => ({ status: 200, ok: true, statusText: "", headers: new Headers(), type: "default", arrayBuffer: () => body });
    const { buffer } = new TextEncoder().encode('{"customerId":"1"}');
    for (const body of [buffer, Promise.resolve(buffer), new Uint8Array(buffer), structuredClone(buffer)]) {
      const { wm } = await setup(json({}), { fetch: async () => own(body) });

      expect(await wm.overview()).toEqual({ customerId: "1" });
    }
    for (const body of ['{"customerId":"1"}', undefined, null, 18, [123, 125], new Uint16Array(buffer)]) {
      const { wm } = await setup(json({}), { fetch: async () => own(body) });
      const error = await rejection(wm.preferenceCategories());

      expect(error).toBeInstanceOf(WmConnectionError);
      expect((error as WmConnectionError).message).toContain("the body does not consist of bytes");
    }
  });

  it("that does not heed its signal is read no further once the time is up", async () => {
    let [chunks, isCancelled] = [0, false];
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        chunks++;
        controller.enqueue(new Uint8Array([32]));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const { wm } = await setup(json({}), { timeout: 40, fetch: async () => new Response(body) });

    expect(await rejection(wm.overview())).toBeInstanceOf(WmTimeoutError);
    const before = chunks;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isCancelled).toBe(true);
    expect(chunks).toBeLessThanOrEqual(before + 2);
  });

  it("whose errors cannot be streamed still leads to a WmApiError", async () => {
    const odd = {
      status: 404,
      ok: false,
      statusText: "",
      headers: new Headers(),
      type: "default",
      body: {},
      arrayBuffer: async () => new TextEncoder().encode('{"message":"gone"}').buffer,
    };
    const wm = createWmClient({ ...credentials, maxRetries: 0, fetch: () => Promise.resolve(odd as unknown as Response) });

    expect(((await rejection(wm.overview())) as WmApiError).message).toContain("gone");
  });
});

it("no error shows the token, even if the server repeats it", async () => {
  const echo = `Bearer ${secret} is not valid`;
  const handlers: Handler[] = [
    json({ error: { code: "401", message: echo, errors: [{ message: echo }] } }, 401, { "www-authenticate": echo }),
    bytes(echo, 500, { "x-echo": secret }),
    bytes(echo, 200),
    bytes("", 302, { location: `https://${secret}.example.com/` }),
  ];
  for (const handler of handlers) {
    const { wm } = await setup(handler);
    const error = await rejection(wm.overview());
    expect(error).toBeInstanceOf(WmError);
    const shown = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error) + String((error as Error).stack);
    expect(shown).not.toContain(secret);
  }
});

it("no error shows the token, even if what sends the request throws it", async () => {
  const wm = createWmClient({
    ...credentials,
    maxRetries: 0,
    fetch: (_, init) => Promise.reject(Object.assign(new Error("no luck"), { request: { headers: init?.headers }, cause: new Error(secret) })),
  });

  const error = await rejection(wm.overview());

  expect(error).toBeInstanceOf(WmConnectionError);
  expect((error as WmConnectionError).cause).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(secret);
});
