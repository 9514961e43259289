import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comment, type CommentDisplayPart, type DeclarationReflection, type Reflection, ReflectionKind, type SignatureReflection } from "typedoc";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, readClient } from "../../scripts/docs/client.js";
import { writeHttpPage } from "../../scripts/docs/http.js";
import { operationsOf, parseSpec, type Spec } from "../../scripts/generate/merged/spec.js";
import { root } from "../support/project.js";

let site: string;
let spec: Spec;
let client: Client;
let methods: ReadonlyMap<string, string>;
/** Text of the page of the HTTP API. */
let http: string;

async function httpPage(described: Spec): Promise<string> {
  const file = join(site, "http.html");
  await writeHttpPage(root, described, file, methods);
  return readFile(file, "utf8");
}

/** Texts that would run in a page, or in the script that holds the spec. */
const hostile = [
  "</script><script>document.title = 'run'</script>",
  "<!--<script>",
  "<img src=x onerror=\"document.title = 'run'\">",
  `<script>document.title = "run"</script>`,
  "constructor",
];
const running = /<script>document\.title|<img[^>]* onerror/;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "wm-site-"));
  spec = parseSpec(await readFile(join(root, "generated/openapi.yaml"), "utf8"));
  client = await readClient(root, operationsOf(spec));
  all<DeclarationReflection>(ReflectionKind.Interface)
    .find(({ name }) => name === "ServiceList")!
    .comment!.summary.push({ kind: "text", text: hostile.join(" ") });
  methods = await client.write(site);
  http = await httpPage(spec);
}, 120_000);

afterAll(() => rm(site, { recursive: true, force: true }));

const all = <Kind>(kind: ReflectionKind) => client.project.getReflectionsByKind(kind) as Kind[];
const properties = () => all<DeclarationReflection>(ReflectionKind.Property);
const signatures = (of: ReflectionKind) => all<SignatureReflection>(ReflectionKind.CallSignature).filter(({ parent }) => parent.kind === of);
const methodSignatures = () =>
  signatures(ReflectionKind.Method).filter(({ parent }) => [...methods.values()].some((page) => page.endsWith(`.${parent.parent!.name}.html#${parent.name}`)));
const nameOf = (item: Reflection) => item.getFullName();
const textOf = (parts: readonly CommentDisplayPart[] = []) => parts.map(({ text }) => text).join("");
const tagOf = (comment: Comment | undefined, tag: `@${string}`) => textOf(comment?.getTags(tag).flatMap(({ content }) => content));

it("gives every option its default", () => {
  const options = properties().filter(({ flags, parent }) => flags.isOptional && /Options$/.test(parent!.name));

  expect(options.length).toBeGreaterThan(10);
  expect(options.filter(({ comment }) => tagOf(comment, "@defaultValue") === "").map(nameOf)).toEqual([]);
});

it("says in milliseconds what is a time, and of every other number what it counts", () => {
  // A decoded value, which may be null, has the spec's description.
  const numbers = properties().filter(({ type }) => /\bnumber\b/.test(String(type)) && !/\bnull\b/.test(String(type)) && !/[[{<]/.test(String(type)));
  const unclear = numbers.filter(({ name, comment }) => {
    const summary = textOf(comment?.summary);
    const isTime = /timeout|duration|wait|after|delay/i.test(name) || /\bhow long\b|\btime\b/i.test(summary);
    return !(isTime ? /\bmilliseconds\b/ : /\b(?:how (?:many|often)|number of|status|port|bytes|since 1970)\b/i).test(summary);
  });

  expect(numbers.length).toBeGreaterThan(10);
  expect(unclear.map(nameOf)).toEqual([]);
});

it("says what functions and the methods of a class throw", () => {
  const functions = signatures(ReflectionKind.Function);
  const owners = methodSignatures().map(({ parent }) => parent.parent!);

  expect(functions.length).toBeGreaterThan(2);
  expect(functions.filter(({ comment }) => tagOf(comment, "@throws") === "").map(nameOf)).toEqual([]);
  expect(owners.filter(({ comment }) => !tagOf(comment, "@throws").includes("WmError")).map(nameOf)).toEqual([]);
});

it("names for every operation the page of WM's reference, or says that it has none", () => {
  const lacking = operationsOf(spec).filter(({ operationId, page, documented }) => {
    const comments = methodSignatures().filter(({ parent }) => methods.get(operationId)!.endsWith(`.${parent.parent!.name}.html#${parent.name}`));
    const pages = comments.flatMap(({ comment }) => tagOf(comment, "@see").match(/https:\/\/api\.wm\.com\/\w*/g) ?? []);
    const isBaseOnly = comments.every(({ comment }) => /base spec only|Not documented by WM/i.test(textOf(comment?.summary)));
    return !isBaseOnly && !(pages.includes(page ?? "") || (documented === "base" && pages.length > 0));
  });

  expect(methods.size).toBe(operationsOf(spec).length);
  expect(lacking.map(({ facade }) => facade)).toEqual([]);
});

it("describes path parameters in the words of the spec", () => {
  const get = methodSignatures().find(({ name, parent }) => name === "get" && parent.parent!.name === "WmInvoices")!;

  expect(textOf(get.parameters![0]!.comment?.summary)).not.toBe("");
});

it("links methods to the HTTP API, and operations to their methods", async () => {
  const [page = "", anchor] = methods.get("listServices")!.split("#");
  const text = await readFile(join(site, page), "utf8");

  expect(text).toContain(`id="${anchor}"`);
  expect(text).toContain('href="../http/index.html#tag/Services/operation/listServices"');
  expect(http.includes(`../${methods.get("listServices")}`)).toBe(true);
});

it("shows sources and remarks about the wire in the HTTP API, and loads no image from elsewhere", () => {
  expect(http.includes('"showExtensions":["x-wm-source","x-wm-documented","x-wm-wire"]')).toBe(true);
  expect(http).toContain(`<head>\n<meta http-equiv="Content-Security-Policy" content="img-src 'self' data:; connect-src 'self'">`);
});

it("leaves the members of wire types out of the client's pages", () => {
  expect(properties().filter(({ parent }) => parent?.name === "paths")).toEqual([]);
});

it("prints HTML in names and texts as text", async () => {
  const changed = structuredClone(spec) as Spec & { info: object; tags: object[] };
  const names = Object.fromEntries(hostile.map((name) => [name, { type: "string", enum: hostile, description: name, example: name }]));
  Object.assign(changed.components.schemas.Balance!, { properties: names });
  Object.assign(changed.info, { description: hostile.join(" ") });
  changed.tags.push(...hostile.map((name) => ({ name, description: name })));

  const page = await httpPage(changed);
  const clientPage = await readFile(join(site, "interfaces/wm-customer-api.ServiceList.html"), "utf8");

  const scripts = (text: string) => text.match(/<\/?script/gi)?.length;
  expect(scripts(page)).toBe(scripts(http));
  expect(page.includes("<!--<script>")).toBe(false);
  expect(running.test(page)).toBe(false);
  expect(clientPage).toContain("&lt;script&gt;document");
  expect(running.test(clientPage)).toBe(false);
});
