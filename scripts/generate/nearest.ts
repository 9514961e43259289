/** The candidate most like a name; undefined if none is less different than `limit`, a share of the longer name. */
export function nearest(name: string, candidates: readonly string[], limit = 0.55): string | undefined {
  const rated = candidates.map((candidate) => ({ candidate, difference: difference(name, candidate) }));
  const [best] = rated.sort((one, other) => one.difference - other.difference);
  return best !== undefined && best.difference < limit ? best.candidate : undefined;
}

/** How much two names differ, in characters or in words, without regard to case: 0 for equal ones, 1 for ones with nothing in common. */
function difference(one: string, other: string): number {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return Math.min(edits(left, right) / Math.max(left.length, right.length, 1), differentWords(wordsOf(one), wordsOf(other)));
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? []).map((word) => word.toLowerCase());
}

function differentWords(left: readonly string[], right: readonly string[]): number {
  const common = left.filter((word) => right.includes(word)).length;
  return 1 - common / Math.max(left.length, right.length, 1);
}

function edits(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[right.length]!;
}
