import { InputError } from "../errors.js";
import { type Operation, operationsOf, type Schema, type Spec } from "../merged/spec.js";

export const page = "docs/operations.md";

/** The page with its tables compiled from the merged spec: of the operations, and of the fields with two names. */
export function withTables(text: string, spec: Spec): string {
  const operations = tableOf(["Call", "Request", "Documented", "Page"], operationRows(operationsOf(spec)));
  return withTable(withTable(text, "operations", operations), "names", tableOf(["Type", "Base specification", "Façade"], nameRows(spec)));
}

function withTable(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: compiled from the merged spec by \`npm run generate\` -->`, `<!-- /${name} -->`];
  const [first, last] = [text.indexOf(begin), text.indexOf(end)];
  if (first < 0 || last < first) throw new InputError(`${page}: the lines ${begin} and ${end} must be around the table of ${name}`);
  return `${text.slice(0, first + begin.length)}\n\n${table}\n\n${text.slice(last)}`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function operationRows(operations: readonly Operation[]): string[][] {
  const groups = [...new Set(operations.map(groupOf))];
  const sorted = operations.toSorted((one, other) => groups.indexOf(groupOf(one)) - groups.indexOf(groupOf(other)));
  return sorted.map((operation) => [
    `\`${facadeCall(operation)}\``,
    `\`${operation.method} ${operation.path}\``,
    operation.documented ?? "",
    pageLink(operation),
  ]);
}

/** The fields that the base specification and WM's reference name differently. */
function nameRows({ components: { schemas } }: Spec): string[][] {
  return Object.entries(schemas).flatMap(([schema, parts]) =>
    fieldsOf(parts).flatMap(([name, { "x-wm-same-as": sameAs }]) => (sameAs === undefined ? [] : [[`\`${schema}\``, `\`${name}\``, `\`${sameAs}\``]])),
  );
}

function fieldsOf({ properties = {}, allOf = [] }: Schema): [string, Schema][] {
  return [...Object.entries(properties), ...allOf.flatMap(fieldsOf)];
}

/** The owner of the façade method, such as `customer.services`. */
function groupOf({ facade = "" }: Operation): string {
  return facade.slice(0, facade.lastIndexOf("."));
}

/** The façade call, where `account` is `wm.customer(customerId)`. */
export function facadeCall({ facade = "", ids, query, takesBody }: Operation): string {
  // The façade itself sends required parameters with only one possible value.
  const given = query.filter(({ required, schema }) => !(required && schema?.enum?.length === 1));
  const queryName = given.some(({ required }) => required) ? "query" : "query?";
  const args = [...ids, ...(given.length > 0 ? [queryName] : []), ...(takesBody ? ["body"] : [])];
  const receiver = facade.startsWith("customer.") ? facade.replace("customer", "account") : `wm.${facade}`;
  return `${receiver}(${args.join(", ")})`;
}

/** Only the base spec describes an operation without a page of its own. */
function pageLink({ page }: Operation): string {
  const name = page?.split("/").at(-1);
  return name ? `[${name}](${page})` : "";
}
