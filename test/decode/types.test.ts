import type { ValidateFunction } from "ajv";
import { type Bodies, decodeWire, type WmDecodeIssue } from "wm-customer-api";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeBody } from "../../src/decode/index.js";
import { anyJson, randomFrom, type WireBody, wireBodies } from "../support/bodies.js";
import { deepFreeze } from "../support/decode.js";
import { typeValidators } from "../support/value-types.js";

/** Set `SEED` to run the bodies of a failure again. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** How many bodies each operation is tried with, and each schema that its query selects. */
const bodies = 300;

let validators: ReadonlyMap<string, ValidateFunction>;

beforeAll(() => {
  validators = typeValidators();
}, 60_000);

interface Told {
  readonly path: string;
  readonly reason: string;
  /** As it was when it was reported. */
  readonly value: string;
}

function decodeInPlace({ operationId, query }: WireBody, wire: unknown): { readonly value: unknown; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const observe = ({ path, reason, value }: WmDecodeIssue) => void told.push({ path, reason, value: JSON.stringify(value) });
  return { value: decodeBody(operationId as keyof Bodies, wire, observe, query), told };
}

/** The value that a JSON path leads to. */
function at(body: unknown, path: string): unknown {
  return [...path.matchAll(/\.(\w+)|\[(\d+|".*?")\]/g)].reduce<any>((node, [, name, key]) => node[name ?? JSON.parse(key!)], body);
}

/** What is wrong with how this body is decoded; undefined if nothing is. */
function wrongWith(body: WireBody, wire: unknown): string | undefined {
  const { operationId, query, schema } = body;
  const issues: WmDecodeIssue[] = [];
  const decode = (given: unknown, onIssue?: (issue: WmDecodeIssue) => void): unknown => decodeWire(operationId as keyof Bodies, given, onIssue, query);
  // A frozen body cannot be changed.
  const value = decode(deepFreeze(wire), (issue) => issues.push(issue));
  if (schema === undefined) return value === wire && issues.length === 0 ? undefined : "an undocumented body is not what was sent";
  const validate = validators.get(schema)!;
  if (!validate(value)) return `the value violates ${schema}: ${JSON.stringify(validate.errors)}`;
  const astray = issues.find(({ path, value }) => !Object.is(at(wire, path), value));
  if (astray) return `the path ${astray.path} does not lead to ${JSON.stringify(astray.value)}`;
  const again: string[] = [];
  const text = JSON.stringify(value);
  if (JSON.stringify(decode(value, ({ reason }) => again.push(reason))) !== text) return "decoded twice, the value is another";
  if (again.includes("unfit") || again.includes("conflict")) return "decoded twice, something does not fit";
  const told = issues.map(({ path, reason, value }): Told => ({ path, reason, value: JSON.stringify(value) }));
  const inPlace = decodeInPlace(body, structuredClone(wire));
  if (JSON.stringify(inPlace.value) !== text) return `decoded in place, the value is ${JSON.stringify(inPlace.value)}`;
  return JSON.stringify(inPlace.told) === JSON.stringify(told) ? undefined : "decoded in place, other values are reported";
}

describe("the decoded body", () => {
  const random = randomFrom(seed);

  it.each(wireBodies.map((body) => [body.operationId, body.schema ?? "unknown", body] as const))(
    "of %s conforms to %s whatever is sent, and each issue leads to its value",
    (operationId, schema, body) => {
      for (let index = 0; index < bodies; index++) {
        const wire = index % 20 === 0 ? anyJson(random, 4) : body.make(random);
        const wrong = wrongWith(body, wire);
        if (wrong !== undefined) expect.fail(`SEED=${seed}, ${operationId} as ${schema}: ${wrong}\n${JSON.stringify(wire)}`);
      }
    },
  );

  it("was tried with at least 10 000 bodies", () => {
    expect(wireBodies.length * bodies).toBeGreaterThanOrEqual(10_000);
  });
});
