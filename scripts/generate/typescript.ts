import { createRequire } from "node:module";

/** TypeScript as CommonJS. As a module, Node would scan its nine megabytes for exports, which takes half a second. */
export const ts = createRequire(import.meta.url)("typescript") as typeof import("typescript");
