import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { parseBase, readBase } from "../../scripts/generate/base.js";
import { apply } from "../../scripts/generate/plan.js";
import { InputError } from "../../scripts/generate/files.js";
import type { Spec } from "../../scripts/generate/spec.js";
import { compareSpecs } from "../../scripts/generate/spec-change.js";
import { touched } from "../../scripts/generate/touched.js";
import { specUpdate } from "../../scripts/spec-update.js";
import { parse } from "yaml";
import { rejection } from "../support/client.js";
import { manualClock } from "../support/clock.js";
import { addOverlay, changed, filesOf, project, root, run, runScript } from "../support/project.js";

const base = await readFile(join(root, "openapi/base.yaml"), "utf8");

/** Serves one answer to everything; without one, it never answers. */
async function serve(status?: number, body?: string): Promise<string> {
  const server = createServer((_, response) => status !== undefined && response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A project with a new base beside it. */
async function projectWith(newBase: string, file = "new.yaml"): Promise<string> {
  const folder = await project();
  await writeFile(join(folder, file), newBase);
  return folder;
}

const otherBase = changed(base, (text) =>
  text.replace("serviceAddress:\n          $ref: '#/components/schemas/Address'", "serviceAddress:\n          type: number\n          format: decimal"),
);

describe("npm run spec:update", () => {
  it("takes a new base, compiles from it and lists what it changes", async () => {
    const newBase = JSON.stringify(parse(otherBase));
    const folder = await projectWith(newBase, "new.json");

    const { code, stdout, stderr } = await run(specUpdate, folder, "new.json");

    expect(stderr).toBe("");
    expect(code).toBe(0);
    const after = await filesOf(folder);
    expect(after["openapi/base.yaml"]).toBe(newBase);
    expect(after["generated/wire.d.ts"]).toContain("serviceAddress?: string | number;");
    expect(stdout).toContain("Changed files: openapi/base.yaml, generated/openapi.yaml, generated/wire.d.ts, generated/values.d.ts");
    expect(stdout).toMatch(/^ {2}major {2}GET \/customers {2}responses\/200\/.*serviceAddress/m);
    expect(stdout).toContain("This requires a major release.");
    expect(stdout).toContain("wm.overview()  GET /customers  changed: responses");
    expect(stdout).not.toContain(folder);
  });

  it("says so when the base is the one that is there", async () => {
    const folder = await project();
    const before = await filesOf(folder);

    const { code, stdout } = await run(specUpdate, folder, "openapi/base.yaml");

    expect(code).toBe(0);
    expect(stdout).toContain("Changed files: none");
    expect(stdout).toContain("No user-visible change; no release needed.");
    expect(stdout).toContain("Façade methods affected: none");
    expect(await filesOf(folder)).toEqual(before);
  });

  it("prints at most 40 lines, whatever changes, says that a new operation needs a method, and writes nothing with --dry-run", async () => {
    const schema = "'200': { description: Success, content: { application/json: { schema: { $ref: '#/components/schemas/CustomerOverview' } } } }";
    const fleets = Array.from(
      { length: 20 },
      (_, index) =>
        `  /fleets/${index}:\n    get: { operationId: getFleet${index}, summary: x, description: x, tags: [Customers], security: [{ bearerAuth: [] }], responses: { ${schema}, '401': { $ref: '#/components/responses/Unauthorized' } } }\n`,
    );
    const folder = await projectWith(
      changed(base, (text) =>
        text
          .replaceAll(/^ {8}(\w+):\n {10}type: string$/gm, "        $1:\n          type: string\n          title: x")
          .replace("paths:\n", `paths:\n${fleets.join("")}`),
      ),
    );
    await addOverlay(
      folder,
      fleets.map((_, index) => `  - target: $.paths['/fleets/${index}'].get\n    update: { x-wm-facade: fleets.get${index} }`).join("\n"),
    );

    const before = await filesOf(folder);
    const { code, stdout, stderr } = await run(specUpdate, folder, "--dry-run", "new.yaml");

    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(await filesOf(folder)).toEqual(before);
    expect(stdout).toContain("Files that would change: openapi/base.yaml, generated/openapi.yaml,");
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
    expect(stdout).toContain("  minor  /fleets/0: added");
    expect(stdout).toMatch(/^ {2}\.\.\. and \d+ more$/m);
    expect(stdout).toContain("This requires a minor release.");
    expect(stdout).toContain("wm.fleets.get0()  GET /fleets/0  added");
    expect(stdout).toContain("New operations need a façade method");
  });

  it("refuses a base with an operation that has no overlay entry, at its line in the new base", async () => {
    const folder = await projectWith(
      changed(base, (text) =>
        text.replace(
          "paths:\n",
          "paths:\n  /customers/{customerId}/fleet:\n    get: { operationId: listFleet, summary: List Fleet, description: x, tags: [Customers], parameters: [{ $ref: '#/components/parameters/CustomerId' }], security: [{ bearerAuth: [] }], responses: { '200': { description: x }, '401': { $ref: '#/components/responses/Unauthorized' } } }\n",
        ),
      ),
    );
    const before = await filesOf(folder);

    const { code, stderr } = await run(specUpdate, folder, "new.yaml");

    expect(code).toBe(1);
    expect(stderr).toMatch(/^new\.yaml:38:\d+: listFleet \(GET \/customers\/\{customerId\}\/fleet\) has no façade method/);
    expect(stderr).toContain("    x-wm-facade: customer.fleet\n");
    expect(stderr).toContain(
      '  fleet(options?: RequestOptions): WmPromise<Bodies["listFleet"]> {\n    return this.send("GET /customers/{customerId}/fleet", {}, options);\n  }',
    );
    expect(await filesOf(folder)).toEqual(before);
  });

  const refused: [string, string, RegExp][] = [
    ["invalid YAML", `${base}\n  - bad: [`, /^new\.yaml:714:\d+: this is not valid YAML/],
    [
      "a base without what an overlay changes",
      base.replaceAll("/services/next-pickup", "/services/following-pickup"),
      /^openapi\/overlays\/services\.yaml:\d+:\d+: the target .*next-pickup.* matches nothing; did you mean \S+following-pickup \(new\.yaml:\d+:3\)\?/m,
    ],
    [
      "a reference to a file beside it",
      base.replace("#/components/schemas/InvoiceList", "./other.yaml"),
      /^new\.yaml:\d+:\d+: the \$ref "\.\/other\.yaml" leads out/,
    ],
    [
      "an operation that an overlay adds",
      base.replace(/^ {2}\/customers\/\{customerId\}\/balance:/m, "  /customers/{customerId}/profiles:"),
      /^openapi\/overlays\/profiles-and-preferences\.yaml:\d+:\d+: .* is described by new\.yaml:\d+:5 too: remove/m,
    ],
  ];

  it.each(refused)("changes nothing for %s", async (_, text, message) => {
    const folder = await projectWith(text);
    const before = await filesOf(folder);

    const { code, stdout, stderr } = await run(specUpdate, folder, "new.yaml");

    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\n\nNo files were written\.\n$/);
    expect(stderr).not.toContain(folder);
    expect(await filesOf(folder)).toEqual(before);
  });

  it.each(["./other.yaml", "file:///etc/hostname"])("refuses a base from a URL that refers to %s", async (ref) => {
    const folder = await project();
    const before = await filesOf(folder);
    const url = await serve(200, base.replace("#/components/schemas/InvoiceList", ref));

    const { code, stderr } = await run(specUpdate, folder, url);

    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${url}:\\d+:\\d+: the \\$ref "${ref}" leads out of the file`));
    expect(await filesOf(folder)).toEqual(before);
  });

  it("prints what is wrong without a stack trace, and fails", async () => {
    const folder = await project();

    const { code, stdout, stderr } = await runScript(folder, "scripts/spec-update.ts", ["gone.yaml"]);

    expect(stderr).toBe("gone.yaml: cannot be read (ENOENT)\n\nNo files were written.\n");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it("puts everything back when a file cannot be written", async () => {
    const folder = await project();
    const before = await filesOf(folder);
    const change = (file: string) => ({ file, before: before[file], after: "half" });

    const unwritable = apply(folder, [
      change("docs/operations.md"),
      change("generated/new.d.ts"),
      { file: "nowhere/file", before: undefined, after: "other half" },
    ]);
    await expect(unwritable).rejects.toThrow("ENOENT");
    expect(await filesOf(folder)).toEqual(before);

    const unremovable = apply(folder, [change("docs/operations.md"), change("generated/new.d.ts"), { file: "openapi", before: "a folder", after: undefined }]);
    await expect(unremovable).rejects.toThrow();
    expect(await filesOf(folder)).toEqual(before);
  });

  it.each([[[]], [["--dry-run"]], [["--dry", "new.yaml"]], [["a.yaml", "b.yaml"]]])("prints its usage for %j", async (args) => {
    const { code, stderr } = await run(specUpdate, root, ...args);

    expect(code).toBe(2);
    expect(stderr).toContain("npm run spec:update");
  });
});

describe("reading a base", () => {
  it("takes it from a URL", async () => {
    const url = `${await serve(200, otherBase)}/base.yaml`;

    expect(await readBase(root, url)).toEqual({ file: url, text: otherBase });
  });

  it.each<[string, () => Promise<string>, RegExp]>([
    ["a file that is missing", async () => "gone.yaml", /^gone\.yaml: cannot be read \(ENOENT\)$/],
    ["a page that is missing", () => serve(404, "gone"), /^http:\/\/127\.0\.0\.1:\d+: cannot be fetched \(status 404\)/],
    ["a server that cannot be reached", async () => "http://127.0.0.1:1/base.yaml", /^http:\/\/127\.0\.0\.1:1\/base\.yaml: cannot be fetched \(\S.*\)/],
  ])("refuses %s", async (_, source, message) => {
    const error = await rejection(readBase(root, await source()));

    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(message);
  });

  it("gives up on a server that does not answer within 30 s", async () => {
    const clock = manualClock();
    const url = await serve();
    const reading = rejection(readBase(root, url, clock));
    await vi.waitFor(() => expect(clock.pending).toEqual([30_000]), { timeout: 60_000 });

    clock.advance(29_999);
    const early = await Promise.race([reading, new Promise((resolve) => setImmediate(resolve, "still waiting"))]);
    clock.advance(1);

    expect(early).toBe("still waiting");
    expect(((await reading) as InputError).message).toBe(`${url}: no complete answer within 30 s; download it and pass the file`);
    expect(clock.pending).toEqual([]);
  });

  const api = (head: string) => base.replace("openapi: 3.1.0", head);

  it.each<[string, string, RegExp]>([
    ["an empty file", "\n", /^base: this file is empty, not an OpenAPI 3\.1 description$/],
    ["a web page", "<!doctype html>\n<h1>Sign in</h1>", /^base:1:1: this is a web page or XML, not an OpenAPI 3\.1 description/],
    ["plain text", "Not found", /^base:1:1: this is not an OpenAPI description: it has no `openapi: 3\.1\.x`$/],
    ["YAML that is not a description", "a: 1", /^base:1:1: this is not an OpenAPI description/],
    ["malformed JSON", '{\n  "openapi": "3.1.0",\n  "paths": {} }}', /^base:3:\d+: this is not valid JSON: /],
    ["JSON that ends early", '{\n  "openapi": "3.1.0",', /^base:2:\d+: this is not valid JSON: /],
    ["Swagger 2.0", api("swagger: '2.0'"), /^base:1:10: this is Swagger 2\.0; only OpenAPI 3\.1 is supported: convert it first$/],
    ["OpenAPI 3.0", api("openapi: 3.0.3"), /^base:1:10: this is OpenAPI 3\.0\.3; only OpenAPI 3\.1 is supported: convert it first$/],
    ["OpenAPI 3.2", api("openapi: 3.2.0"), /^base:1:10: this is OpenAPI 3\.2\.0; only OpenAPI 3\.1 is supported: convert it first$/],
  ])("refuses %s in one line", (_, text, message) => {
    expect(() => parseBase({ file: "base", text })).toThrow(InputError);
    expect(() => parseBase({ file: "base", text })).toThrow(message);
  });
});

describe("the rating of a change", () => {
  it("is minor for a new value that callers may send", async () => {
    const after = changed(base, (text) => text.replace("COMMERCIAL, ROLLOFF]", "COMMERCIAL, ROLLOFF, INDUSTRIAL]"));

    const { lines, bump } = await compareSpecs(root, base, after);

    expect(lines).toEqual(["minor  GET /customers/{customerId}/services  parameters/3/schema: modified enum, gained INDUSTRIAL", "0 major, 1 minor, 0 patch."]);
    expect(bump).toBe("minor");
  });
});

describe("what a new spec touches", () => {
  const spec = (parts: { path?: string; name?: object; answer?: object; trailer?: object }): Spec =>
    ({
      paths: {
        [parts.path ?? "/trucks"]: {
          get: {
            operationId: "listTrucks",
            "x-wm-facade": "customer.trucks.list",
            description: "Lists.",
            parameters: [{ $ref: "#/components/parameters/Name" }],
            responses: {
              "200": { description: "Success", content: { "application/json": { schema: { $ref: "#/components/schemas/Truck" } } } },
              ...parts.answer,
            },
          },
        },
      },
      components: {
        parameters: { Name: { name: "name", in: "query", schema: { type: "string" }, ...parts.name } },
        schemas: {
          Truck: { type: "object", properties: { trailer: { $ref: "#/components/schemas/Trailer" } } },
          Trailer: { type: "object", properties: { axles: { type: "integer" } }, ...parts.trailer },
        },
      },
    }) as unknown as Spec;

  const operations = (before: Spec, after: Spec) => touched(before, after).map(({ what, parts }) => [what, parts]);

  it("is nothing for other words and another order", () => {
    const after = spec({ name: { description: "Other words." }, trailer: { properties: { axles: { example: 3, type: "integer" } } } });

    expect(touched(spec({}), after)).toEqual([]);
  });

  it("is the operation whose path changed, or a parameter that it shares", () => {
    expect(operations(spec({}), spec({ path: "/lorries" }))).toEqual([["changed", ["request"]]]);
    expect(operations(spec({}), spec({ name: { required: true } }))).toEqual([["changed", ["parameters"]]]);
    expect(operations(spec({}), spec({ answer: { "404": { description: "None." } } }))).toEqual([["changed", ["responses"]]]);
  });

  it("is the operation whose answer has a changed schema in it", () => {
    const after = spec({ trailer: { properties: { axles: { type: "integer" }, description: { type: "string" } } } });

    expect(operations(spec({}), after)).toEqual([["changed", ["responses"]]]);
  });

  it("ends for a schema that contains itself", () => {
    const trailer = { properties: { next: { $ref: "#/components/schemas/Trailer" } } };

    expect(operations(spec({}), spec({ trailer }))).toEqual([["changed", ["responses"]]]);
  });

  it("is an operation that came or went", () => {
    const none = { ...spec({}), paths: {} };

    expect(operations(none, spec({}))).toEqual([["added", []]]);
    expect(operations(spec({}), none)).toEqual([["removed", []]]);
  });
});
