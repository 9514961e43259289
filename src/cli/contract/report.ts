import { groupBy } from "./group.js";
import { type Judgement, type Verdict, verdicts, type Violation } from "./judge.js";
import { printable } from "./redact.js";

/** One call of the report. */
export interface Entry extends Judgement {
  /** The operation, and its variant if there are several. */
  readonly name: string;
  readonly operationId: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly status?: number | undefined;
  readonly timeMs?: number | undefined;
  readonly trackingId?: string | undefined;
  /** JSON paths of undeclared fields. For information: the spec allows them. */
  readonly undeclared: readonly string[];
}

export interface Report {
  readonly date: string;
  readonly baseUrl: string;
  readonly specVersion: string;
  readonly packageVersion: string;
  readonly command: string;
  /** Date range for lists. */
  readonly from: string;
  readonly to: string;
  readonly entries: readonly Entry[];
}

export function countOf({ entries }: Report, verdict: Verdict): number {
  return entries.filter((entry) => entry.verdict === verdict).length;
}

export const failures: readonly Verdict[] = ["does not conform", "server error", "no answer"];

/** 0 if everything that could be checked conforms, 1 if something failed, 3 if nothing could be checked, for example with an expired token. */
export function exitCode(report: Report): number {
  if (report.entries.some(({ verdict }) => failures.includes(verdict))) return 1;
  return countOf(report, "conforms") > 0 ? 0 : 3;
}

/** The report as plain text. */
export function textOf(report: Report): string {
  const { date, baseUrl, specVersion, packageVersion, command, from, to, entries } = report;
  const counts = verdicts.map((verdict) => `${verdict} ${countOf(report, verdict)}`);
  const rows = entries.map(({ name, verdict, status, violations, timeMs, trackingId }) =>
    [name, verdict, status, violations.length || undefined, timeMs, trackingId].map((cell) => String(cell ?? "-")),
  );
  const [head = "", rule = "", ...lines] = table([["operation", "result", "status", "violations", "ms", "tracking id"], ...rows]);
  return [
    "Contract check of the WM Customer API",
    "",
    `date      ${date}`,
    `base URL  ${baseUrl}`,
    `spec      version ${specVersion}, as in wm-customer-api ${packageVersion}`,
    `command   ${command}`,
    `days      ${from} to ${to}, for lists with a date range`,
    `result    ${entries.length} calls: ${counts.join(", ")}`,
    "",
    head,
    rule,
    ...entries.flatMap((entry, index) => [lines[index]!, ...detailsOf(entry).map((line) => `    ${line}`)]),
    ...(countOf(report, "conforms") + countOf(report, "does not conform") === 0 ? ["", "Nothing could be checked."] : []),
  ]
    .map(printable)
    .join("\n");
}

/** Columns of even width; figures are right-aligned. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const figures = [2, 3, 4];
  const cell = (text: string, column: number) => (figures.includes(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!));
  const [head = "", ...lines] = rows.map((row) => row.map(cell).join("  ").trimEnd());
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...lines];
}

function detailsOf({ verdict, method, path, violations, undeclared, note }: Entry): string[] {
  return [
    // Server owners know paths, not operationIds.
    ...(failures.includes(verdict) || undeclared.length > 0 ? [`${method} ${path}`] : []),
    ...(note === undefined ? [] : [note]),
    ...linesOf(violations),
    ...(undeclared.length > 0 ? [`undeclared fields: ${undeclared.join(", ")}`] : []),
  ];
}

/** A line for each violation. Collapses identical ones across list items. */
export function linesOf(violations: readonly Violation[]): string[] {
  const groups = groupBy(violations, ({ path, message }) => `${path.replace(/\[\d+\]/g, "[*]")} ${message}`);
  return Array.from(groups.values(), ([first, ...others]) => {
    const more = others.length === 0 ? "" : ` (and in ${others.length} more ${others.length === 1 ? "place" : "places"})`;
    return `${first!.path}: ${first!.message}${more}`;
  });
}

/** The report as JSON. */
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
