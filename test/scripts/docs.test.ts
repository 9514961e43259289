import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeclarationReflection } from "typedoc";
import { expect, it, onTestFinished } from "vitest";
import { missingDocs } from "../../scripts/docs/check.js";
import { methodOf, moduleOf, withClientPages } from "../../scripts/docs/client.js";
import { deadLinks } from "../../scripts/docs/links.js";
import { operationAnchor, readOperations } from "../../scripts/docs/operations.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("every public item says what it is, in which unit, what is the default, what it throws and on which page it rests", async () => {
  const operations = await readOperations(root);
  await withClientPages(root, operations, async ({ project }) => {
    expect(missingDocs(project, operations)).toEqual([]);
    const signaturesOf = (facade: string) => methodOf(moduleOf(project, "wm-customer-api"), { facade })!.signatures!;
    expect(signaturesOf("customer.tickets.list").map(({ type }) => String(type))).toEqual([
      "WmPromise<DisposalTicketList>",
      "WmPromise<TicketList>",
      "WmPromise<TicketList | DisposalTicketList>",
    ]);
    const [get] = signaturesOf("customer.invoices.get");
    expect(get!.parameters![0]!.comment!.summary.map(({ text }) => text).join("")).not.toBe("");

    // The check itself: what it says when doc comments go.
    const client = moduleOf(project, "wm-customer-api");
    const option = (name: string) => client.getChildByName(["WmClientOptions", name]) as DeclarationReflection;
    const [balance] = methodOf(client, { facade: "customer.balance" })!.signatures!;
    option("hooks").comment!.removeTags("@defaultValue");
    option("timeout").comment!.summary = [{ kind: "text", text: "How long." }];
    option("maxRetries").comment!.summary = [{ kind: "text", text: "Supported retries, in milliseconds or not." }];
    option("clientId").comment!.summary = [];
    const field = (owner: string, name: string) => client.getChildByName([owner, name]) as DeclarationReflection;
    field("WmRetryEvent", "wait").comment!.summary = [{ kind: "text", text: "How many are waited for." }];
    field("WmApiError", "retryAfter").comment!.summary = [{ kind: "text", text: "How long WM asks to wait: a number of seconds." }];
    const [decode] = (client.getChildByName("decodeWire") as DeclarationReflection).signatures!;
    decode!.comment!.removeTags("@throws");
    moduleOf(project, "wm-customer-api/testing").comment!.summary = [];
    balance!.comment!.removeTags("@see");
    (client.getChildByName("WmCustomer") as DeclarationReflection).comment!.removeTags("@throws");

    expect(missingDocs(project, operations)).toEqual([
      "wm-customer-api.decodeWire: has no @throws",
      "wm-customer-api.WmApiError.retryAfter: does not say that it is in milliseconds",
      "wm-customer-api.WmRetryEvent.wait: does not say that it is in milliseconds",
      "wm-customer-api.WmClientOptions.clientId: has no doc comment",
      "wm-customer-api.WmClientOptions.timeout: does not say that it is in milliseconds",
      "wm-customer-api.WmClientOptions.maxRetries: does not say what it counts",
      "wm-customer-api.WmClientOptions.hooks: has no @defaultValue",
      "wm-customer-api/testing: has no doc comment",
      "customer.balance: has no @see https://api.wm.com/balance",
      "WmCustomer: has no @throws {@link WmError}",
      "customer.balance: names no page of WM's reference with @see, nor says that only the base spec describes it",
    ]);
  });
});

it("links every operation to its place in the pages of the HTTP API", async () => {
  const anchors = (await readOperations(root)).map(operationAnchor);

  expect(anchors).toContain("#tag/Services/operation/listServices");
  expect(new Set(anchors).size).toBe(anchors.length);
});

it("finds links that lead nowhere", async () => {
  const site = await mkdtemp(join(tmpdir(), "wm-site-"));
  onTestFinished(() => rm(site, { recursive: true }));
  await mkdir(join(site, "http"));
  const links = ["http/index.html#tag/Any", "a.html", "a.html#there", "a.html#gone", "#here", "#gone", "b.html", "https://example.com/gone"];
  await writeFile(join(site, "index.html"), `<p id="here">${links.map((link) => `<a href="${link}"></a>`).join("")}`);
  await writeFile(join(site, "a.html"), '<p id="there">');
  await writeFile(join(site, "http/index.html"), '<a href="/corrected"></a>{"text":"[one](../a.html#there), [other](../a.html#lost)."}');

  const dead = await deadLinks(site);

  expect(dead.toSorted()).toEqual(["http/index.html: ../a.html#lost", "index.html: #gone", "index.html: a.html#gone", "index.html: b.html"]);
});
