/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | boolean | null | undefined;
  /** `money` is aligned at the point, with two decimals or more if a value needs them. `number` is aligned to the right. */
  readonly kind?: "text" | "number" | "money";
}

const missing = "-";
const indent = "  ";

/** A table as lines of text, in aligned columns. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  if (rows.length === 0) return [`${indent}(none)`];
  const filled = columns.map((column) => fillColumn(column, rows));
  return [-1, ...rows.keys()].map((row) => `${indent}${filled.map(({ title, cells }) => (row < 0 ? title : cells[row])).join("  ")}`.trimEnd());
}

function fillColumn<Row>({ title, value, kind = "text" }: Column<Row>, rows: readonly Row[]): { title: string; cells: string[] } {
  const values = rows.map(value);
  const decimals = kind === "money" ? decimalsOf(values) : undefined;
  const texts = values.map((cell) => cellText(cell, decimals));
  const width = Math.max(title.length, ...texts.map((text) => text.length));
  const pad = (text: string) => (kind === "text" ? text.padEnd(width) : text.padStart(width));
  return { title: pad(title), cells: texts.map(pad) };
}

function cellText(value: string | number | boolean | null | undefined, decimals: number | undefined): string {
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
export function facts(entries: Readonly<Record<string, string | number | boolean | null | undefined>>): string[] {
  const known = Object.entries(entries).filter(([, value]) => value !== undefined);
  if (known.length === 0) return [`${indent}(nothing)`];
  const width = Math.max(...known.map(([name]) => name.length));
  return known.map(([name, value]) => `${indent}${name.padEnd(width)}  ${cellText(value, undefined)}`);
}
