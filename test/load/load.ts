/**
 * Makes 50 000 calls, 200 at a time, against a server that fails one in ten and changes the token 20 times. Checks that every call ends as
 * expected and leaves nothing behind. Does not measure speed.
 */
import { fork, spawnSync } from "node:child_process";
import { getEventListeners, once } from "node:events";
import { fileURLToPath } from "node:url";
import { createWmClient, WmApiError, type WmClient, WmConnectionError, WmResponseError } from "wm-customer-api";
import { calls, inFlight, planned, rotateBefore, rotations } from "./plan.js";
import type { FromServer, Report, ToServer } from "./server.js";

/**
 * Max growth of the heap from the end of the first tenth of the run to the end of any later one, in bytes. The memory of 200 calls in flight
 * varies by 1 to 3 MB; one leaked listener, timer or error per call would add more than 10 MB.
 */
const heapTolerance = 5_000_000;

if (globalThis.gc === undefined) {
  const { status } = spawnSync(process.execPath, ["--expose-gc", ...process.execArgv, fileURLToPath(import.meta.url)], { stdio: "inherit" });
  process.exit(status ?? 1);
}

const rejections: unknown[] = [];
process.on("unhandledRejection", (reason) => void rejections.push(reason));
const warnings: Error[] = [];
process.on("warning", (warning) => void warnings.push(warning));

const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), { execArgv: process.execArgv.filter((argument) => argument !== "--expose-gc") });

/** Sends the message, if given, and waits for the answer of that name. */
async function receive<Name extends string>(name: Name, message?: ToServer): Promise<Extract<FromServer, Record<Name, unknown>>> {
  const answered = new Promise<Extract<FromServer, Record<Name, unknown>>>((resolve) => {
    const listen = (answer: FromServer) => {
      if (!(name in answer)) return;
      server.off("message", listen);
      resolve(answer as Extract<FromServer, Record<Name, unknown>>);
    };
    server.on("message", listen);
  });
  if (message !== undefined) server.send(message);
  return answered;
}

const { port } = await receive("port");

let generation = 0;
const tokenOf = (number: number) => `token-${number}`;
let rotating: Promise<unknown> = receive("accepting", { accept: tokenOf(0) });
const rotate = () => (rotating = receive("accepting", { accept: tokenOf(++generation) }));
await rotating;

let asked = 0;
const wm = createWmClient({
  clientId: "client-1",
  baseUrl: `http://127.0.0.1:${port}`,
  async token() {
    asked++;
    // The server may have the new token before its confirmation arrives.
    await rotating;
    return tokenOf(generation);
  },
});

const { signal } = new AbortController();

function call(client: WmClient, index: number): Promise<unknown> {
  const { contacts } = client.customer(String(index));
  return planned(index).method === "PATCH" ? contacts.update({ email: `${index}@example.com` }, { signal }) : contacts.list({ signal });
}

/** Outcome of a call, as text. Never rejects. */
function outcomeOf(client: WmClient, index: number): Promise<string> {
  return call(client, index).then(
    (value) => ((value as { readonly note?: unknown } | undefined)?.note === "complete" ? "value" : `value ${JSON.stringify(value)}`),
    (error: unknown) => {
      if (error instanceof WmApiError) return `api ${error.status}`;
      if (error instanceof WmResponseError) return `response ${error.status}`;
      return error instanceof WmConnectionError ? "connection" : `other: ${String(error)}`;
    },
  );
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const outcomes = new Map<string, number>();
const surprises: string[] = [];
const heap: number[] = [];
const rotationsDue = new Set(rotateBefore);
let next = 0;
let ended = 0;

function ends(index: number, outcome: string): void {
  count(outcomes, outcome);
  const expected = planned(index).outcome;
  if (outcome !== expected && surprises.length < 10) surprises.push(`call ${index} (${planned(index).faults.join(", ")}): ${outcome} instead of ${expected}`);
  if (++ended % (calls / 10) === 0) {
    globalThis.gc!();
    heap.push(process.memoryUsage().heapUsed);
    process.stderr.write(`${ended} calls, heap ${megabytes(heap.at(-1)!)}, ${Math.round((performance.now() - begun) / 100) / 10} s\n`);
  }
}

/** Makes one call after the other. */
async function worker(): Promise<void> {
  while (next < calls) {
    const index = next++;
    if (rotationsDue.delete(index)) await rotate();
    ends(index, await outcomeOf(wm, index));
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
const timersBefore = timers();
const begun = performance.now();
await Promise.all(Array.from({ length: inFlight }, worker));
const seconds = (performance.now() - begun) / 1000;
// Leaves time for late rejections.
await new Promise((resolve) => setTimeout(resolve, 100));

const { report } = await receive("report", { report: true });
server.disconnect();
await once(server, "exit");

const expected = new Map<string, number>();
let expectedAttempts = 0;
let faulty = 0;
const wrongAttempts: string[] = [];
for (let index = 0; index < calls; index++) {
  const { outcome, attempts, faults } = planned(index);
  count(expected, outcome);
  expectedAttempts += attempts;
  if (faults.length > 0) faulty++;
  const made = report.attempts[index];
  if (made !== attempts && wrongAttempts.length < 10) wrongAttempts.push(`call ${index}: ${made} instead of ${attempts}`);
}

const sorted = (counts: ReadonlyMap<string, number>) => JSON.stringify(Object.fromEntries([...counts].sort()));
// No call is in flight at the end of the last tenth, so that value alone shows little.
const growth = Math.max(...heap.slice(1)) - heap[0]!;
// fetch's connection pool keeps a timer or two, regardless of the number of calls.
const timersLeft = timers() - timersBefore;

const checks: readonly (readonly [what: string, passed: boolean, found: string])[] = [
  ["every call ended as planned", surprises.length === 0 && sorted(outcomes) === sorted(expected), [sorted(outcomes), ...surprises].join("\n    ")],
  ["every call made as many requests as planned", wrongAttempts.length === 0, wrongAttempts.join("\n    ") || `${expectedAttempts}, without the rejected ones`],
  [
    "the server received those and the rejected ones, each as expected",
    report.requests === expectedAttempts + report.refused && report.wrong.length === 0,
    requestsFound(report),
  ],
  ["every request had a unique tracking id", report.trackingIds === report.requests, `${report.trackingIds} ids`],
  [
    "the token changed, and every change caused a 401",
    generation === rotations && report.refused >= rotations,
    `${generation} times, ${report.refused} rejected requests`,
  ],
  ["the provider was called once at the start and once for each change", asked === rotations + 1, `${asked} times`],
  ["no rejection was left unhandled", rejections.length === 0, rejections.length === 0 ? "none" : String(rejections[0])],
  ["Node printed no warning, such as about too many listeners", warnings.length === 0, warnings.length === 0 ? "none" : String(warnings[0])],
  ["the signal of all calls has no listener", getEventListeners(signal, "abort").length === 0, `${getEventListeners(signal, "abort").length}`],
  ["no timer is left", timersLeft <= 2, `${Math.max(0, timersLeft)} more than before; fetch may keep 2`],
  [
    `the heap grew by no more than ${megabytes(heapTolerance)} after the first tenth`,
    growth <= heapTolerance,
    `${heap.map((bytes) => megabytes(bytes)).join(", ")}: ${megabytes(growth)}`,
  ],
];

function requestsFound({ requests, refused, wrong }: Report): string {
  return [`${requests}, ${refused} of them rejected`, ...wrong].join("\n    ");
}

console.log(`${calls} calls, ${inFlight} at a time, ${faulty} of them with faults, in ${seconds.toFixed(1)} s`);
for (const [what, passed, found] of checks) console.log(`${passed ? "ok  " : "FAIL"} ${what}\n    ${found}`);
process.exit(checks.every(([, passed]) => passed) ? 0 : 1);
