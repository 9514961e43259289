/** What a measure gives, and the little arithmetic that all of them need. */

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What must be known to read it. */
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

/** How long a measure may take: a full one, or one that only shows that it works. */
export interface Effort {
  readonly isQuick: boolean;
  /** Says on a terminal how far it has come. */
  readonly progress: (text: string) => void;
}

export type Measure = (effort: Effort) => Promise<Measured>;

/** The value below which this part of the values lies. */
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

/** Collects garbage where Node was started with `--expose-gc`, so that no round pays for the one before. */
export function collect(): void {
  globalThis.gc?.();
}
