import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { byName, check, exampleFor, temporaryFile } from "../../support/contract.js";
import { secret } from "../../support/client.js";
import { type Handler, json } from "../../support/server.js";
import { customerId } from "../../support/spec.js";

/** Runs the check with `--overlay`. */
async function overlayOf(deviations: Readonly<Record<string, Handler>>): Promise<{ readonly stderr: string; readonly text: string; readonly overlay: any }> {
  const file = await temporaryFile("observed.yaml");
  const { stderr } = await check(deviations, ["--overlay", file]);
  const text = await readFile(file, "utf8").catch(() => "");
  return { stderr, text, overlay: parse(text) };
}

const today = new Date().toISOString().slice(0, 10);
const note = { description: `Observed on ${today}; undocumented`, "x-wm-source": "observed" };
const services = exampleFor(`/customers/${customerId}/services`) as { services: object[] };

/** The services of the example, the first with these fields added. */
const servicesWith = (...added: object[]): Handler => json({ ...services, services: added.map((fields) => ({ ...services.services[0], ...fields })) });

describe("the overlay", () => {
  it("declares a field of a named schema, with its format and without its values", async () => {
    const { text, overlay, stderr } = await overlayOf({ "/services": servicesWith({ hauler_code: "000987" }, { hauler_code: null }) });

    expect(overlay).toMatchObject({ overlay: "1.1.0", info: { title: "Observed fields", version: "0.1.0" } });
    expect(overlay.actions).toEqual([
      {
        target: "$.components.schemas",
        update: { Service: { properties: { hauler_code: { type: ["string", "null"], format: "wm-identifier", ...note } } } },
      },
    ]);
    expect(text).not.toContain("987");
    expect(stderr).toMatch(/^Wrote 1 undeclared field to the overlay\.\n/);
  });

  it("names objects, below lists too", async () => {
    const stops = [{ stop_id: "01", "gate code": "A", lock: { is_set: "Y" } }, { stop_id: "02" }];
    const { overlay } = await overlayOf({ "/services": servicesWith({ stops, site: { zone: "7" } }, { stops: [], site: null }) });

    const schema = (properties: object) => ({ type: "object", ...note, properties });
    expect(overlay.actions).toEqual([
      {
        target: "$.components.schemas",
        update: {
          Service: {
            properties: {
              stops: { type: "array", items: { $ref: "#/components/schemas/ServiceStopsItem" }, ...note },
              site: { anyOf: [{ $ref: "#/components/schemas/ServiceSite" }, { type: "null" }], ...note },
            },
          },
        },
      },
      {
        target: "$.components.schemas",
        update: {
          ServiceStopsItemLock: schema({ is_set: { type: "string", format: "wm-flag", ...note } }),
          ServiceStopsItem: schema({
            stop_id: { type: "string", format: "wm-identifier", ...note },
            "gate code": { type: "string", format: "wm-text", ...note },
            lock: { $ref: "#/components/schemas/ServiceStopsItemLock", ...note },
          }),
          ServiceSite: schema({ zone: { type: "string", format: "wm-identifier", ...note } }),
        },
      },
    ]);
  });

  it("adds a field of a shared schema once, with the values of all operations that show it", async () => {
    const { overlay } = await overlayOf({
      "/customers": json({ serviceAddress: { county: "7" } }),
      "/contacts": json({ contacts: [{ address: { county: "Harris" } }] }),
    });

    const update = { Address: { properties: { county: { type: "string", format: "wm-text", ...note } } } };
    expect(overlay.actions).toEqual([{ target: "$.components.schemas", update }]);
  });

  it("gives a response without declared fields a schema", async () => {
    const { overlay } = await overlayOf({ "/services/prices": json({ prices: [{ rate: "12.50" }] }) });

    expect(overlay.actions[0]).toEqual({
      target: "$.paths['/customers/{customerId}/services/prices'].get.responses['200'].content['application/json']",
      update: { schema: { $ref: "#/components/schemas/ListServicePricesResponse" } },
    });
    expect(Object.keys(overlay.actions[1].update)).toEqual(["ListServicePricesResponsePricesItem", "ListServicePricesResponse"]);
  });

  it("omits a field without a format, and names it", async () => {
    const { overlay, stderr } = await overlayOf({
      "/services": servicesWith({
        known: "1",
        only_null: null,
        empty: [],
        nothing: {},
        nested: [["1"]],
        mixed: [{ a: "1" }, "1"],
        [`echo ${secret}`]: "1",
        "\u001b[31m": "1",
        "\u009b31m": "1",
        below: { [`echo ${secret}`]: "1", "\u009b31m": "1" },
        "*/ alert(1)": "1",
        constructor: "1",
      }),
    });

    expect(Object.keys(overlay.actions[0].update.Service.properties)).toEqual(["known"]);
    expect(stderr).toContain("$.services[*].only_null, $.services[*].empty, $.services[*].nothing, $.services[*].nested, $.services[*].mixed");
    expect(stderr).toContain('$.services[*]["echo [redacted]"]');
    expect(stderr).toContain('$.services[*].below["echo [redacted]"]');
    expect(stderr).not.toMatch(/[\u001b\u009b]/);
  });

  it("quotes names that YAML reads differently", async () => {
    const odd = { no: "a", on: "a", "a: b": "a", "- c": "a", "1": "a" };
    const { overlay } = await overlayOf({ "/services": servicesWith(odd) });

    expect(Object.keys(overlay.actions[0].update.Service.properties)).toEqual(["no", "on", "a: b"]);
  });

  it("survives a deeply nested value", async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    const body = JSON.stringify(services).replace('"services":[{', `"services":[{"deep":${deep},`);
    const { stderr } = await overlayOf({ "/services": (response) => void response.writeHead(200, { "content-type": "application/json" }).end(body) });

    expect(stderr).toContain("$.services[*].deep");
  });

  it("is not written if the spec declares every field", async () => {
    const { text, stderr } = await overlayOf({});

    expect(text).toBe("");
    expect(stderr).toBe("No overlay was written: the spec declares every field with a value.\n");
  });

  it("does not replace a file, and the report is printed all the same", async () => {
    const file = await temporaryFile("observed.yaml");
    await writeFile(file, "earlier");

    const { code, stdout, stderr } = await check({ "/services": servicesWith({ hauler_code: "000987" }) }, ["--json", "--overlay", file]);

    expect(await readFile(file, "utf8")).toBe("earlier");
    expect(stderr).toMatch(/^--overlay: the file exists already; choose another name\n/);
    expect(byName(stdout).listServices.undeclared).toEqual(["$.services[*].hauler_code"]);
    expect(code).toBe(2);
  });
});
