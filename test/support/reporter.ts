import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Prints `N passed, N failed` as the very last line, after whatever the teardown prints. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: (typeof states)[number]) => states.filter((other) => other === state).length;
    // A file that could not be loaded has no test that could fail.
    const unloadable = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    const failed = count("failed") + unloadable + errors.length;
    const skipped = count("skipped");
    process.once("exit", () => {
      process.stdout.write(`${count("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
    });
  }
}
