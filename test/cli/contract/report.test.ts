import { describe, expect, it } from "vitest";
import { junitOf } from "../../../src/cli/contract/junit.js";
import { type Entry, exitCode, jsonOf, type Report, textOf } from "../../../src/cli/contract/report.js";

const operation = { operationId: "listServices", method: "GET", path: "/services" };
const entry = (fields: Partial<Entry>): Entry => ({ name: "-", ...operation, verdict: "conforms", violations: [], note: undefined, undeclared: [], ...fields });
const violations = ["$.a[0].id", "$.a[1].id", "$.b[0]", "$.b[1]", "$.b[2]", "$.c"].map((path) => ({ path, message: "is <&\u001b>" }));
const entries: readonly Entry[] = [
  entry({ name: "listServices", status: 200, timeMs: 1500, trackingId: "id-1", note: "b: empty", undeclared: ["$.a", '$["\u200b"]'] }),
  entry({ name: "listCases", verdict: "does not conform", status: 200, timeMs: 20, violations }),
  entry({ name: "listContacts", verdict: "server error", status: 500, note: "the server failed" }),
  entry({ name: "listProfiles", verdict: "no answer", note: 'failed ("x")' }),
  entry({ name: "getInvoice", verdict: "not checked", note: "no invoiceId" }),
];
const report: Report = {
  date: "2026-01-31T12:00:00.123Z",
  baseUrl: "https://api.example.com",
  specVersion: "1.0",
  packageVersion: "0.1.0",
  command: "npx wm-customer-api contract --service-id <id>",
  from: "2025-01-31",
  to: "2026-01-31",
  entries,
};

describe("textOf", () => {
  it("prints a table with details", async () => {
    await expect(`${textOf(report)}\n`).toMatchFileSnapshot("report.txt");
  });
});

describe("junitOf", () => {
  it("prints XML", async () => {
    await expect(junitOf(report)).toMatchFileSnapshot("report.xml");
  });
});

describe("jsonOf", () => {
  it("prints the same members for every call", () => {
    const { entries: _, ...header } = report;
    const { note, undeclared } = entries[0]!;

    expect(JSON.parse(jsonOf({ ...report, entries: [entries[0]!, entries[4]!] }))).toEqual({
      ...header,
      passed: true,
      counts: { calls: 2, conforms: 1, doesNotConform: 0, serverError: 0, noAnswer: 0, notChecked: 1 },
      operations: [
        { name: "listServices", ...operation, result: "conforms", status: 200, timeMs: 1500, trackingId: "id-1", violations: [], note, undeclared },
        {
          name: "getInvoice",
          ...operation,
          result: "not checked",
          status: null,
          timeMs: null,
          trackingId: null,
          violations: [],
          note: "no invoiceId",
          undeclared: [],
        },
      ],
    });
  });
});

describe("exitCode", () => {
  it.each([
    [0, ["conforms", "not checked"]],
    [1, ["conforms", "server error"]],
    [1, ["does not conform", "not checked"]],
    [1, ["server error", "not checked"]],
    [1, ["no answer"]],
    [3, ["not checked"]],
  ] as const)("returns %i for %j", (code, verdicts) => {
    const judged = { ...report, entries: verdicts.map((verdict) => entry({ verdict })) };

    expect(exitCode(judged)).toBe(code);
    expect(JSON.parse(jsonOf(judged)).passed).toBe(code === 0);
    const isAnyChecked = verdicts.some((verdict) => verdict === "conforms" || verdict === "does not conform");
    expect(textOf(judged).endsWith("\n\nNothing could be checked.")).toBe(!isAnyChecked);
  });
});
