import type { Verdict } from "./judge.js";
import { countOf, type Entry, grouped, printable, type Report, violationLine } from "./report.js";

/** The report as JUnit XML. */
export function junitOf(report: Report): string {
  const { entries, date, ...properties } = report;
  const seconds = entries.reduce((sum, { timeMs = 0 }) => sum + timeMs, 0) / 1000;
  const counts = {
    tests: entries.length,
    failures: countOf(report, "does not conform"),
    errors: countOf(report, "server error") + countOf(report, "no answer"),
  };
  const suite = {
    name: "wm-customer-api contract",
    ...counts,
    skipped: countOf(report, "not checked"),
    time: seconds.toFixed(3),
    timestamp: date.replace(/\.\d+Z$/, ""),
  };
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ ...counts, time: seconds.toFixed(3) })}>`,
    `  <testsuite${attributes(suite)}>`,
    "    <properties>",
    ...Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    "    </properties>",
    ...entries.flatMap(testCase),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n")}\n`;
}

function testCase(entry: Entry): string[] {
  const { name, method, path, verdict, note, violations, undeclared, status, timeMs = 0, trackingId } = entry;
  const lines = grouped(violations).map(violationLine);
  const outcome: Readonly<Record<Verdict, readonly string[]>> = {
    conforms: [],
    "does not conform": [`<failure${attributes({ message: lines[0] ?? "", type: "violation" })}>${escaped(lines.join("\n"))}</failure>`],
    "server error": [`<error${attributes({ message: note ?? "", type: "server error" })}/>`],
    "no answer": [`<error${attributes({ message: note ?? "", type: "no answer" })}/>`],
    "not checked": [`<skipped${attributes({ message: note ?? "" })}/>`],
  };
  const facts = [
    `request: ${method} ${path}`,
    ...(status === undefined ? [] : [`status: ${status}`]),
    ...(trackingId === undefined ? [] : [`tracking id: ${trackingId}`]),
    ...(verdict === "conforms" && note !== undefined ? [`note: ${note}`] : []),
    ...(undeclared.length > 0 ? [`undeclared fields: ${undeclared.join(", ")}`] : []),
  ];
  return [
    `    <testcase${attributes({ classname: "wm-customer-api.contract", name, time: (timeMs / 1000).toFixed(3) })}>`,
    ...outcome[verdict].map((line) => `      ${line}`),
    `      <system-out>${escaped(facts.join("\n"))}</system-out>`,
    "    </testcase>",
  ];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  const lines = text.split("\n").map(printable).join("\n");
  return lines.replace(/[&<>"]/g, (character) => entities[character]!);
}
