import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { requests, responses, type Rule } from "../../generated/tables.js";
import { argumentsOf, type Operation, operations } from "../support/spec.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = `${root}editor.ts`;
const values = `${root}generated/values.d.ts`;
const wire = `${root}generated/wire.d.ts`;

/** A call of an operation with every argument. */
function callOf(operation: Operation): string {
  const method = operation.facade!.replace(/^(?!customer\.)/, "wm.");
  return `${method}(${argumentsOf(operation)
    .map((argument) => JSON.stringify(argument))
    .join(", ")})`;
}

/** The text in the editor: a call of each operation. */
const text = `import { createWmClient } from "./src/index.js";
const wm = createWmClient({ clientId: "c", token: "t" });
const customer = wm.customer("1");
${operations.map((operation) => `export const ${operation.operationId} = await ${callOf(operation)};`).join("\n")}
`;

const configHost: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };

const editor = ts.createLanguageService({
  getCompilationSettings: () => ({ ...ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.json`, {}, configHost)!.options, types: [] }),
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

/** The type and the doc comment that an editor shows for a name. */
function quickInfo(name: string, position: number): { readonly type: string; readonly doc: string } {
  const info = editor.getQuickInfoAtPosition(name, position);
  return { type: ts.displayPartsToString(info?.displayParts), doc: ts.displayPartsToString(info?.documentation) };
}

/** The nodes of a kind in a file. */
function nodesIn<T extends ts.Node>(name: string, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(editor.getProgram()!.getSourceFile(name)!);
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

  it("shows named types and a doc comment for every method", () => {
    const methods = nodesIn(file, ts.isCallExpression).flatMap(({ expression }) => (ts.isPropertyAccessExpression(expression) ? [expression.name] : []));
    const shown = methods.map((name) => quickInfo(file, name.getStart()));

    expect(shown.length).toBeGreaterThanOrEqual(operations.length);
    expect(shown.filter(({ type, doc }) => unreadable.test(type) || doc === "")).toEqual([]);
    expect(shown.map(({ type }) => type)).toContain("(method) WmInvoices.list(query?: ListInvoicesQuery, options?: RequestOptions): WmPromise<InvoiceList>");
  });

  it("shows a named type for every result", () => {
    const results = nodesIn(file, ts.isVariableDeclaration).map(({ name }) => quickInfo(file, name.getStart()).type);

    expect(results.filter((type) => unreadable.test(type))).toEqual([]);
    expect(results).toEqual(expect.arrayContaining(["const listInvoices: InvoiceList", "const listTickets: DisposalTicketList"]));
  });

  it("shows a readable type and a doc comment for every query parameter", () => {
    const queries = operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === "query" && parameter.required !== true));
    const properties = nodesIn(file, ts.isPropertyAssignment).map(({ name }) => quickInfo(file, name.getStart()));

    expect(properties.length).toBeGreaterThanOrEqual(queries.length);
    expect(properties.filter(({ type, doc }) => unreadable.test(type) || (/Query\./.test(type) && doc === ""))).toEqual([]);
    expect(properties.map(({ type }) => type)).toContain("(property) ListInvoicesQuery.fromDate?: string | undefined");
  });

  it("shows a readable type and a doc comment, without formats of the wire, for every field of a result", () => {
    const fields = nodesIn(values, ts.isPropertySignature);
    const docs = [...nodesIn(values, ts.isInterfaceDeclaration), ...fields].map((node) => [node.name.getText(), docOf(node)] as const);

    expect(fields.length).toBeGreaterThan(500);
    expect(docs.filter(([, doc]) => doc === "" || /\bwm-\w|Format:/.test(doc))).toEqual([]);
    expect(fields.map((node) => node.getText()).filter((type) => unreadable.test(type))).toEqual([]);
  });

  it("names the wire types as such", () => {
    const names = nodesIn(wire, ts.isInterfaceDeclaration).map(({ name }) => name);
    const shown = names.filter(({ text }) => ["paths", "components", "operations"].includes(text)).map((name) => quickInfo(wire, name.getStart()).doc);

    expect(shown).toEqual(Array(3).fill(expect.stringMatching(/^Wire types: /)));
  });

  it.each([
    ["customer.contacts.replace", "listContacts", "replaceContacts"],
    ["customer.communicationPreferences.replace", "listCommunicationPreferences", "replaceCommunicationPreferences"],
  ])("names the fields that %s does not send in its doc comment", (call, read, write) => {
    const { doc } = quickInfo(file, text.indexOf(`${call}(`) + call.lastIndexOf(".") + 1);
    const unsent = unsentFields(responses.operations[read] as Rule, requests.operations[write]!, true);

    expect(unsent).not.toEqual([]);
    expect(unsent.filter((name) => !doc.includes(`\`${name}\``))).toEqual([]);
  });
});

/** The fields below the top level that a response has and a request does not. */
function unsentFields(read: Rule, written: Rule, isTop = false): string[] {
  const sent = fieldsIn(written, requests.schemas);
  return Object.entries(fieldsIn(read, responses.schemas)).flatMap(([name, rule]) => {
    if (typeof rule === "string" && rule.startsWith(">")) return [];
    if (sent[name] === undefined) return isTop ? [] : [name];
    return unsentFields(rule, sent[name]);
  });
}

function fieldsIn(rule: Rule, schemas: typeof responses.schemas): Readonly<Record<string, Rule>> {
  const item = Array.isArray(rule) ? (rule as readonly [Rule])[0] : rule;
  if (typeof item === "object") return item as Readonly<Record<string, Rule>>;
  return item.startsWith("#") ? schemas[item.slice(1)]! : {};
}
