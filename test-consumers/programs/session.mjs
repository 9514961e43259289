// What a program does with the package, wherever it runs: `api` is the package, `baseUrl` a mock's address. Throws what is wrong.
export async function session(api, baseUrl) {
  const { createWmClient, decodeWire, WmApiError, WmConfigError, WmConnectionError, WmError } = api;
  const events = [];
  const hooks = { request: ({ operation }) => events.push(operation), error: ({ error }) => events.push(error.name) };
  const wm = createWmClient({ clientId: "any", token: async () => "any", baseUrl, maxRetries: 0, hooks });
  const account = wm.customer("123456789");

  const surcharges = await account.tickets.surcharges("822908");
  same("a decoded amount", surcharges.tickets[0].details[0].amount, 147.14);

  const { data, response } = await wm.raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", {
    params: { path: { customerId: "123456789", ticketId: "822908" }, query: { ticket_type: "disposal" } },
  });
  same("a raw call", response.status, 200);
  same("an amount on the wire", data.tickets[0].details[0].amount, "147.14");
  same("decodeWire of what raw gives", JSON.stringify(decodeWire("listTicketSurcharges", data)), JSON.stringify(surcharges));

  const trackingId = "2f1c9a8e-5b7d-4c3e-9f60-8a1b2c3d4e5f";
  const missing = await failure(account.balance({ headers: { Prefer: "code=404" }, trackingId }));
  same("the class of a 404", missing instanceof WmApiError && missing instanceof WmError && missing instanceof Error, true);
  same("the name of a 404", `${missing.name} ${missing.status} ${String(missing).split(":")[0]}`, "WmApiError 404 WmApiError");
  same("the fields of a 404", [missing.operation, missing.trackingId, missing.attempts].join(), `getBalance,${trackingId},1`);
  same("the headers of a 404", missing.headers.get("content-type")?.split(";")[0], "application/json");

  const invalid = await failure(account.invoices.get(".."));
  same("a bad argument", invalid instanceof WmConfigError && !(invalid instanceof WmApiError) && invalid.name, "WmConfigError");

  const nobody = createWmClient({ clientId: "any", token: "any", baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
  const refused = await failure(nobody.overview());
  same("a refused connection", refused instanceof WmConnectionError && refused.name, "WmConnectionError");

  // A verb that a browser asks leave for.
  const { response: patched } = await wm.raw.PATCH("/customers/{customerId}/preferences", {
    params: { path: { customerId: "123456789" } },
    body: { paperlessBilling: true },
  });
  same("a raw PATCH", patched.status, 200);
  await account.contacts.replace({ contacts: [{ type: "billing", name: "JOHN, SMITH", work_phone: "9147222006" }] });

  same(
    "what the hooks saw",
    events.slice(0, 4).join(" "),
    "listTicketSurcharges GET /customers/{customerId}/tickets/{ticketId}/surcharges getBalance WmApiError",
  );
}

async function failure(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("a call that had to fail did not");
}

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`);
}
