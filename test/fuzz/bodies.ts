import fc from "fast-check";
import { type Json, type Operation, spec } from "../support/spec.js";
import { echo, encodingNames } from "./secrets.js";

/** A body as a server sends it, small enough to be printed. */
export interface Body {
  /** May contain placeholders for the token of the request. */
  readonly text: string;
  /** Number of bytes that replace `<<padding>>` in the text. */
  readonly padding: number;
  /** Ends in a byte that is not UTF-8. */
  readonly isBroken: boolean;
}

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly "x-wm-format"?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** Values in WM's formats, and near misses. */
const scalars: readonly Json[] = [
  ...["", " ", "null", " null ", "Y", "N", "true", "FALSE", "maybe", "0,5", "1,234.50", "147.14", "-0", "007", "1.5", "9007199254740993", "1e999"],
  ...["2016-10-18", "07/01/15", "Thursday, Feb 15 , 2018", "02/30/2015", "2015-08-03 10:27:39.0", "12/11/16 05:28:44", "2014-05-21T15:41:52.000-05:00"],
  ...["S08510  ", "CDL ", "x\u0000y\u2028z", "\ud800", "𝄞", ...encodingNames.map(echo)],
  ...[null, null, true, false, 0, 1, -1.5, 1e17, 2 ** 60, 1e21],
];
const scalar = fc.constantFrom(...scalars);

/** Names that every object has, and some that no schema declares. */
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "toJSON", "length", "0", "", "request", "a.b", echo("verbatim")];
const name = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 6 }));

/** Any JSON value. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown; list: unknown[]; object: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { arbitrary: scalar, weight: 4 },
    { arbitrary: tie("list"), weight: 1 },
    { arbitrary: tie("object"), weight: 1 },
  ),
  list: fc.array(tie("value"), { maxLength: 3 }),
  // As after JSON.parse, and unlike in a literal, `__proto__` is a field.
  object: fc.array(fc.tuple(name, tie("value")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
})).value;

function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : spec.components.schemas[schema.$ref.split("/").at(-1)!];
}

function propertiesOf(schema: Schema): [string, Schema][] {
  const { properties = {}, allOf = [] } = resolved(schema);
  return [...allOf.flatMap(propertiesOf), ...Object.entries(properties)];
}

/** Max depth in a schema. Schemas may be recursive. */
const deepest = 6;

/** JSON that mostly conforms to a schema, with any JSON in places. */
function shaped(given: Schema, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  if (depth > deepest) return scalar;
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((member) => shaped(member, depth)));
  if (schema.items) {
    const item = shaped(schema.items, depth + 1);
    return mostly(fc.oneof({ arbitrary: fc.array(item, { maxLength: 3 }), weight: 8 }, { arbitrary: item, weight: 1 }));
  }
  const properties = propertiesOf(schema);
  if (properties.length === 0) return mostly(scalar);
  const object = fc.record(Object.fromEntries(properties.map(([field, property]) => [field, shaped(property, depth + 1)])), { requiredKeys: [] });
  return mostly(fc.oneof({ arbitrary: object, weight: 12 }, { arbitrary: fc.array(object, { maxLength: 2 }), weight: 1 }));
}

function mostly(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary, weight: 14 }, { arbitrary: anyJson, weight: 1 });
}

/** Texts of messages: single and multiple lines, with control sequences, long, and with the token. */
const message = fc.oneof(
  fc.constantFrom("no", "", " ", "line\r\nline", "\u001b]0;title\u0007\u001b[2J", "a\u0000b\u2028c\u2029d\u0085e", "x".repeat(5_000), "\ud83d".repeat(2_100)),
  fc.constantFrom(...encodingNames).map((encoding) => `rejected ${echo(encoding)} again`),
  scalar,
);

/** Bodies of errors, in the forms of WM's reference, of gateways and of problem documents. */
const errorJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.record(
    {
      code: scalar,
      message,
      errors: fc.oneof(anyJson, fc.array(fc.record({ field: message, message, description: message }, { requiredKeys: [] }), { maxLength: 3 })),
    },
    { requiredKeys: [] },
  ),
  fc.record({ code: message, message }).map((error) => ({ error })),
  fc.array(fc.oneof(fc.record({ code: message, message }), anyJson), { maxLength: 3 }).map((error) => ({ error })),
  message.map((error) => ({ error })),
  fc.record({ type: message, title: message, detail: message, status: scalar }, { requiredKeys: [] }),
  fc.record({ status: fc.constantFrom("Failure", "FAILURE", "Success"), message, errors: anyJson }, { requiredKeys: ["status"] }),
);

const texts = [
  "",
  " ",
  "\ufeff{}",
  "{}",
  "[]",
  "[{}]",
  "null",
  '"text"',
  "1e999",
  "{",
  '{"a":1,"a":2}',
  '{"__proto__":{"error":{}}}',
  "<!doctype html><title>Sign in</title>",
  `<h1>${echo("verbatim")} ${echo("base64")}</h1>`,
  '{"padding":"<<padding>>"}',
  "<<padding>>",
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  `${'{"a":'.repeat(8_000)}1${"}".repeat(8_000)}`,
];

const padding = fc.constantFrom(0, 10, 900, 5_000, 60_000);

function bodyOf(text: fc.Arbitrary<string>): fc.Arbitrary<Body> {
  return fc.record({ text, padding, isBroken: fc.constantFrom(...Array<boolean>(15).fill(false), true) });
}

/** A body for the response to an operation, for any status. */
export function bodyFor({ ok }: Operation): fc.Arbitrary<Body> {
  const json = (value: fc.Arbitrary<unknown>) => value.map((one) => JSON.stringify(one) ?? "");
  return fc.oneof(
    { arbitrary: bodyOf(json(shaped(ok?.schema ?? {}))), weight: 8 },
    { arbitrary: bodyOf(json(errorJson)), weight: 4 },
    { arbitrary: bodyOf(fc.constantFrom(...texts)), weight: 3 },
    { arbitrary: bodyOf(json(anyJson)), weight: 1 },
  );
}
