// Uses the package like a program, under any runtime: `api` is the package, `baseUrl` the URL of a mock. Throws if a result is wrong.
export async function session(api, baseUrl) {
  const { createWmClient, decodeWire, WmApiError, WmConfigError, WmConnectionError, WmError } = api;
  const wm = createWmClient({ clientId: "any", token: async () => "any", baseUrl, maxRetries: 0 });
  const account = wm.customer("123456789");

  const surcharges = await account.tickets.surcharges("822908");
  same("a decoded amount", surcharges.tickets[0].details[0].amount, 147.14);

  const { data, response } = await wm.raw.GET("/customers/{customerId}/tickets/{ticketId}/surcharges", {
    params: { path: { customerId: "123456789", ticketId: "822908" }, query: { ticket_type: "disposal" } },
  });
  same("a raw call", response.status, 200);
  same("an amount on the wire", data.tickets[0].details[0].amount, "147.14");
  same("decodeWire of a raw body", JSON.stringify(decodeWire("listTicketSurcharges", data)), JSON.stringify(surcharges));

  const trackingId = "2f1c9a8e-5b7d-4c3e-9f60-8a1b2c3d4e5f";
  const missing = await failure(account.balance({ headers: { Prefer: "code=404" }, trackingId }));
  same("the class of a 404", missing instanceof WmApiError && missing instanceof WmError && missing instanceof Error, true);
  same("the name of a 404", `${missing.name} ${missing.status} ${String(missing).split(":")[0]}`, "WmApiError 404 WmApiError");
  same("the fields of a 404", [missing.operation, missing.trackingId, missing.attempts].join(), `getBalance,${trackingId},1`);
  same("the headers of a 404", missing.headers.get("content-type")?.split(";")[0], "application/json");

  const invalid = await failure(account.invoices.get(".."));
  same("a bad argument", invalid instanceof WmConfigError && !(invalid instanceof WmApiError) && invalid.name, "WmConfigError");
  same("its name", invalid.argument, "invoiceId");
  const misspelt = await failure(account.balance({ timout: 1 }));
  same("a misspelt option", [misspelt.argument, misspelt.message.includes('did you mean "timeout"?')].join(), "timout,true");

  const nobody = createWmClient({ clientId: "any", token: "any", baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
  const refused = await failure(nobody.overview());
  same("a refused connection", refused instanceof WmConnectionError && refused.name, "WmConnectionError");

  // Browsers send a preflight request for this method.
  const { response: patched } = await wm.raw.PATCH("/customers/{customerId}/preferences", {
    params: { path: { customerId: "123456789" } },
    body: { paperlessBilling: true },
  });
  same("a raw PATCH", patched.status, 200);
  await account.contacts.replace({ contacts: [{ type: "billing", name: "JOHN, SMITH", work_phone: "9147222006" }] });

  await observed(api, baseUrl);
  await limited(api, baseUrl);
}

/** The metadata of a call, and its events. */
async function observed({ createWmClient }, baseUrl) {
  const events = [];
  const observe = (name) => (event) => events.push({ name, ...event });
  const hooks = Object.fromEntries(["request", "response", "retry", "success", "error", "decodeIssue"].map((name) => [name, observe(name)]));
  const token = async () => ({ token: "an-example-token", expiresAt: Date.now() + 3_600_000 });
  const account = createWmClient({ clientId: "any", token, baseUrl, maxRetries: 1, hooks }).customer("123456789");
  const context = { job: "nightly" };
  const seen = () => {
    same("the ids of a call", new Set(events.map(({ callId }) => callId)).size, 1);
    same(
      "the context of a call",
      events.every((event) => event.context === context),
      true,
    );
    same("a token in an event", JSON.stringify(events).includes("an-example-token"), false);
    return events.splice(0).map(({ name }) => name);
  };

  const call = account.balance({ context });
  const { data, status, headers, trackingId, attempts, duration, issues } = await call.withResponse();
  same("the body of withResponse()", data, await call);
  same("its metadata", [status, headers.get("content-type")?.split(";")[0], attempts, issues.length].join(), "200,application/json,1,0");
  same("its tracking id and duration", trackingId === events[0].trackingId && duration >= 0, true);
  same("the events of a success", seen().join(), "request,response,success");

  // The delay is random, at most 0.5 s.
  await failure(account.balance({ context, headers: { Prefer: "code=500" } }));
  same("the events of a failure", seen().join(), "request,response,retry,request,response,error");
}

/** Limits of a call, and a token provider that fails once. */
async function limited({ createWmClient, WmTimeoutError }, baseUrl) {
  let requested = 0;
  const token = ({ signal }) => {
    if (requested++ === 0) throw new Error("the login is busy");
    return { token: "an-example-token", expiresAt: new Date(signal.aborted ? 0 : Date.now() + 3_600_000) };
  };
  await createWmClient({ clientId: "any", token, baseUrl }).overview();
  same("requests for a token", requested, 2);

  const never = createWmClient({ clientId: "any", token: "any", baseUrl, fetch: () => new Promise(() => undefined) });
  const late = await failure(never.overview({ totalTimeout: 50 }));
  same(
    "a total timeout",
    late instanceof WmTimeoutError && [late.operation, late.timeout, late.attempts, late.trackingId?.length].join(),
    "getCustomerOverview,50,1,36",
  );

  const controller = new AbortController();
  const aborted = never.overview({ signal: controller.signal });
  controller.abort("no longer needed");
  same("the reason of an abort", await failure(aborted), "no longer needed");
}

async function failure(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("a call did not fail as expected");
}

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`);
}
