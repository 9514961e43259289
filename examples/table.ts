type Cell = string | number | boolean | null | undefined;

/** `money` is aligned at the point, with two decimals or more if a value needs them. `number` is aligned to the right. */
type Kind = "text" | "number" | "money";

interface Column<Row> {
  readonly value: (row: Row) => Cell;
  readonly kind: Kind;
}

/** The columns of a table, by title. */
type Columns<Row> = Readonly<Record<string, Column<Row> | ((row: Row) => Cell)>>;

export function asMoney<Row>(value: (row: Row) => Cell): Column<Row> {
  return { value, kind: "money" };
}

export function asNumber<Row>(value: (row: Row) => Cell): Column<Row> {
  return { value, kind: "number" };
}

const missing = "-";
const indent = "  ";

/** A table as lines of text, in aligned columns. */
export function table<Row>(rows: readonly Row[], columns: Columns<Row>): string[] {
  if (rows.length === 0) return [`${indent}(none)`];
  const filled = Object.entries(columns).map(([title, column]) => {
    const { value, kind } = typeof column === "function" ? { value: column, kind: "text" as const } : column;
    return fill(title, rows.map(value), kind);
  });
  return [0, ...rows.map((_, row) => row + 1)].map((line) => `${indent}${filled.map((cells) => cells[line]).join("  ")}`.trimEnd());
}

/** The title and the cells of a column, of the same width. */
function fill(title: string, values: readonly Cell[], kind: Kind): string[] {
  const decimals = kind === "money" ? decimalsOf(values) : undefined;
  const texts = [title, ...values.map((cell) => cellText(cell, decimals))];
  const width = Math.max(...texts.map((text) => text.length));
  return texts.map((text) => (kind === "text" ? text.padEnd(width) : text.padStart(width)));
}

function cellText(value: Cell, decimals: number | undefined): string {
  if (value === null || value === undefined || value === "") return missing;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" && decimals !== undefined ? money(value, decimals) : String(value);
}

/** Number of decimals that shows every amount of a column in full, at least two. */
function decimalsOf(values: readonly unknown[]): number {
  return Math.max(2, ...values.map((value) => (typeof value === "number" ? (String(value).split(".")[1]?.length ?? 0) : 0)));
}

/** An amount with thousands separators. */
export function money(amount: number | null | undefined, decimals = 2): string {
  if (amount === null || amount === undefined) return missing;
  return amount.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 20) });
}

/** Names and values, one pair per line. */
export function facts(entries: Readonly<Record<string, Cell>>): string[] {
  const known = Object.entries(entries).filter(([, value]) => value !== undefined);
  if (known.length === 0) return [`${indent}(nothing)`];
  const width = Math.max(...known.map(([name]) => name.length));
  return known.map(([name, value]) => `${indent}${name.padEnd(width)}  ${cellText(value, undefined)}`);
}
