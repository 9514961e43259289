/** Calls a server with `maxResponseBytes`, and reports the peak of memory. Run as a separate process. */
import { createWmClient, type WmResponseError } from "../../src/index.js";

const [port, limit] = process.argv.slice(2).map(Number);
const wm = createWmClient({ clientId: "c", token: "example-token-0001", baseUrl: `http://127.0.0.1:${port}`, maxResponseBytes: limit! });
// Loads fetch and its decompression.
await fetch("data:text/plain,x").then((response) => response.text());
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
globalThis.gc?.();
const before = used();
let peak = 0;
const timer = setInterval(() => (peak = Math.max(peak, used() - before)), 1);
const begun = performance.now();
const { name, attempts } = (await wm.overview().catch((error: unknown) => error)) as WmResponseError;
const duration = performance.now() - begun;
await new Promise((resolve) => setTimeout(resolve, 100));
clearInterval(timer);
process.send!({ name, attempts, peak: Math.max(peak, used() - before), duration }, () => process.exit());
