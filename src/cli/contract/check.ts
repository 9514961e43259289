import type { WmClient } from "../../client.js";
import { exchange, type Validate } from "./exchange.js";
import { failureIn, judge, notChecked } from "./judge.js";
import type { ContractOptions } from "./options.js";
import { type Call, callsOf, inCallingOrder, pathParametersOf } from "./plan.js";
import { type Redact, stepOf } from "./redact.js";
import type { Entry } from "./report.js";
import { type UndeclaredField, undeclaredFields } from "./undeclared.js";

/** Calls the operations one by one. `progress` receives each call before it is made. */
export async function check(
  { days, bodies, identifiers }: ContractOptions,
  client: WmClient,
  validate: Validate,
  redact: Redact,
  progress: (line: string) => void,
): Promise<{ readonly entries: readonly Entry[]; readonly undeclared: readonly UndeclaredField[] }> {
  const calls = callsOf(bodies, days);
  const entries = new Map<Call, Entry>();
  const undeclared: UndeclaredField[] = [];
  /** Bodies of the 200s so far, by the name of their call. */
  const received = new Map<string, unknown>();

  async function entryOf(call: Call): Promise<Entry> {
    const { name, operation } = call;
    const { operationId, method, path } = operation;
    const described = { name, operationId, method, path };
    const parameters = pathParametersOf(call, identifiers, received);
    if ("missing" in parameters) return { ...described, ...notChecked(parameters.missing), undeclared: [] };
    const outcome = await exchange(client, validate, call, parameters.values, bodies.get(operationId));
    const { status, timeMs, trackingId } = outcome;
    const body = status === 200 ? outcome.body : undefined;
    if (body !== undefined) received.set(name, body);
    const failure = outcome.failure ?? failureIn(body, call);
    const fields = failure === undefined ? undeclaredFields(call, body, stepOf(redact)) : [];
    for (const field of fields) undeclared.push(field);
    const paths = [...new Set(fields.map((field) => field.path))];
    return { ...described, status, timeMs, trackingId, ...judge(operation, { ...outcome, failure }, redact), undeclared: paths };
  }

  for (const call of inCallingOrder(calls)) {
    progress(`${entries.size + 1}/${calls.length} ${call.name}`);
    entries.set(call, await entryOf(call));
  }
  return { entries: calls.map((call) => entries.get(call)!), undeclared };
}
