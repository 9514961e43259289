import { checkSpec } from "../merged/check.js";
import { contractSpec } from "./contract.js";
import { visible } from "../errors.js";
import { nodeAt } from "../inputs/input.js";
import type { Merged } from "../merged/merge.js";
import { modelOf } from "./model.js";
import { page, withTables } from "./operations-page.js";
import type { Inputs } from "../inputs/overlays.js";
import { facadeTypes, routeTable, routeTypes } from "./routes.js";
import { mergedFile, operationsOf } from "../merged/spec.js";
import { tables, tableTypes } from "./tables.js";
import { valueTypes } from "./values.js";
import { wireTypes } from "./wire.js";

const banner = "Compiled from openapi/ by `npm run generate`. Do not edit.";
const types = (text: string) => visible(`/** ${banner} */\n\n${text}`);
const code = (text: string) => visible(`/* ${banner} */\n${text}`);

/** The compiled files by path. `written` is the page with tables as it is. */
export async function compile({ base }: Inputs, { text, spec, where }: Merged, written: string | undefined): Promise<Readonly<Record<string, string>>> {
  const operations = operationsOf(spec);
  checkSpec(spec, where);
  const model = modelOf(spec, operations, { where, isBase: (path) => nodeAt(base.content, path) !== undefined });
  return {
    [mergedFile]: text,
    "generated/wire.d.ts": types(await wireTypes(spec)),
    "generated/values.d.ts": types(valueTypes(model)),
    "generated/tables.js": code(tables(model)),
    "generated/tables.d.ts": types(tableTypes),
    "generated/routes.js": code(routeTable(operations)),
    "generated/routes.d.ts": types(routeTypes(operations)),
    "generated/facade.d.ts": types(facadeTypes(operations)),
    "generated/contract.json": visible(contractSpec(spec)),
    ...(written !== undefined && { [page]: withTables(written, spec) }),
  };
}
