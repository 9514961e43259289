import { readFile } from "node:fs/promises";
import { expect, it, vi } from "vitest";
import { parseBase, readBase } from "../../../../scripts/generate/inputs/base.js";
import { InputError } from "../../../../scripts/generate/errors.js";
import { rejection } from "../../../support/client.js";
import { manualClock } from "../../../support/clock.js";
import { root } from "../../../support/project.js";
import { serve } from "../../../support/server.js";

const base = await readFile(`${root}openapi/base.yaml`, "utf8");

async function answer(status: number, body: string): Promise<string> {
  return (await serve((response) => void response.writeHead(status).end(body))).url;
}

it("reads a base from a URL", async () => {
  const url = `${await answer(200, base)}/base.yaml`;
  const clock = manualClock();

  expect(await readBase(root, url, clock)).toEqual({ file: url, text: base });
  expect(clock.pending).toEqual([]);
});

it.each<[string, () => Promise<string>, RegExp]>([
  ["a file that is missing", async () => "gone.yaml", /^gone\.yaml: cannot be read \(ENOENT\)$/],
  ["a page that is missing", () => answer(404, "gone"), /^http:\/\/127\.0\.0\.1:\d+: cannot be fetched \(status 404\)/],
  ["a server that cannot be reached", async () => "http://127.0.0.1:1/base.yaml", /^http:\/\/127\.0\.0\.1:1\/base\.yaml: cannot be fetched \(\S.*\)/],
  ["a page that is not text", async () => `${(await serve((response) => void response.end(Buffer.from([0xff])))).url}`, /: this is not text in UTF-8$/],
])("refuses %s", async (_, source, message) => {
  const error = (await rejection(readBase(root, await source()))) as InputError;

  expect(error).toBeInstanceOf(InputError);
  expect(error.message).toMatch(message);
});

it("gives up on a server that does not answer within 30 s", async () => {
  const clock = manualClock();
  const { url } = await serve(() => undefined);
  const reading = rejection(readBase(root, url, clock));
  await vi.waitFor(() => expect(clock.pending).toEqual([30_000]), { timeout: 60_000 });

  clock.advance(29_999);
  const early = await Promise.race([reading, new Promise((resolve) => setImmediate(resolve, "still waiting"))]);
  clock.advance(1);

  expect(early).toBe("still waiting");
  expect(((await reading) as InputError).message).toBe(`${url}: no complete response within 30 s; download it and pass the file`);
  expect(clock.pending).toEqual([]);
});

const api = (head: string) => base.replace("openapi: 3.1.0", head);

it.each<[string, string, RegExp]>([
  ["an empty file", "\n", /^base: this file is empty, not an OpenAPI 3\.1 description$/],
  ["a web page", "<!doctype html>\n<h1>Sign in</h1>", /^base:1:1: this is a web page or XML, not an OpenAPI 3\.1 description/],
  ["plain text", "Not found", /^base:1:1: this is not an OpenAPI description: it has no `openapi: 3\.1\.x`$/],
  ["malformed JSON", '{\n  "openapi": "3.1.0",\n  "paths": {} }}', /^base:3:\d+: this is not valid JSON: /],
  ["JSON that ends early", '{\n  "openapi": "3.1.0",', /^base:2:\d+: this is not valid JSON: /],
  ["Swagger 2.0", api("swagger: '2.0'"), /^base:1:10: this is Swagger 2\.0; only OpenAPI 3\.1 is supported: convert it first$/],
  ["OpenAPI 3.0", api("openapi: 3.0.3"), /^base:1:10: this is OpenAPI 3\.0\.3; only OpenAPI 3\.1 is supported: convert it first$/],
  ["OpenAPI 3.2", api("openapi: 3.2.0"), /^base:1:10: this is OpenAPI 3\.2\.0; only OpenAPI 3\.1 is supported: convert it first$/],
])("refuses %s in one line", (_, text, message) => {
  expect(() => parseBase({ file: "base", text })).toThrow(InputError);
  expect(() => parseBase({ file: "base", text })).toThrow(message);
});
