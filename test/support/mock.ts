import type { TestProject } from "vitest/node";
import { startMockServer } from "wm-customer-api/testing";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the mock of the merged spec listens. */
    mockUrl: string;
  }
}

/** Starts the mock once for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mock = await startMockServer();
  project.provide("mockUrl", mock.url);
  return () => mock.close();
}
