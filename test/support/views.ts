import { inspect } from "node:util";
import { expect } from "vitest";
import { secret } from "./client.js";

/** Everything a person may see of a value. */
export function views(value: unknown): string {
  const json = JSON.stringify(value) ?? "";
  const text = value instanceof Error ? `${value.message}\n${value.stack}\n${String(value)}` : "";
  return [inspect(value, { depth: 10, showHidden: true }), inspect(value), json, text].join("\n");
}

/** Fails if a token is in anything a person may see of a value. */
export function expectNoSecret(value: unknown, token = secret): void {
  const shown = views(value);
  expect(shown.includes(token), `the token is in ${shown}`).toBe(false);
}
