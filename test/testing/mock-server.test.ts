import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createWmClient } from "wm-customer-api";
import { startMockServer } from "wm-customer-api/testing";
import { expect, it, onTestFinished } from "vitest";
import { rejection } from "../support/client.js";

const customer = (baseUrl: string) => createWmClient({ clientId: "any", token: "any", baseUrl, maxRetries: 0 }).customer("123456789");

/** A port that nobody listens on any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it("listens on the port that is asked for, and gives it back when it is closed, however often that is asked for", async () => {
  const port = await freePort();

  for (const _ of [1, 2]) {
    const mock = await startMockServer({ port });
    expect(mock.url).toBe(`http://127.0.0.1:${port}`);
    await customer(mock.url).balance();
    await Promise.all([mock.close(), mock.close()]);
    await mock.close();
  }
});

it("says which port is taken", async () => {
  const mock = await startMockServer();
  onTestFinished(() => mock.close());
  const port = Number(new URL(mock.url).port);

  const error = await rejection(startMockServer({ port }));

  expect(String(error)).toMatch(new RegExp(`^Error: startMockServer cannot listen on port ${port}: .*EADDRINUSE`));
});

it("answers with the examples of the spec, or with what it makes up from the schemas", async () => {
  const [fixed, dynamic] = [await startMockServer(), await startMockServer({ dynamic: true })];
  onTestFinished(async () => void (await Promise.all([fixed.close(), dynamic.close()])));
  const amounts = async (url: string) => (await customer(url).tickets.surcharges("822908")).tickets?.map(({ details }) => details?.map(({ amount }) => amount));

  expect(await amounts(fixed.url)).toEqual([[147.14]]);
  expect(await amounts(dynamic.url)).not.toEqual([[147.14]]);
});
