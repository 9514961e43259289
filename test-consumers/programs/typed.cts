// Compiled and run where the compiler has `import x = require()`.
import wm = require("wm-customer-api");
import testing = require("wm-customer-api/testing");

async function run(): Promise<void> {
  const mock: testing.MockServer = await testing.startMockServer();
  const client: wm.WmClient = wm.createWmClient({ clientId: "any", token: "an-example-token", baseUrl: mock.url });
  const due: number | null | undefined = (await client.overview()).balanceDue;
  await mock.close();
  if (typeof due !== "number") throw new Error(`balanceDue: ${due}`);
  console.log("ran");
}

void run();
