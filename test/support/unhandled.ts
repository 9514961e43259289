import { onTestFinished } from "vitest";

/** Unhandled rejections and exceptions from now to the end of the test. Vitest fails a run for them as well, but does not name the test. */
export function unhandledRejections(): readonly unknown[] {
  const seen: unknown[] = [];
  const note = (reason: unknown) => void seen.push(reason);
  for (const event of ["unhandledRejection", "uncaughtException"]) {
    process.on(event, note);
    onTestFinished(() => void process.off(event, note));
  }
  return seen;
}
