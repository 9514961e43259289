import { join } from "node:path";
import { Application, Comment, Converter, JSX, type ProjectReflection, ReflectionKind, type SignatureReflection } from "typedoc";
import type { Operation } from "../generate/merged/spec.js";
import { httpLink } from "./http.js";

/** Interfaces for openapi-fetch, shown without members: those fill megabytes, and are on the page of the HTTP API. */
const wireTypes = ["components", "operations", "paths"];

export interface Client {
  readonly project: ProjectReflection;
  /** Writes the pages and returns the page of each operation's method, by operationId. */
  write(site: string): Promise<ReadonlyMap<string, string>>;
}

/** The operation of a method; undefined for other functions. */
type OperationOf = (signature: SignatureReflection) => Operation | undefined;

/** Reads all public doc comments with TypeDoc. Throws on warnings. */
export async function readClient(root: string, operations: readonly Operation[]): Promise<Client> {
  const app = await Application.bootstrap({ options: join(root, "typedoc.json") });
  app.options.setValue("markdownItLoader", ({ core }) => {
    // HTML is shown as text, so comments in the pages have to be removed.
    core.ruler.before("block", "comments", (state: { src: string }) => (state.src = state.src.replace(/^<!-- .* -->$/gm, "")));
  });
  const byMethod = new Map(operations.map((operation) => [methodOf(operation), operation]));
  const operationOf: OperationOf = ({ parent }) => byMethod.get(`${parent.parent?.name}.${parent.name}`);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    hideMembers(project);
    describeArguments(project, operationOf);
  });
  const methods = addLinks(app, operationOf);

  const refuseWarnings = () => {
    if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("TypeDoc warns of the mistakes above");
  };
  const project = await app.convert();
  if (project !== undefined) app.validate(project);
  refuseWarnings();
  return {
    project: project!,
    async write(site) {
      await app.generateDocs(project!, site);
      refuseWarnings();
      return methods;
    },
  };
}

/** The class and name of an operation's method: `WmServices.list` for `customer.services.list`. */
function methodOf({ facade = "" }: Operation): string {
  const [method, owner = "client"] = facade.split(".").toReversed();
  return `Wm${owner.charAt(0).toUpperCase()}${owner.slice(1)}.${method}`;
}

/** Hides constructors, which users do not call, and the members of wire types. */
function hideMembers(project: ProjectReflection): void {
  const wire = project.getReflectionsByKind(ReflectionKind.Property).filter(({ parent }) => wireTypes.includes(parent?.name ?? ""));
  for (const hidden of [...project.getReflectionsByKind(ReflectionKind.Constructor), ...wire]) project.removeReflection(hidden);
}

/** Describes path parameters in the words of the spec. */
function describeArguments(project: ProjectReflection, operationOf: OperationOf): void {
  for (const signature of project.getReflectionsByKind(ReflectionKind.CallSignature) as SignatureReflection[]) {
    const described = operationOf(signature)?.parameters.filter((parameter) => parameter.in === "path") ?? [];
    for (const argument of signature.parameters ?? []) {
      const text = described.find(({ name }) => name === argument.name)?.description;
      if (text) argument.comment ??= new Comment([{ kind: "text", text }]);
    }
  }
}

/** Links the pages to the HTTP API. Returns the page of each method by operationId, which is known when the pages are written. */
function addLinks({ renderer }: Application, operationOf: OperationOf): ReadonlyMap<string, string> {
  const links = (...of: readonly (readonly [href: string, text: string])[]) =>
    JSX.createElement("p", null, ...of.map(([href, text]) => JSX.createElement("a", { href }, text, " ")));
  const methods = new Map<string, string>();
  renderer.hooks.on("sidebar.begin", ({ relativeURL }) => links([relativeURL("http/index.html"), "HTTP API"], [relativeURL("openapi.yaml"), "openapi.yaml"]));
  renderer.hooks.on("comment.afterTags", ({ relativeURL, router }, _, reflection) => {
    const operation = reflection.isSignature() ? operationOf(reflection) : undefined;
    if (operation === undefined) return links();
    methods.set(operation.operationId, router.getFullUrl(reflection.parent!));
    return links([relativeURL(httpLink(operation)), `${operation.method} ${operation.path} in the HTTP API`]);
  });
  return methods;
}
