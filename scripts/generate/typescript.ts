import { createRequire } from "node:module";

/** TypeScript, as CommonJS: Node need not search its nine megabytes for the names that they export, which takes half a second. */
export const ts = createRequire(import.meta.url)("typescript") as typeof import("typescript");
