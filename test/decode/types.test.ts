import type { ValidateFunction } from "ajv";
import { type Bodies, decodeWire, type WmDecodeIssue } from "wm-customer-api";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeBody } from "../../src/decode/index.js";
import { anyJson, randomFrom, type WireBody, wireBodies } from "../support/bodies.js";
import { deepFreeze } from "../support/decode.js";
import { typeValidators } from "../support/value-types.js";

/** Set `SEED` to run the bodies of a failure again. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Number of bodies for each operation, and for each schema that its query selects. */
const bodies = 300;

let validators: ReadonlyMap<string, ValidateFunction>;

beforeAll(() => {
  validators = typeValidators();
}, 60_000);

/** Decodes with a function that takes an observer. Values are kept as text, as they were when they were reported. */
function outcomeOf(decode: (onIssue: (issue: WmDecodeIssue) => void) => unknown) {
  const issues: WmDecodeIssue[] = [];
  const reports: string[] = [];
  const value = decode((issue) => {
    issues.push(issue);
    reports.push(JSON.stringify(issue));
  });
  return { value, issues, text: JSON.stringify(value), reports: reports.join("\n") };
}

/** The value that a JSON path leads to. */
function at(body: unknown, path: string): unknown {
  return [...path.matchAll(/\.(\w+)|\[(\d+|".*?")\]/g)].reduce<any>((node, [, name, key]) => node[name ?? JSON.parse(key!)], body);
}

/** Error in the decoding of a body; undefined if it is right. */
function errorIn({ operationId, query, schema }: WireBody, wire: unknown): string | undefined {
  const id = operationId as keyof Bodies;
  // Changing a frozen body throws.
  const first = outcomeOf((onIssue) => decodeWire(id, deepFreeze(wire), onIssue, query));
  if (schema === undefined) return first.value === wire && first.issues.length === 0 ? undefined : "an undocumented body changes";
  const validate = validators.get(schema)!;
  if (!validate(first.value)) return `the value violates ${schema}: ${JSON.stringify(validate.errors)}`;
  const astray = first.issues.find(({ path, value }) => !Object.is(at(wire, path), value));
  if (astray) return `the path ${astray.path} does not lead to ${JSON.stringify(astray.value)}`;
  const second = outcomeOf((onIssue) => decodeWire(id, first.value, onIssue, query));
  if (second.text !== first.text) return "the value changes when it is decoded again";
  if (second.issues.some(({ reason }) => reason === "unfit" || reason === "conflict")) return "the value does not fit when it is decoded again";
  const inPlace = outcomeOf((onIssue) => decodeBody(id, structuredClone(wire), onIssue, query));
  if (inPlace.text !== first.text) return `decoded in place, the value is ${inPlace.text}`;
  return inPlace.reports === first.reports ? undefined : `decoded in place, the reports are ${inPlace.reports}`;
}

describe("decodeWire", () => {
  const random = randomFrom(seed);

  it.each(wireBodies.map((body) => [body.operationId, body.schema ?? "unknown", body] as const))(
    "decodes any body of %s to %s, and reports each issue under the path of its value",
    (id, type, body) => {
      for (let index = 0; index < bodies; index++) {
        const wire = index % 20 === 0 ? anyJson(random, 4) : body.make(random);
        const error = errorIn(body, wire);
        if (error !== undefined) expect.fail(`SEED=${seed}, ${id} as ${type}: ${error}\n${JSON.stringify(wire)}`);
      }
    },
  );

  it("decodes at least 10 000 bodies in this test", () => {
    expect(wireBodies.length * bodies).toBeGreaterThanOrEqual(10_000);
  });
});
