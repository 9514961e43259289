import { parseBase } from "./base.js";
import { checkSpec, withPlace } from "./check.js";
import { compile } from "./compile.js";
import type { Source } from "./files.js";
import { type Inputs, readInputs } from "./inputs.js";
import type { Merged } from "./merge.js";
import { checkOverlays } from "./overlays.js";
import { withTables } from "./operations-page.js";

export { checkMerged, refuseFindings } from "./merge.js";

/** Reads and checks the inputs, as far as that needs no merged spec. */
export async function checkSources(root: string, source: Source, overlays: readonly string[]): Promise<Inputs> {
  const inputs = await readInputs(root, parseBase(source), overlays);
  checkOverlays(inputs);
  return inputs;
}

/** Compiles `generated/`, by file name, and the page with the tables. */
export async function compileSpec(inputs: Inputs, { text, spec }: Merged, page: string | undefined) {
  checkSpec(inputs, spec);
  const compiled = await compile(text, spec, inputs).catch((error: unknown) => {
    throw withPlace(inputs, spec, error);
  });
  return { compiled, table: page === undefined ? undefined : withTables(page, spec) };
}
