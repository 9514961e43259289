import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { InputError } from "../../scripts/pipeline/inputs.js";
import type { Spec } from "../../scripts/pipeline/spec.js";
import { touched } from "../../scripts/pipeline/touched.js";
import { applyUpdate, planUpdate, readBase } from "../../scripts/pipeline/update.js";
import { rejection } from "../support/client.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
const base = await readFile(join(root, "openapi/base.yaml"), "utf8");

async function project(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "wm-update-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  for (const part of ["openapi", "generated", "redocly.yaml", "README.md"]) await cp(join(root, part), join(copy, part), { recursive: true });
  return copy;
}

/** Every file of the project with its text. */
async function files(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(paths.sort().map(async (path) => [path.slice(folder.length), await readFile(path, "utf8")])));
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function update(folder: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsx, join(root, "scripts/spec-update.ts"), ...args], { cwd: folder });
    const out = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (out.stdout += text));
    child.stderr.on("data", (text) => (out.stderr += text));
    child.on("close", (code) => resolve({ code, ...out }));
  });
}

/** Serves one answer to everything. */
async function serve(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The base with a change of what it says of a field. */
function changed(from: string, to: string): string {
  const text = base.replace(from, to);
  if (text === base) throw new Error("the base is as it was");
  return text;
}

const otherBase = changed(
  "serviceAddress:\n          $ref: '#/components/schemas/Address'",
  "serviceAddress:\n          type: number\n          format: decimal",
);

describe("npm run spec:update", () => {
  it("takes a new base from a file, compiles from it and lists what it touches", async () => {
    const folder = await project();
    await writeFile(join(folder, "new.yaml"), otherBase);

    const { code, stdout, stderr } = await update(folder, "new.yaml");

    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(await readFile(join(folder, "openapi/base.yaml"), "utf8")).toBe(otherBase);
    expect(await readFile(join(folder, "generated/wire.d.ts"), "utf8")).toContain("serviceAddress?: string | number;");
    expect(stdout).toContain("This asks for a major release.");
    expect(stdout).toContain("wm.overview()  GET /customers  changed: through CustomerOverview");
    expect(stdout).toMatch(/Types touched:\n {2}CustomerOverview {2}changed\n/);
    expect(stdout).not.toContain(folder);
  });

  it("takes a new base from a URL", async () => {
    const folder = await project();

    const text = await readBase(folder, `${await serve(200, otherBase)}/base.yaml`);

    expect(text).toBe(otherBase);
  });

  it("says so when the base is the one that is there", async () => {
    const folder = await project();
    const before = await files(folder);

    const { code, stdout } = await update(folder, "openapi/base.yaml");

    expect(code).toBe(0);
    expect(stdout).toContain("no release is asked for");
    expect(stdout).toContain("Façade methods touched: none");
    expect(await files(folder)).toEqual(before);
  });

  it("says that a new operation needs a façade method", async () => {
    const folder = await project();
    const added = `paths:
  /customers/{customerId}/fleet:
    get:
      operationId: listFleet
      summary: List Fleet
      description: Lists the trucks.
      tags: [Customers]
      parameters:
        - $ref: '#/components/parameters/CustomerId'
        - $ref: '#/components/parameters/RequestTrackingId'
        - $ref: '#/components/parameters/ClientId'
      security:
        - bearerAuth: []
      responses:
        '200': { description: Success, content: { application/json: { schema: { $ref: '#/components/schemas/CustomerOverview' } } } }
        '401': { $ref: '#/components/responses/Unauthorized' }
`;
    await writeFile(join(folder, "new.yaml"), changed("paths:\n", added));

    const { stdout, stderr } = await update(folder, "new.yaml");

    expect(stderr).toBe("");
    expect(stdout).toContain("This asks for a minor release.");
    expect(stdout).toContain("no façade method for listFleet  GET /customers/{customerId}/fleet  added");
    expect(stdout).toContain("CONTRIBUTING.md");
  });

  const refused: [string, (folder: string) => Promise<string>, RegExp][] = [
    ["a file that is not there", async () => "gone.yaml", /^gone\.yaml: cannot be read \(ENOENT\)/],
    [
      "invalid YAML",
      async (folder) => {
        await writeFile(join(folder, "new.yaml"), `${base}\n  - bad: [`);
        return "new.yaml";
      },
      /^openapi\/base\.yaml:\d+:\d+: this is not valid YAML/,
    ],
    [
      "a base without what an overlay changes",
      async (folder) => {
        await writeFile(join(folder, "new.yaml"), base.replaceAll("/services/next-pickup", "/services/following-pickup"));
        return "new.yaml";
      },
      /^openapi\/overlays\/services\.yaml:\d+:\d+: the target .*next-pickup.* matches nothing/m,
    ],
    ["text that is no spec", async () => serve(200, "<h1>Sign in</h1>"), /^Something went wrong when processing openapi\/base\.yaml:\s+- Document must be/],
    ["a page that is not there", async () => serve(404, "gone"), /^http:\/\/127\.0\.0\.1:\d+: cannot be fetched \(status 404\)/],
    ["a server that cannot be reached", async () => "http://127.0.0.1:1/base.yaml", /^http:\/\/127\.0\.0\.1:1\/base\.yaml: cannot be fetched \(\S.*\)/],
  ];

  it.each(refused)("changes nothing for %s", async (_, source, message) => {
    const folder = await project();
    const from = await source(folder);
    const before = await files(folder);

    const error = await rejection(readBase(folder, from).then((text) => planUpdate(folder, text)));

    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(message);
    expect((error as InputError).message).not.toContain(folder);
    expect(await files(folder)).toEqual(before);
  });

  it("names the new base, of which the lines are, and not the one that is still in its place", async () => {
    const folder = await project();
    await writeFile(join(folder, "new.yaml"), `${base}\n  - bad: [`);
    const url = await serve(200, "<h1>Sign in</h1>");

    const file = await update(folder, "new.yaml");
    const page = await update(folder, url);

    expect(file.stderr).toMatch(/^new\.yaml:\d+:\d+: this is not valid YAML.*\n\nNothing was changed\.\n$/);
    expect(page.stderr).toBe(`Something went wrong when processing ${url}:\n\n  - Document must be JSON object, got string\n\nNothing was changed.\n`);
  });

  it("prints what is wrong without a stack trace, and fails", async () => {
    const folder = await project();

    const { code, stdout, stderr } = await update(folder, "gone.yaml");

    expect(stderr).toBe("gone.yaml: cannot be read (ENOENT)\n\nNothing was changed.\n");
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  it("puts everything back when a file cannot be written", async () => {
    const folder = await project();
    const before = await files(folder);
    const readme = before["/README.md"]!;

    const failing = applyUpdate(folder, [
      { file: "README.md", before: readme, after: "half" },
      { file: "nowhere/file", before: undefined, after: "other half" },
    ]);

    await expect(failing).rejects.toThrow("ENOENT");
    expect(await files(folder)).toEqual(before);
  });

  it("prints its usage without a source", async () => {
    const { code, stderr } = await update(root);

    expect(code).toBe(2);
    expect(stderr).toContain("npm run spec:update");
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

  const operations = (before: Spec, after: Spec) => touched(before, after).operations.map(({ what, parts, through }) => [what, parts, through]);

  it("is nothing for other words and another order", () => {
    const after = spec({ name: { description: "Other words." }, trailer: { properties: { axles: { example: 3, type: "integer" } } } });

    expect(touched(spec({}), after)).toEqual({ operations: [], types: [] });
  });

  it("is the operation whose path changed, or a parameter that it shares", () => {
    expect(operations(spec({}), spec({ path: "/lorries" }))).toEqual([["changed", ["request"], []]]);
    expect(operations(spec({}), spec({ name: { required: true } }))).toEqual([["changed", ["parameters"], []]]);
    expect(operations(spec({}), spec({ answer: { "404": { description: "None." } } }))).toEqual([["changed", ["responses"], []]]);
  });

  it("is the type that changed, and the operations that it is a part of", () => {
    const after = spec({ trailer: { properties: { axles: { type: "integer" }, description: { type: "string" } } } });

    expect(touched(spec({}), after).types).toEqual([{ name: "Trailer", what: "changed" }]);
    expect(operations(spec({}), after)).toEqual([["changed", [], ["Trailer"]]]);
  });

  it("is an operation that came or went", () => {
    const none = { ...spec({}), paths: {} };

    expect(operations(none, spec({}))).toEqual([["added", [], []]]);
    expect(operations(spec({}), none)).toEqual([["removed", [], []]]);
  });
});
