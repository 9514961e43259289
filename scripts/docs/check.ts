import { type CommentDisplayPart, type Comment, type DeclarationReflection, type ProjectReflection, ReflectionKind, type SignatureReflection } from "typedoc";
import { methodOf, moduleOf } from "./client.js";
import type { DocumentedOperation } from "./operations.js";

/** Modules written by hand; what is compiled from the spec has the spec's descriptions. */
const handwritten = ["wm-customer-api", "wm-customer-api/testing"];

/** What the doc comments of the public items lack, a line for each. */
export function missingDocs(project: ProjectReflection, operations: readonly DocumentedOperation[]): string[] {
  const items = handwritten.map((name) => moduleOf(project, name)).flatMap((module) => [module, ...membersOf(module)]);
  const client = moduleOf(project, handwritten[0]!);
  return [...new Set([...items.flatMap(lacksOf), ...operations.flatMap((operation) => lacksOfMethod(client, operation))])];
}

/** Everything below an item, and what its methods look like to a caller. */
function membersOf(parent: DeclarationReflection): (DeclarationReflection | SignatureReflection)[] {
  return (parent.children ?? []).flatMap((child) => {
    if (child.flags.isInherited) return [];
    // TypeDoc keeps the comment of a getter with its signature.
    return [...(child.signatures ?? [child.getSignature ?? child]), ...membersOf(child)];
  });
}

/** Numbers that are times, by their names or by what is said of them. */
const time = { name: /timeout|duration|wait|after|delay/i, summary: /\bhow long\b|\btime\b/i };

/** Words that say what another number counts. */
const count = /\b(?:how (?:many|often)|number of|status|port|bytes|since 1970)\b/i;

function lacksOfNumber(name: string, summary: string): string[] {
  if (time.name.test(name) || time.summary.test(summary)) return /\bmilliseconds\b/.test(summary) ? [] : ["does not say that it is in milliseconds"];
  return count.test(summary) ? [] : ["does not say what it counts"];
}

function lacksOf(item: DeclarationReflection | SignatureReflection): string[] {
  const { comment, type } = item;
  const name = item.getFriendlyFullName();
  if (comment === undefined || textOf(comment.summary) === "") return [`${name}: has no doc comment`];
  const types = (type?.toString() ?? "").split(" | ");
  // A decoded value, which may be null, has the spec's description.
  const isNumber = types.includes("number") && !types.includes("null");
  const isOption = item.flags.isOptional && item.parent !== undefined && /Options$/.test(item.parent.name);
  const isFunction = item.parent?.kind === ReflectionKind.Function;
  return [
    ...(isNumber ? lacksOfNumber(item.name, textOf(comment.summary)).map((lack) => `${name}: ${lack}`) : []),
    ...(isOption && comment.getTag("@defaultValue") === undefined ? [`${name}: has no @defaultValue`] : []),
    ...(isFunction && comment.getTag("@throws") === undefined ? [`${name}: has no @throws`] : []),
  ];
}

/** A façade method names the page of WM's reference that describes it, and its class names what the methods throw. */
function lacksOfMethod(client: DeclarationReflection, operation: DocumentedOperation): string[] {
  const { operationId, facade } = operation;
  const signatures = methodOf(client, operation)?.signatures ?? [];
  if (signatures.length === 0) return [`${operationId}: ${facade} is not among the documented methods`];
  const pages = signatures.flatMap(({ comment }) => (comment ? pagesOf(comment) : []));
  const page =
    operation.source === "base" || operation.page === undefined || pages.includes(operation.page) ? [] : [`${facade}: has no @see ${operation.page}`];
  const owner = methodOf(client, operation)?.parent;
  const throwsError = owner?.comment?.getTags("@throws").some(({ content }) => textOf(content).includes("WmError"));
  const errors = throwsError ? [] : [`${owner?.name}: has no @throws {@link WmError}`];
  return [...page, ...errors, ...signatures.flatMap(({ comment }) => (comment ? lacksOfSignature(facade ?? operationId, comment) : []))];
}

function lacksOfSignature(name: string, comment: Comment): string[] {
  const isPlaced = pagesOf(comment).length > 0 || /base spec only|Not documented by WM/i.test(textOf(comment.summary));
  return isPlaced ? [] : [`${name}: names no page of WM's reference with @see, nor says that only the base spec describes it`];
}

function pagesOf(comment: Comment): string[] {
  return comment.getTags("@see").flatMap(({ content }) => textOf(content).match(/https:\/\/api\.wm\.com\/\w*/g) ?? []);
}

function textOf(parts: readonly CommentDisplayPart[]): string {
  return parts
    .map(({ text }) => text)
    .join("")
    .trim();
}
