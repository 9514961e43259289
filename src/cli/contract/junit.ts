import type { Verdict } from "./judge.js";
import { printable } from "./redact.js";
import { countOf, type Entry, linesOf, type Report } from "./report.js";

/** The report as JUnit XML. */
export function junitOf(report: Report): string {
  const { entries, date, ...properties } = report;
  const counts = {
    tests: entries.length,
    failures: countOf(report, "does not conform"),
    errors: countOf(report, "server error") + countOf(report, "no answer"),
  };
  const time = seconds(entries.reduce((sum, { timeMs = 0 }) => sum + timeMs, 0));
  const suite = {
    name: "wm-customer-api contract",
    ...counts,
    skipped: countOf(report, "not checked"),
    time,
    timestamp: date.replace(/\.\d+Z$/, ""),
  };
  const propertyElements = Object.entries(properties).flatMap(([name, value]) => element("property", { name, value }));
  const suiteElement = element("testsuite", suite, [...element("properties", {}, propertyElements), ...entries.flatMap(testCase)]);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...element("testsuites", { ...counts, time }, suiteElement)].join("\n")}\n`;
}

function testCase(entry: Entry): string[] {
  const { name, method, path, verdict, note, violations, undeclared, status, timeMs = 0, trackingId } = entry;
  const lines = linesOf(violations);
  const outcome: Readonly<Record<Verdict, readonly string[]>> = {
    conforms: [],
    "does not conform": element("failure", { message: lines[0], type: "violation" }, lines.join("\n")),
    "server error": element("error", { message: note, type: verdict }),
    "no answer": element("error", { message: note, type: verdict }),
    "not checked": element("skipped", { message: note }),
  };
  const facts = [
    `request: ${method} ${path}`,
    ...(status === undefined ? [] : [`status: ${status}`]),
    ...(trackingId === undefined ? [] : [`tracking id: ${trackingId}`]),
    ...(verdict === "conforms" && note !== undefined ? [`note: ${note}`] : []),
    ...(undeclared.length > 0 ? [`undeclared fields: ${undeclared.join(", ")}`] : []),
  ];
  const attributes = { classname: "wm-customer-api.contract", name, time: seconds(timeMs) };
  return element("testcase", attributes, [...outcome[verdict], ...element("system-out", {}, facts.join("\n"))]);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** The lines of an element with text or with the lines of other elements. */
function element(name: string, attributes: Readonly<Record<string, unknown>>, content: string | readonly string[] = []): string[] {
  const start = [name, ...Object.entries(attributes).map(([key, value = ""]) => `${key}="${escaped(String(value))}"`)].join(" ");
  if (content.length === 0) return [`<${start}/>`];
  if (typeof content === "string") return [`<${start}>${escaped(content)}</${name}>`];
  return [`<${start}>`, ...content.map((line) => `  ${line}`), `</${name}>`];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  const lines = text.split("\n").map(printable).join("\n");
  return lines.replace(/[&<>"]/g, (character) => entities[character]!);
}
