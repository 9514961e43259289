/** A mistake in the input files. The message has its place and how to fix it. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** Throws one error with all problems, each on its line. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError([...new Set(problems)].join("\n"));
}

/** Escapes what would control a terminal. Names and texts of a base specification are not ours. */
export function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}
