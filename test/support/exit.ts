/** Makes a call, aborts it, and ends by itself once nothing keeps the process alive. Run as a process of its own. */
import { createWmClient, type WmClientOptions } from "../../src/index.js";

const [kind, url] = process.argv.slice(2) as [string, string];
const never = () => new Promise<never>(() => undefined);
/** A body that stalls, from a fetch that ignores its signal. */
const stalled = (status: number) => async () =>
  new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) }), { status });
const options: Readonly<Record<string, Partial<WmClientOptions>>> = {
  provider: { token: never },
  fetch: { fetch: never },
  body: { fetch: stalled(200) },
  "error body": { fetch: stalled(500) },
  wait: { fetch: async () => new Response("{}", { status: 503, headers: { "retry-after": "50" } }) },
  headers: { baseUrl: url },
  total: { baseUrl: url, totalTimeout: 50 },
  timeout: { fetch: stalled(500), timeout: 50, maxRetries: 0 },
};
const wm = createWmClient({ clientId: "c", token: "example-token-0001", ...options[kind] });
const controller = new AbortController();
const call = wm.overview({ signal: controller.signal });
// A global timer of Node, which the client does not see.
setTimeout(() => controller.abort("left"), 100);
call.catch((error: unknown) => process.stdout.write(error === "left" ? "left" : (error as Error).name));
