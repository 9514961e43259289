import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { overlayOf } from "../../../src/cli/contract/overlay.js";
import { callsOf } from "../../../src/cli/contract/plan.js";
import { redactorOf, stepOf } from "../../../src/cli/contract/redact.js";
import { undeclaredFields } from "../../../src/cli/contract/undeclared.js";
import { secret } from "../../support/client.js";

const calls = callsOf(new Map(), { today: "2026-01-31", from: "2026-01-31", to: "2026-01-31" });
const redact = redactorOf({ WM_TOKEN: secret });

/** The undeclared fields of these bodies, by call. */
function found(bodies: Readonly<Record<string, unknown>>) {
  return Object.entries(bodies).flatMap(([name, body]) => undeclaredFields(calls.find((call) => call.name === name)!, body, stepOf(redact)));
}

/** The overlay that declares the undeclared fields of these bodies. */
function overlayFor(bodies: Readonly<Record<string, unknown>>) {
  const overlay = overlayOf(found(bodies), "2026-01-31", redact);
  return { ...overlay, actions: parse(overlay.text).actions as { target: string; update: Readonly<Record<string, Readonly<Record<string, object>>>> }[] };
}

const note = { description: "Observed on 2026-01-31; undocumented", "x-wm-source": "observed" };
const scalar = (format: string, type: string | readonly string[] = "string") => ({ type, format, ...note });
const schema = (properties: object) => ({ type: "object", ...note, properties });
const components = (update: object) => ({ target: "$.components.schemas", update });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("undeclaredFields", () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ["a list", "listServices", { services: [{ a: 1, material: { b: 1 } }, { a: 2 }] }, ["$.services[*].a", "$.services[*].material.b", "$.services[*].a"]],
    ["a single object instead of a list", "listServices", { services: { id: 1, a: 1 } }, ["$.services.a"]],
    ["a list of one instead of an object", "listServices", [{ a: 1, services: [] }], ["$[*].a"]],
    ["a nested list instead of an object", "listServices", [[{ a: 1 }]], []],
    ["an object with allOf", "getInvoiceDetails", { lineItems: [], amount: 1, a: 1 }, ["$.a"]],
    ["anyOf an object and a list", "listTickets disposal", { metadata: [{ a: 1 }] }, ["$.metadata[*].a"]],
    ["the body of a variant", "listTickets disposal", { tickets: [{ site_name: "A", load_type: "B" }] }, ["$.tickets[*].load_type"]],
    ["the body without a variant", "listTickets", { tickets: [{ site_name: "A", load_type: "B" }] }, ["$.tickets[*].site_name"]],
    ["an object with the name of a method", "getBalance", { toString: 1 }, ["$.toString"]],
    ["no object", "listServices", "text", []],
  ])("finds them in %s", (_, name, body, paths) => {
    expect(found({ [name]: body }).map(({ path }) => path)).toEqual(paths);
  });
});

describe("overlayOf", () => {
  it("declares a field of a named schema, with its format and without its values", () => {
    const { text, declared, omitted } = overlayFor({ listServices: { services: [{ hauler_code: "000987" }, { hauler_code: null }] } });

    expect(text).toBe(`overlay: "1.1.0"
info:
  title: "Observed fields"
  version: "0.1.0"
  description: "Fields that a server sent on 2026-01-31 and the spec did not declare. Written by \`wm-customer-api contract --overlay\`."
actions:
  - target: "$.components.schemas"
    update:
      Service:
        properties:
          hauler_code:
            type: ["string","null"]
            format: "wm-identifier"
            description: "Observed on 2026-01-31; undocumented"
            x-wm-source: "observed"
`);
    expect([declared, omitted]).toEqual([1, []]);
  });

  it("names objects, below lists too", () => {
    const stops = [{ stop_id: "01", "gate code": "A", lock: { is_set: "Y" } }, { stop_id: "02" }];
    const services = [
      { stops, site: { zone: "7" }, codes: ["1", "2"] },
      { stops: [], site: null, codes: null },
    ];

    const { actions, declared } = overlayFor({ listServices: { services } });

    const properties = {
      stops: { type: "array", items: ref("ServiceStopsItem"), ...note },
      site: { anyOf: [ref("ServiceSite"), { type: "null" }], ...note },
      codes: { type: ["array", "null"], items: { type: "string", format: "wm-identifier" }, ...note },
    };
    expect(actions).toEqual([
      components({ Service: { properties } }),
      components({
        ServiceStopsItemLock: schema({ is_set: scalar("wm-flag") }),
        ServiceStopsItem: schema({ stop_id: scalar("wm-identifier"), "gate code": scalar("wm-text"), lock: { ...ref("ServiceStopsItemLock"), ...note } }),
        ServiceSite: schema({ zone: scalar("wm-identifier") }),
      }),
    ]);
    expect(declared).toBe(8);
  });

  it("adds a field of a shared schema once, with the values of all operations that show it", () => {
    const listContacts = { contacts: [{ address: { county: "Harris" } }] };
    const { actions } = overlayFor({ getCustomerOverview: { serviceAddress: { county: "7" } }, listContacts });

    expect(actions).toEqual([components({ Address: { properties: { county: scalar("wm-text") } } })]);
  });

  it("gives each response without declared fields a schema, whose name is new", () => {
    const { actions } = overlayFor({ listServicePrices: { prices: [{ rate: "12.50" }], Prices_item: { a: 1 } }, listPreferences: { "": { a: 1 }, a: 1 } });

    const media = (path: string) => `$.paths['/customers/{customerId}/${path}'].get.responses['200'].content['application/json']`;
    expect(actions.slice(0, 2)).toEqual([
      { target: media("services/prices"), update: { schema: ref("ListServicePricesResponse") } },
      { target: media("preferences"), update: { schema: ref("ListPreferencesResponse") } },
    ]);
    const names = ["ServicePricesResponsePricesItem", "ServicePricesResponsePricesItem2", "ServicePricesResponse", "PreferencesResponse"];
    expect(Object.keys(actions[2]!.update)).toEqual(names.map((name) => `List${name}`));
  });

  it("gives a new schema an unused name", () => {
    const { actions } = overlayFor({ listServices: { services: [{ list: { a: 1 }, MATERIAL: { a: 1 }, $: { a: 1 } }] } });

    expect(Object.keys(actions[1]!.update)).toEqual(["ServiceList2", "ServiceMATERIAL2", "ServiceField"]);
  });

  it.each([
    ["Service/properties/site", "$.components.schemas", ["Service", "properties", "site"], "ServiceSite"],
    ["InvoiceDetail/allOf/1/properties/fees/items", "$.components.schemas.InvoiceDetail.allOf[1]", ["properties", "fees", "items"], "InvoiceDetailFeesItem"],
  ])("declares the fields of an open object at %s", (path, target, keys, name) => {
    const field = { name: "a", path: "$.a", value: 1, isOpen: true, place: ["components", "schemas", ...path.split("/")] };
    const [action] = parse(overlayOf([field], "2026-01-31", redact).text).actions;

    expect(action).toEqual({ target, update: keys.reduceRight<object>((inner, key) => ({ [key]: inner }), ref(name)) });
  });

  it("omits a field without a format or with an unusable name, and a field of something that is not an object", () => {
    const fields = { known: "1", only_null: null, empty: [], nothing: {}, nested: [["1"]], both: [{ a: "1" }], mixed: [{ a: "1" }, "1"] };
    const names = { [`echo ${secret}`]: "1", "\u001b[31m": "1", "*/ alert(1)": "1", constructor: "1", below: { [secret]: "1" } };

    const { actions, omitted } = overlayFor({ listServices: { services: [{ ...fields, ...names, status: { a: 1 } }, { both: { a: "1" } }] } });

    expect(actions).toEqual([components({ Service: { properties: { known: scalar("wm-identifier") } } })]);
    const omittedNames = [".only_null", ".empty", ".nothing", ".nested", ".both", ".mixed", '["echo [redacted]"]', '["\\u001b[31m"]', '["*/ alert(1)"]'];
    const below = ['.below["[redacted]"]', ".below"];
    expect(omitted).toEqual([...omittedNames, ".constructor", ...below].map((step) => `$.services[*]${step}`));
  });

  it("declares objects down to a depth of 20", () => {
    const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}"1"${"}".repeat(depth)}`);
    const at = (depth: number) => overlayFor({ listServices: { services: [{ deep: nested(depth) }] } }).declared;

    expect([at(3), at(20), at(21)]).toEqual([4, 21, 0]);
    expect(at(50_000)).toBe(0);
  });

  it("quotes names that YAML reads differently", () => {
    const odd = { no: "a", on: "a", "a: b": "a", "- c": "a", 1: "a" };
    const { actions, text } = overlayFor({ listServices: { services: [odd] } });

    expect(Object.keys(actions[0]!.update.Service!.properties!)).toEqual(["no", "on", "a: b"]);
    expect(text).toContain('\n          "no":\n');
  });
});
