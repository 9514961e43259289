/** The closest of `names` to a misspelt `name`; undefined if none is close. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const candidates = [...names];
  // Run time is exponential in the limit.
  for (let limit = 0; limit <= Math.min(3, name.length / 2); limit++) {
    const found = candidates.find((candidate) => isWithin(limit, name.toLowerCase(), candidate.toLowerCase()));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Checks for an edit distance of at most `limit`: letters added, removed or replaced. */
function isWithin(limit: number, from: string, to: string): boolean {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  const [rest, other] = [from.slice(same), to.slice(same)];
  if (limit === 0 || rest === other) return rest === other;
  const [shorter, less] = [rest.slice(1), other.slice(1)];
  return isWithin(limit - 1, shorter, less) || isWithin(limit - 1, shorter, other) || isWithin(limit - 1, rest, less);
}
