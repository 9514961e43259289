import { onTestFinished } from "vitest";

/** Unhandled rejections from now to the end of the test. Vitest fails a run for them as well, but does not name the test. */
export function unhandledRejections(): readonly unknown[] {
  const seen: unknown[] = [];
  const note = (reason: unknown) => void seen.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  return seen;
}
