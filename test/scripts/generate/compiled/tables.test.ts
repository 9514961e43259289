import { afterEach, describe, expect, it, vi } from "vitest";
import type { Schema } from "../../../../scripts/generate/merged/spec.js";
import { tables } from "../../../../scripts/generate/compiled/tables.js";
import type { WmDecodeIssueEvent } from "../../../../src/hooks.js";
import { compile, decimal, flag, list, object, type Parts, ref, text } from "../../../support/model.js";

type Decode = (value: unknown, onIssue?: (issue: WmDecodeIssueEvent) => void, query?: object) => unknown;

/** The decoder, and the encoder, over the tables of such a spec. */
async function runtime(body: Schema | undefined, parts: Parts = {}): Promise<{ decode: Decode; encode: (body: object) => unknown }> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(tables(compile(body, parts)))}`)) as object;
  vi.resetModules();
  vi.doMock("../../../../generated/tables.js", () => ({ ...module }));
  const { decodeWire } = (await import("../../../../src/decode/index.js")) as unknown as { decodeWire(id: string, ...rest: unknown[]): unknown };
  const { encodeBody } = (await import("../../../../src/decode/encode.js")) as unknown as { encodeBody(id: string, body: object): unknown };
  return { decode: (...args) => decodeWire("listThings", ...args), encode: (given) => encodeBody("listThings", given) };
}

afterEach(() => {
  vi.doUnmock("../../../../generated/tables.js");
  vi.resetModules();
});

describe("the tables", () => {
  const schemas = {
    Detail: { allOf: [ref("Summary"), object({ lines: list(ref("Line")), Lines: { ...list(ref("Line")), "x-wm-same-as": "lines" } })] },
    Summary: object({
      total: decimal,
      sum: { ...text, "x-wm-same-as": "total" },
      base: { type: "string", enum: ["A"], format: "email", "x-wm-format": "wm-text" } as Schema,
    }),
    Line: object({ "due-amount": decimal, open: flag }),
  };
  const base = "components: { schemas: { Summary: { properties: { base: { enum: [A] } } } } }";

  it("are plain data: letters, lists, other names, and objects, long ones of several places by name", () => {
    const fields = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`field-${index}`, text]));
    const used = { ...schemas, Top: object({ one: ref("Long"), two: list(ref("Long")), detail: ref("Detail"), line: ref("Line") }), Long: object(fields) };

    expect(tables(compile(ref("Top"), { schemas: used, base }))).toBe(`export const responses = {
  "schemas": {
    "Long": {${Object.keys(fields).map((name) => `"${name}":"t"`)}},
  },
  "operations": {
    "listThings": {"one":"#Long","two":["#Long"],"detail":{"total":"n","sum":">total","base":"t","lines":[{"due-amount":"n","open":"f"}],"Lines":">lines"},"line":{"due-amount":"n","open":"f"}},
  }
};

export const requests = {
  "schemas": {
  },
  "operations": {
  }
};
`);
  });

  it("decode what the schemas say", async () => {
    const { decode } = await runtime(ref("Detail"), { schemas, base });

    expect(decode({ Lines: [{ "due-amount": "1,000.50", open: "Y", more: "1" }], sum: "5 ", base: "B " })).toEqual({
      lines: [{ "due-amount": 1000.5, open: true, more: "1" }],
      total: 5,
      base: "B",
    });
  });

  it("decode what the query selects", async () => {
    const body = { anyOf: [ref("Line"), ref("Detail")], "x-wm-selected-by": { kind: { detail: "Detail" } } };
    const parameters = [{ name: "kind", in: "query", schema: { type: "string" } }];
    const { decode } = await runtime(body, { schemas, base, parameters });

    expect(decode({ total: "1", open: "Y" })).toEqual({ total: "1", open: true });
    expect(decode({ total: "1", open: "Y" }, undefined, { kind: "detail" })).toEqual({ total: 1, open: "Y", lines: [] });
  });

  it("keep the places of the scalars in a list", async () => {
    const { decode } = await runtime(ref("Codes"), { schemas: { Codes: object({ codes: list(decimal) }) } });
    const issues: unknown[] = [];

    expect(decode({ codes: ["1", null, "x", 2] }, ({ path }) => issues.push(path))).toEqual({ codes: [1, null, null, 2] });
    expect(decode({ codes: "1" }, ({ path }) => issues.push(path))).toEqual({ codes: [] });
    expect(issues).toEqual(["$.codes[2]", "$.codes"]);
  });

  it("decode a field called like what every object has where it was sent, and do not make one up", async () => {
    const { decode } = await runtime(ref("Odd"), { schemas: { Odd: object({ constructor: decimal, toString: text, '`${a}"*/\\': decimal }) } });

    expect(decode({ constructor: "1.50", '`${a}"*/\\': "2" })).toEqual({ constructor: 1.5, '`${a}"*/\\': 2 });
    expect(Object.keys(decode({}) as object)).toEqual([]);
  });

  it("encode what a request has", async () => {
    const request = {
      schemas: { Update: object({ thingName: { ...text, "x-wm-same-as": "name" }, parts: list(ref("Part")) }), Part: object({ open: flag }) },
      request: ref("Update"),
    };
    const { encode } = await runtime(undefined, request);

    expect(encode({ name: "A", parts: [{ open: true, other: 1 }, { open: "N" }] })).toEqual({ thingName: "A", parts: [{ open: "Y" }, { open: "N" }] });
  });
});
