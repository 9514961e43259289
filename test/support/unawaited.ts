/** Makes a call that fails and that nobody awaits, and reports the unhandled rejections. Run as a separate process. */
import { createWmClient } from "../../src/index.js";

const seen: string[] = [];
process.on("unhandledRejection", (error) => seen.push((error as Error).name));
const wm = createWmClient({ clientId: "c", token: "example-token-0001", maxRetries: 0, fetch: () => Promise.reject(new Error("no route")) });
const call = wm.overview();
if (process.argv[2] === "withResponse") call.withResponse();
if (process.argv[2] === "caught") call.withResponse().catch(() => undefined);
setTimeout(() => process.send!(seen, () => process.exit()), 50);
