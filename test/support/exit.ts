/** Makes calls that are aborted in every phase or time out, and ends by itself once nothing keeps the process alive. Run as a separate process. */
import { createWmClient, type WmClientOptions } from "../../src/index.js";

const url = process.argv[2]!;
const never = () => new Promise<never>(() => undefined);
/** A body that stalls, from a fetch that ignores its signal. */
const stalled = (status: number) => async () =>
  new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) }), { status });
const phases: Readonly<Record<string, Partial<WmClientOptions>>> = {
  provider: { token: never },
  fetch: { fetch: never },
  body: { fetch: stalled(200) },
  "error body": { fetch: stalled(500) },
  wait: { fetch: async () => new Response("{}", { status: 503, headers: { "retry-after": "50" } }) },
  headers: { baseUrl: url },
  total: { baseUrl: url, totalTimeout: 50 },
  timeout: { fetch: stalled(500), timeout: 50, maxRetries: 0 },
};
const controller = new AbortController();
for (const [phase, options] of Object.entries(phases)) {
  const wm = createWmClient({ clientId: "c", token: "example-token-0001", ...options });
  wm.overview({ signal: controller.signal }).catch((error: unknown) => console.log(`${phase}: ${error === "left" ? "left" : (error as Error).name}`));
}
// A global timer of Node, which the client does not see.
setTimeout(() => controller.abort("left"), 100);
