// Compiled, never run.
import wm = require("wm-customer-api");
import testing = require("wm-customer-api/testing");

export async function balanceDue(): Promise<number | null | undefined> {
  const mock: testing.MockServer = await testing.startMockServer();
  const client: wm.WmClient = wm.createWmClient({ clientId: "any", token: "any", baseUrl: mock.url });
  return (await client.overview()).balanceDue;
}
