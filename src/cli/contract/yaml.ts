/** Keys that YAML parsers may read as a boolean or null. */
const reserved = /^(?:y|n|yes|no|true|false|on|off|null)$/i;

/** Block YAML of plain data. Strings are quoted as in JSON, which YAML includes. */
export function yaml(data: object): string {
  return `${linesOf(data).join("\n")}\n`;
}

function linesOf(node: object): string[] {
  if (Array.isArray(node)) return node.flatMap((item: unknown) => nested("-", item));
  return Object.entries(node).flatMap(([key, value]) => nested(`${keyOf(key)}:`, value));
}

function nested(head: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [`${head} ${JSON.stringify(value)}`];
  if (Object.keys(value).length === 0 || (Array.isArray(value) && value.every((item) => typeof item === "string"))) return [`${head} ${JSON.stringify(value)}`];
  const lines = linesOf(value);
  // A list item starts on the line of its dash.
  return head === "-" ? lines.map((line, index) => `${index === 0 ? "- " : "  "}${line}`) : [head, ...lines.map((line) => `  ${line}`)];
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w-]*$/.test(key) && !reserved.test(key) ? key : JSON.stringify(key);
}
