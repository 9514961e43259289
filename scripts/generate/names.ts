import type { Schema, Spec } from "./spec.js";

/** A table of the fields that the base specification and WM's reference name differently, for readers of the base. */
export function nameTable(spec: Spec): string {
  const rows = Object.entries(spec.components.schemas).flatMap(([schema, parts]) =>
    fieldsOf(parts).flatMap(([name, { "x-wm-same-as": sameAs }]) => (sameAs === undefined ? [] : [[`\`${schema}\``, `\`${name}\``, `\`${sameAs}\``]])),
  );
  return [["Type", "Base specification", "Façade"], ["---", "---", "---"], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function fieldsOf({ properties = {}, allOf = [] }: Schema): [string, Schema][] {
  return [...Object.entries(properties), ...allOf.flatMap(fieldsOf)];
}
