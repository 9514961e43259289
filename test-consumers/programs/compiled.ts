// Compiled and run under every setting whose output Node.js can run. As CommonJS, `import` becomes `require`.
import { createWmClient, WmApiError, WmError } from "wm-customer-api";
import { type MockServer, startMockServer } from "wm-customer-api/testing";

async function run(): Promise<void> {
  const mock: MockServer = await startMockServer({ answers: { getBalance: { status: 404 } } });
  const wm = createWmClient({ clientId: "any", token: "an-example-token", baseUrl: mock.url, maxRetries: 0 });
  const { invoices } = await wm.customer("123456789").invoices.list();
  const { response } = await wm.raw.GET("/customers");
  const error: unknown = await wm
    .customer("123456789")
    .balance()
    .then(String, (reason: unknown) => reason);
  await mock.close();
  if (!(invoices && invoices.length > 0 && response.status === 200 && error instanceof WmApiError && error instanceof WmError)) throw error;
  console.log("ran");
}

void run();
