import { InputError, tableFile } from "./files.js";
import { nameTable } from "./names.js";
import { type Operation, operationsOf, type Spec } from "./spec.js";

/** The page with its tables compiled from the merged spec: of the operations, and of the fields with two names. */
export function withTables(page: string, spec: Spec): string {
  return withTable(withTable(page, "operations", operationTable(operationsOf(spec))), "names", nameTable(spec));
}

function withTable(page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: compiled from the merged spec by \`npm run generate\` -->`, `<!-- /${name} -->`];
  const [first, last] = [page.indexOf(begin), page.indexOf(end)];
  if (first < 0 || last < first) throw new InputError(`${tableFile}: the lines ${begin} and ${end} must be around the table of ${name}`);
  return `${page.slice(0, first + begin.length)}\n\n${table}\n\n${page.slice(last)}`;
}

function operationTable(operations: readonly Operation[]): string {
  const groups = [...new Set(operations.map(groupOf))];
  const sorted = operations.toSorted((one, other) => groups.indexOf(groupOf(one)) - groups.indexOf(groupOf(other)));
  const rows = sorted.map((operation) => [
    operation.facade === undefined ? "" : `\`${facadeCall(operation)}\``,
    `\`${operation.method} ${operation.path}\``,
    operation.documented ?? "",
    pageLink(operation),
  ]);
  const lines = [["Call", "Request", "Documented", "Page"], ["---", "---", "---", "---"], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The owner of the façade method, such as `customer.services`. */
function groupOf({ facade = "" }: Operation): string {
  return facade.slice(0, facade.lastIndexOf("."));
}

/** How the façade is called, `account` being `wm.customer(customerId)`. */
export function facadeCall({ facade = "", parameters, takesBody }: Operation): string {
  const path = parameters.filter((parameter) => parameter.in === "path" && parameter.name !== "customerId").map(({ name }) => name);
  // A parameter that must be given and allows one value is sent by the façade itself.
  const query = parameters.filter((parameter) => parameter.in === "query" && !(parameter.required && parameter.schema?.enum?.length === 1));
  const queryName = query.some(({ required }) => required) ? "query" : "query?";
  const args = [...path, ...(query.length > 0 ? [queryName] : []), ...(takesBody ? ["body"] : [])];
  const receiver = facade.startsWith("customer.") ? facade.replace("customer", "account") : `wm.${facade}`;
  return `${receiver}(${args.join(", ")})`;
}

/** Only the base spec describes an operation without a page of its own. */
function pageLink({ page }: Operation): string {
  const name = page?.split("/").at(-1);
  return name ? `[${name}](${page})` : "";
}
