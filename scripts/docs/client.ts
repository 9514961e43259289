import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  Application,
  Comment,
  CommentTag,
  Converter,
  DeclarationReflection,
  PageEvent,
  type ProjectReflection,
  ReferenceType,
  type Reflection,
  ReflectionKind,
  RendererEvent,
  type SignatureReflection,
  type SomeType,
  TSConfigReader,
  TypeDocReader,
} from "typedoc";
import { type DocumentedOperation, operationAnchor } from "./operations.js";

/** The pages of the client, before they are written. */
export interface ClientPages {
  /** Everything public, with its doc comments. */
  readonly project: ProjectReflection;
  /** Writes the pages, and returns where the method of each operation stands in them, by operationId. */
  write(folder: string): Promise<ReadonlyMap<string, string>>;
}

/** Links in doc comments begin with this where they lead out of the client's pages; every page then makes them relative to itself. */
const outside = "site:";
const httpPage = `${outside}http/index.html`;

/** Reads the doc comments of everything public and puts in the links to the HTTP API. The pages exist as long as `work` runs. */
export async function withClientPages<T>(root: string, operations: readonly DocumentedOperation[], work: (pages: ClientPages) => Promise<T>): Promise<T> {
  // Below the root: TypeDoc cannot find entries whose one common folder is that of the whole machine.
  const workspace = await mkdtemp(join(root, ".docs-"));
  try {
    const app = await application(root, workspace);
    app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => link(project, operations));
    const project = await app.convert();
    if (project === undefined) throw new Error("TypeDoc could not read the sources");
    return await work({ project, write: (folder) => write(app, project, operations, folder) });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** TypeDoc with the project's settings. */
async function application(root: string, workspace: string): Promise<Application> {
  const settings = JSON.parse(await readFile(join(root, "typedoc.json"), "utf8")) as { readonly entryPoints: readonly string[] };
  const entryPoints = settings.entryPoints.map((file) => resolve(root, file));
  const tsconfig = join(workspace, "tsconfig.json");
  const compilerOptions = { rootDir: "/", typeRoots: [join(root, "node_modules/@types")] };
  await writeFile(tsconfig, JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, files: entryPoints, include: [] }));
  // `npm run typecheck` has found the errors already.
  return Application.bootstrap({ options: join(root, "typedoc.json"), entryPoints, tsconfig, readme: join(root, "README.md"), skipErrorChecking: true }, [
    new TypeDocReader(),
    new TSConfigReader(),
  ]);
}

/** Adds what is said once elsewhere: where the operation of a method is in the HTTP API, and what its path parameters are. */
function link(project: ProjectReflection, operations: readonly DocumentedOperation[]): void {
  const client = moduleOf(project, "wm-customer-api");
  for (const operation of operations) {
    for (const signature of methodOf(client, operation)?.signatures ?? []) {
      describeArguments(signature, operation);
      const text = `[${operation.method} ${operation.path}](${httpPage}${operationAnchor(operation)}) in the HTTP API`;
      signature.comment?.blockTags.push(new CommentTag("@see", [{ kind: "text", text }]));
    }
  }
  for (const item of client.children ?? []) tidy(item, project);
  for (const [name, text] of Object.entries(compiled)) {
    const type = childOf(client, name);
    for (const member of [...(type.children ?? [])]) project.removeReflection(member);
    type.comment = new Comment([{ kind: "text", text }]);
  }
}

/** Takes out what is no business of a user's: how errors are made, and the class that gathers operations. */
function tidy(item: DeclarationReflection, project: ProjectReflection): void {
  for (const member of [...(item.children ?? [])]) {
    if (member.kind === ReflectionKind.Constructor) project.removeReflection(member);
  }
  const isDocumented = (type: SomeType) => type instanceof ReferenceType && type.reflection !== undefined;
  if (item.kind === ReflectionKind.Interface && !item.extendedTypes?.some(isDocumented)) delete item.extendedTypes;
}

/** Adds what the spec says of the path parameters of a method. */
function describeArguments(signature: SignatureReflection, { parameters }: DocumentedOperation): void {
  for (const argument of signature.parameters ?? []) {
    const text = parameters.find((parameter) => parameter.in === "path" && parameter.name === argument.name)?.description;
    if (argument.comment === undefined && text) argument.comment = new Comment([{ kind: "text", text }]);
  }
}

/** Compiled types whose members are shown elsewhere, on pages that one can read. */
const compiled = {
  components: `Wire types: the schemas of the values as they are on the wire, in \`components["schemas"]\`. The [HTTP API](${httpPage}) shows them where they are used.`,
  operations: `Wire types: the parameters, bodies and answers of the operations as they are on the wire, by operationId. The [HTTP API](${httpPage}) shows them.`,
  paths: `Wire types: the operations by path and method, for openapi-fetch and what is built on it. The [HTTP API](${httpPage}) shows them.`,
};

/** The façade method that serves an operation, found as `x-wm-facade` names it. */
export function methodOf(client: DeclarationReflection, { facade = "" }: Pick<DocumentedOperation, "facade">): DeclarationReflection | undefined {
  const path = facade.split(".");
  const method = path.pop()!;
  const owner = path.reduce((at, key) => childOf(client, ownerName(at, key)), childOf(client, "WmClient"));
  return owner.children?.find(({ name, kind }) => name === method && kind === ReflectionKind.Method);
}

/** The class that a property holds, or that the method of that name returns. */
function ownerName(owner: DeclarationReflection, key: string): string {
  const member = childOf(owner, key);
  const type = member.type ?? member.signatures?.[0]?.type;
  if (!(type instanceof ReferenceType)) throw new Error(`${owner.name}.${key} holds no operations`);
  return type.name;
}

export function moduleOf(project: ProjectReflection, name: string): DeclarationReflection {
  return childOf(project, name);
}

function childOf(parent: Reflection, name: string): DeclarationReflection {
  const child = parent.getChildByName([name]);
  if (!(child instanceof DeclarationReflection)) throw new Error(`${parent.name} has no ${name} that the documentation could show`);
  return child;
}

async function write(
  app: Application,
  project: ProjectReflection,
  operations: readonly DocumentedOperation[],
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  app.options.setValue("navigationLinks", { Overview: `${outside}index.html`, "HTTP API": httpPage });
  app.renderer.on(PageEvent.END, (page) => {
    const up = "../".repeat(page.url.split("/").length);
    page.contents = (page.contents ?? "").replaceAll(`"${outside}`, `"${up}`);
  });
  const places = new Map<string, string>();
  // The router, which knows the pages and anchors, is gone when they are written.
  app.renderer.on(RendererEvent.END, () => {
    const client = moduleOf(project, "wm-customer-api");
    for (const operation of operations) {
      const method = methodOf(client, operation);
      if (method && app.renderer.router) places.set(operation.operationId, app.renderer.router.getFullUrl(method));
    }
  });
  await app.generateDocs(project, folder);
  if (app.logger.hasErrors() || app.logger.hasWarnings() || places.size < operations.length) throw new Error("TypeDoc could not write the pages of the client");
  return places;
}
