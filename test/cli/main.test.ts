import { expect, it } from "vitest";
import { command } from "../support/contract.js";

const usage = "Usage: npx wm-customer-api contract --base-url <url> [options]";

it.each([[["--help"]], [["-h"]], [["contract", "--help"]], [["contract", "--environment", "test", "-h"]]])(
  "prints the usage to stdout for %j",
  async (args) => {
    const { code, stdout, stderr } = await command(args, { env: {} });

    expect(stdout).toContain(usage);
    expect(stdout).toContain("GET https://apitest.wm.com/v1/test/helloworld");
    for (const option of ["service-id", "invoice-id", "case-id", "ticket-id", "disposal-ticket-id"]) expect(stdout).toContain(`  --${option} <id>\n`);
    expect(stdout).not.toContain("customer-id");
    expect(stderr).toBe("");
    expect(code).toBe(0);
  },
);

it.each<[string, readonly string[], RegExp]>([
  ["no arguments", [], /^Usage/],
  ["an unknown command", ["check"], /^unknown command\n/],
  ["a misspelt command", ["contrakt"], /^unknown command contrakt; did you mean contract\?\n/],
])("prints the usage to stderr for %s", async (_, args, message) => {
  const { code, stdout, stderr } = await command(args);

  expect(stderr).toMatch(message);
  expect(stderr).toContain(usage);
  expect(stdout).toBe("");
  expect(code).toBe(2);
});
