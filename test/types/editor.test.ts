import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { requests, responses, type Rule } from "../../generated/tables.js";
import { argumentsOf, type Operation, operations } from "../support/spec.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = `${root}editor.ts`;
const values = `${root}generated/values.d.ts`;

/** What is written in the editor: a call of each operation, with every argument. */
const text = `import { createWmClient } from "./src/index.js";
const wm = createWmClient({ clientId: "c", token: "t" });
const customer = wm.customer("1");
${operations.map((operation) => `export const ${operation.operationId} = await ${callOf(operation)};`).join("\n")}
`;

function callOf(operation: Operation): string {
  const facade = operation.facade!.replace(/^(?!customer\.)/, "wm.");
  return `${facade}(${argumentsOf(operation)
    .map((argument) => JSON.stringify(argument))
    .join(", ")})`;
}

const editor = ts.createLanguageService({
  getCompilationSettings: () => ({ ...ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.json`, {}, host)!.options, types: [] }),
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const content = name === file ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});

const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };

interface QuickInfo {
  readonly type: string;
  readonly doc: string;
}

/** What an editor shows for the name at this place. */
function quickInfo(name: string, position: number): QuickInfo {
  const info = editor.getQuickInfoAtPosition(name, position);
  return { type: ts.displayPartsToString(info?.displayParts), doc: ts.displayPartsToString(info?.documentation) };
}

function nodesIn<T extends ts.Node>(name: string, is: (node: ts.Node) => node is T): T[] {
  const source = editor.getProgram()!.getSourceFile(name)!;
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The doc comment of a declaration. */
function docOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
    .join("");
}

/** Index signatures, indexed access and conditional or mapped types, which nobody can read. */
const unreadable = /\["|\[\w+:|extends/;

describe("an editor", () => {
  it("finds no error in a call of each operation", () => {
    expect(editor.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });

  it("shows names for every method, with its doc comment", () => {
    const methods = nodesIn(file, ts.isCallExpression).flatMap(({ expression }) => (ts.isPropertyAccessExpression(expression) ? [expression.name] : []));
    const shown = methods.map((name) => quickInfo(file, name.getStart()));

    expect(shown.length).toBeGreaterThanOrEqual(operations.length);
    expect(shown.filter(({ type, doc }) => unreadable.test(type) || doc === "")).toEqual([]);
    expect(shown.map(({ type }) => type)).toContain("(method) WmInvoices.list(query?: ListInvoicesQuery, options?: RequestOptions): WmPromise<InvoiceList>");
  });

  it("shows names for every result", () => {
    const results = nodesIn(file, ts.isVariableDeclaration).map(({ name }) => quickInfo(file, name.getStart()).type);

    expect(results.filter((type) => unreadable.test(type))).toEqual([]);
    expect(results).toContain("const listInvoices: InvoiceList");
    expect(results).toContain("const listTickets: DisposalTicketList");
  });

  it("shows readable types for every query parameter, with a doc comment", () => {
    const queries = operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === "query" && parameter.required !== true));
    const properties = nodesIn(file, ts.isPropertyAssignment).map(({ name }) => quickInfo(file, name.getStart()));

    expect(properties.length).toBeGreaterThanOrEqual(queries.length);
    expect(properties.filter(({ type }) => unreadable.test(type))).toEqual([]);
    expect(properties.filter(({ type, doc }) => /Query\./.test(type) && doc === "")).toEqual([]);
    expect(properties.map(({ type }) => type)).toContain("(property) ListInvoicesQuery.fromDate?: string | undefined");
  });

  it("shows names for every field of a result, and a doc comment for every interface and field, without formats of the wire", () => {
    const interfaces = nodesIn(values, ts.isInterfaceDeclaration).map((node) => ({ name: node.name.text, type: "", doc: docOf(node) }));
    const fields = nodesIn(values, ts.isPropertySignature).map((node) => ({ name: node.name.getText(), type: node.getText(), doc: docOf(node) }));

    expect(fields.length).toBeGreaterThan(500);
    expect([...interfaces, ...fields].filter(({ doc }) => doc === "" || /\bwm-\w|Format:/.test(doc))).toEqual([]);
    expect(fields.filter(({ type }) => unreadable.test(type))).toEqual([]);
  });

  it("names the wire types as such", () => {
    const wire = nodesIn(`${root}generated/wire.d.ts`, ts.isInterfaceDeclaration).filter(({ name }) =>
      ["paths", "components", "operations"].includes(name.text),
    );

    expect(wire.map(({ name }) => quickInfo(`${root}generated/wire.d.ts`, name.getStart()).doc)).toEqual(Array(3).fill(expect.stringMatching(/^Wire types: /)));
  });

  it("shows which fields of what was read a method does not send", () => {
    const shown = (call: string) => quickInfo(file, text.indexOf(`${call}(`) + call.lastIndexOf(".") + 1).doc;

    for (const name of unsent("listContacts", "replaceContacts")) expect(shown("customer.contacts.replace")).toContain(`\`${name}\``);
    for (const name of unsent("listCommunicationPreferences", "replaceCommunicationPreferences")) {
      expect(shown("customer.communicationPreferences.replace")).toContain(`\`${name}\``);
    }
  });
});

/** The fields below the top level that a list has and the request does not. */
function unsent(list: string, write: string): string[] {
  return missing(responses.operations[list] as Rule, responses.schemas, requests.operations[write]!, requests.schemas, true);
}

type Schemas = typeof responses.schemas;

function missing(read: Rule, readFrom: Schemas, written: Rule, writtenFrom: Schemas, isTop = false): string[] {
  const [given, taken] = [fieldsIn(read, readFrom), fieldsIn(written, writtenFrom)];
  return Object.entries(given).flatMap(([name, rule]) => {
    if (typeof rule === "string" && rule.startsWith(">")) return [];
    const target = taken[name];
    if (target === undefined) return isTop ? [] : [name];
    return missing(rule, readFrom, target, writtenFrom);
  });
}

function fieldsIn(rule: Rule, schemas: Schemas): Readonly<Record<string, Rule>> {
  const item = Array.isArray(rule) ? (rule as readonly [Rule])[0] : rule;
  if (typeof item === "object") return item as Readonly<Record<string, Rule>>;
  return item.startsWith("#") ? schemas[item.slice(1)]! : {};
}
