/** Result of a measure, and arithmetic for all of them. */

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Explanation of the table. */
  readonly note?: string;
}

export interface Verdict {
  readonly target: string;
  readonly figure: string;
  readonly isMet: boolean;
}

export interface Measured {
  readonly tables: readonly Table[];
  readonly verdicts: readonly Verdict[];
}

/** Settings of a measure: full, or quick to check that it works. */
export interface Effort {
  readonly isQuick: boolean;
  /** Shows the progress on a terminal. */
  readonly progress: (text: string) => void;
}

export type Measure = (effort: Effort) => Promise<Measured>;

/** The quantile of the values for this share. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

export function ratio(value: number, base: number): string {
  return `${(value / base).toFixed(2)}x`;
}

export function percent(value: number, base: number): string {
  return `${Math.round((value / base) * 100)} %`;
}

/** Collects garbage if Node runs with `--expose-gc`, so that no round pays for the previous one. */
export function collect(): void {
  globalThis.gc?.();
}
