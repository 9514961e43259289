/** Figures as Markdown, also readable on a terminal. */
import type { Contender, Features } from "./contenders.js";
import type { Measured, Table } from "./measured.js";

export function measuredText(title: string, { tables }: Measured): string {
  return [`### ${title}`, ...tables.flatMap(({ note, ...table }) => [...(note === undefined ? [] : [note]), markdown(table)])].join("\n\n");
}

/** Every target with its result. */
export function verdictTable(results: readonly (readonly [title: string, measured: Measured])[]): string {
  const rows = results.flatMap(([title, { verdicts }]) => verdicts.map(({ target, figure, isMet }) => [title, target, figure, isMet ? "yes" : "**no**"]));
  return markdown({ columns: ["measure", "target", "figure", "met"], rows });
}

/** Features of each client. */
export function featureTable(contenders: readonly Contender[]): string {
  const headings: Readonly<Record<keyof Features, string>> = {
    authentication: "authentication",
    trackingIds: "tracking ids",
    retry: "retry",
    timeout: "timeout",
    errors: "typed errors",
    decoding: "decoded values",
  };
  const features = Object.keys(headings) as (keyof Features)[];
  return markdown({
    columns: ["client", ...features.map((feature) => headings[feature])],
    rows: contenders.map((contender) => [contender.name, ...features.map((feature) => contender.features[feature])]),
  });
}

function markdown({ columns, rows }: Table): string {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(" | ")} |`;
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

const [begin, end] = ["<!-- figures: written by npm run bench -- --write -->", "<!-- /figures -->"];

/** The README with its figures replaced by these. */
export function inReadme(readme: string, figures: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`bench/README.md lacks the lines ${begin} and ${end}`);
  return `${readme.slice(0, from)}${begin}\n\n${figures}\n\n${readme.slice(to)}`;
}
