// Uses the mock like a test: `testing` is wm-customer-api/testing, `api` the package. Throws if a result is wrong.
import { connect } from "node:net";

export async function mocked(testing, { createWmClient, WmApiError }) {
  const mock = await testing.startMockServer({
    answers: {
      listInvoices: { body: { invoices: [{ id: "1", amount: "12.50" }] } },
      listServices: { body: { services: "null", extra: "1" } },
      getBalance: ({ path }) => (path.customerId === "1" ? { status: 404 } : undefined),
    },
  });
  const wm = createWmClient({ clientId: "any", token: "an-example-token", baseUrl: mock.url, maxRetries: 0 });
  const status = (call) =>
    call.then(
      () => 200,
      (error) => (error instanceof WmApiError ? error.status : String(error)),
    );

  const { invoices } = await wm.customer("1").invoices.list();
  same("a custom amount", invoices[0].amount, 12.5);
  const { services, extra } = await wm.customer("1").services.list();
  same("a list that the server does not send, and an undeclared field", JSON.stringify([services, extra]), '[[],"1"]');
  same("a function's answers", [await status(wm.customer("1").balance()), await status(wm.customer("2").balance())].join(), "404,200");
  mock.answer("getBalance", { status: 503 });
  same("a replaced answer", await status(wm.customer("2").balance()), 503);
  const problem = { status: 409, headers: { "Content-Type": "application/problem+json" }, body: { title: "Conflict", detail: "Closed account" } };
  mock.answer("getBalance", problem);
  same(
    "the detail of a problem document",
    await wm
      .customer("2")
      .balance()
      .catch(({ message }) => message.includes("Closed account")),
    true,
  );
  same(
    "the requests",
    mock.requests.map(({ operation, path }) => `${operation} ${path.customerId}`).join(),
    "listInvoices 1,listServices 1,getBalance 1,getBalance 2,getBalance 2,getBalance 2",
  );
  same("a hidden token", JSON.stringify(mock.requests).includes("an-example-token"), false);
  mock.reset();
  same("requests after reset", mock.requests.length, 0);
  same("an answer after reset", await status(wm.customer("2").balance()), 200);
  for (const code of [429, 503]) same("a busy server", await status(wm.overview({ headers: { Prefer: `code=${code}` } })), code);

  const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const ended = new Promise((resolve) => socket.on("close", resolve));
  await new Promise((resolve) => socket.on("connect", () => socket.write("GET /customers HTTP/1.1\r\nHost: mock\r\n", resolve)));
  const begun = performance.now();
  await mock.close();
  await ended;
  same("a close that does not wait", performance.now() - begun < 5_000, true);
}

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`);
}
