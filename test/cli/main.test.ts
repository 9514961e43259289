import { describe, expect, it } from "vitest";
import { command } from "../support/contract.js";

const usage = "Usage: npx wm-customer-api contract --base-url <url> [options]";

describe("main", () => {
  it.each([[["--help"]], [["-h"]], [["contract", "--environment", "test", "--help"]], [["contract", "-h"]]])(
    "prints the usage to stdout for %j",
    async (args) => {
      const { code, stdout, stderr } = await command(args, { env: {} });

      expect(stdout).toContain(usage);
      const options = ["service-id", "invoice-id", "case-id", "ticket-id", "disposal-ticket-id"];
      expect(stdout).toContain(options.map((option) => `\n  --${option} <id>`).join(""));
      expect(stdout).not.toContain("customer-id");
      expect(stderr).toBe("");
      expect(code).toBe(0);
    },
  );

  it.each<[string, readonly string[], RegExp]>([
    ["no arguments", [], /^Usage/],
    ["an unknown command", ["check"], /^unknown command\n\nUsage/],
    ["a misspelt command", ["contrakt", "-h"], /^unknown command contrakt; did you mean contract\?\n\nUsage/],
  ])("prints the usage to stderr for %s", async (_, args, message) => {
    const { code, stdout, stderr } = await command(args);

    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});
