import { createWmClient, type WmConfigError } from "wm-customer-api";
import { describe, expect, it } from "vitest";
import { credentials, rejection } from "../support/client.js";
import { json, serve } from "../support/server.js";
import { operations } from "../support/spec.js";

async function setup() {
  const server = await serve(json({}));
  return { server, account: createWmClient({ ...credentials, baseUrl: server.url }).customer("1") };
}

describe("a day that is given as an argument", () => {
  it.each(["2026-02-30", "2026-13-01", "2025-02-29", "2026-00-10", "2026-1-1", "26-01-01", "01/31/2026", "2026-01-31T00:00:00Z", " 2026-01-31", "today", ""])(
    "is refused when it is %j, and nothing is sent",
    async (day) => {
      const { server, account } = await setup();
      const calls = {
        fromDate: account.invoices.list({ fromDate: day }),
        endDate: account.invoices.list({ endDate: day }),
        toDate: account.activities.notes({ toDate: day }),
        requestDate: account.services.etaForDate("1", { requestDate: day }),
      };

      for (const [name, call] of Object.entries(calls)) {
        const error = (await rejection(call)) as WmConfigError;
        expect(error.name).toBe("WmConfigError");
        expect(error.message).toContain(name);
        expect(error.attempts).toBe(0);
      }
      expect(server.requests).toHaveLength(0);
    },
  );

  it.each(["2026-01-31", "2024-02-29", "2000-02-29", "1999-12-31"])("is sent when it is %s", async (day) => {
    const { server, account } = await setup();

    await account.cases.list({ fromDate: day, toDate: day });

    expect(server.requests[0]!.url).toBe(`/customers/1/cases?fromDate=${day}&toDate=${day}`);
  });

  it.each([
    ["fromDate", "toDate"],
    ["startDate", "endDate"],
  ])("is refused when %s is after %s", async (from, to) => {
    const { server, account } = await setup();

    const error = (await rejection(account.invoices.list({ [from]: "2026-02-01", [to]: "2026-01-31" }))) as WmConfigError;

    expect(error.name).toBe("WmConfigError");
    expect(error.message).toBe(`listInvoices: ${from}: must not be after ${to}`);
    expect(error.operation).toBe("listInvoices");
    expect(server.requests).toHaveLength(0);
  });

  it("is told by its name, which ends in Date for every such parameter of the spec and for no other", () => {
    const queries = operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in === "query"));

    for (const { name, schema } of queries) expect([name, name.endsWith("Date")]).toEqual([name, schema.format === "date"]);
  });
});
