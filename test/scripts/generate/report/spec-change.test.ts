import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { compareSpecs } from "../../../../scripts/generate/report/spec-change.js";
import { changed, root } from "../../../support/project.js";

const base = await readFile(`${root}openapi/base.yaml`, "utf8");

it("rates a new value that callers may send as minor", async () => {
  const after = changed(base, (text) => text.replace("COMMERCIAL, ROLLOFF]", "COMMERCIAL, ROLLOFF, INDUSTRIAL]"));

  const { lines, bump } = await compareSpecs(root, base, after);

  expect(lines).toEqual(["minor  GET /customers/{customerId}/services  parameters/3/schema: modified enum, gained INDUSTRIAL", "0 major, 1 minor, 0 patch."]);
  expect(bump).toBe("minor");
});

it("asks for no release if nothing changes", async () => {
  expect(await compareSpecs(root, base, base)).toEqual({ lines: ["0 major, 0 minor, 0 patch."], bump: undefined });
});
