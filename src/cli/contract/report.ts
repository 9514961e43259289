import type { Judgement, Verdict, Violation } from "./judge.js";

/** The line of the report on one call. */
export interface Entry extends Judgement {
  /** The operation, and its variant where it has one. */
  readonly name: string;
  readonly operationId: string;
  readonly method: string;
  /** The template, so that no customer is named. */
  readonly path: string;
  readonly status: number | undefined;
  readonly timeMs: number | undefined;
  readonly trackingId: string | undefined;
}

export interface Report {
  readonly date: string;
  readonly baseUrl: string;
  readonly specVersion: string;
  readonly packageVersion: string;
  readonly command: string;
  /** The days that lists were asked for. */
  readonly from: string;
  readonly to: string;
  readonly entries: readonly Entry[];
}

const verdicts: readonly Verdict[] = ["conforms", "does not conform", "server error", "no answer", "not checked"];

export function countOf({ entries }: Report, verdict: Verdict): number {
  return entries.filter((entry) => entry.verdict === verdict).length;
}

const failures: readonly Verdict[] = ["does not conform", "server error", "no answer"];

/** 0 if everything that could be checked conforms. A check that could look at nothing, as with an expired token, is not one that passed. */
export function exitCode(report: Report): number {
  const failed = report.entries.some(({ verdict }) => failures.includes(verdict));
  return failed || countOf(report, "conforms") === 0 ? 1 : 0;
}

/** The report for people: plain text. */
export function textOf(report: Report): string {
  const { date, baseUrl, specVersion, packageVersion, command, from, to, entries } = report;
  const rows = entries.map(({ name, verdict, status, violations, timeMs, trackingId }) => [
    name,
    verdict,
    shown(status),
    shown(violations.length || undefined),
    shown(timeMs),
    trackingId ?? "-",
  ]);
  const [head = "", rule = "", ...lines] = table([["operation", "result", "status", "violations", "ms", "tracking id"], ...rows]);
  return [
    "Contract check of the WM Customer API",
    "",
    `date      ${date}`,
    `base URL  ${baseUrl}`,
    `spec      version ${specVersion}, as in wm-customer-api ${packageVersion}`,
    `command   ${command}`,
    `days      ${from} to ${to}, where a list takes a span`,
    `result    ${summary(report)}`,
    "",
    head,
    rule,
    ...entries.flatMap((entry, index) => [lines[index]!, ...detailsOf(entry).map((line) => `    ${line}`)]),
    ...(countOf(report, "conforms") + countOf(report, "does not conform") === 0 ? ["", "Nothing could be checked."] : []),
  ]
    .map(printable)
    .join("\n");
}

function summary(report: Report): string {
  const [conform, deviate, broken, silent, unchecked] = verdicts.map((verdict) => countOf(report, verdict));
  const errors = `${broken} server ${broken === 1 ? "error" : "errors"}`;
  return `${report.entries.length} calls: ${conform} conform, ${deviate} do not conform, ${errors}, ${silent} did not answer, ${unchecked} not checked`;
}

function shown(value: number | undefined): string {
  return value === undefined ? "-" : String(value);
}

/** Columns of even width; figures stand at the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const figures = [2, 3, 4];
  const cell = (text: string, column: number) => (figures.includes(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!));
  const [head = "", ...lines] = rows.map((row) => row.map(cell).join("  ").trimEnd());
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...lines];
}

function detailsOf({ verdict, method, path, violations, undeclared, note }: Entry): string[] {
  return [
    // Who runs the server knows its paths, and not the spec's names for them.
    ...(failures.includes(verdict) || undeclared.length > 0 ? [`${method} ${path}`] : []),
    ...(note === undefined ? [] : [note]),
    ...grouped(violations).map(violationLine),
    ...(undeclared.length > 0 ? [`fields that the spec does not name: ${undeclared.join(", ")}`] : []),
  ];
}

interface Group {
  readonly first: Violation;
  readonly count: number;
}

/** The same mistake in every item of a list is told once. */
function grouped(violations: readonly Violation[]): Group[] {
  const groups = new Map<string, Group>();
  for (const violation of violations) {
    const key = `${violation.path.replace(/\[\d+\]/g, "[*]")} ${violation.message}`;
    const { first = violation, count = 0 } = groups.get(key) ?? {};
    groups.set(key, { first, count: count + 1 });
  }
  return [...groups.values()];
}

function violationLine({ first: { path, message }, count }: Group): string {
  return `${path}: ${message}${count > 1 ? ` (and in ${count - 1} more ${count === 2 ? "place" : "places"} like it)` : ""}`;
}

/** Names of fields come from a server: none may do anything to a terminal, or be what XML cannot hold. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}

/** The report for programs. */
export function jsonOf(report: Report): string {
  const { entries, ...header } = report;
  const counts = { calls: entries.length, ...Object.fromEntries(verdicts.map((verdict) => [camelCase(verdict), countOf(report, verdict)])) };
  // Null, so that every entry has every member.
  const operations = entries.map(({ verdict, ...entry }) => ({
    ...entry,
    result: verdict,
    status: entry.status ?? null,
    timeMs: entry.timeMs ?? null,
    trackingId: entry.trackingId ?? null,
    note: entry.note ?? null,
  }));
  return JSON.stringify({ ...header, passed: exitCode(report) === 0, counts, operations }, undefined, 2);
}

function camelCase(text: string): string {
  return text.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The report for CI, as JUnit writes it. */
export function junitOf(report: Report): string {
  const { entries, date, baseUrl, specVersion, packageVersion, command, from, to } = report;
  const seconds = entries.reduce((sum, { timeMs = 0 }) => sum + timeMs, 0) / 1000;
  const counts = {
    tests: entries.length,
    failures: countOf(report, "does not conform"),
    errors: countOf(report, "server error") + countOf(report, "no answer"),
  };
  const properties = { baseUrl, specVersion, packageVersion, command, from, to };
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
    ...(undeclared.length > 0 ? [`fields that the spec does not name: ${undeclared.join(", ")}`] : []),
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
