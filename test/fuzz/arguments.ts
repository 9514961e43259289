import type { WmClient } from "wm-customer-api";
import { argumentsOf, customerId, facadeMethod, type Operation, sample, sampleBody, sampleQuery } from "../support/spec.js";
import { middlewareOf } from "./middleware.js";
import type { CallPlan, Spoil } from "./plan.js";

const ids: Partial<Record<Spoil, string>> = { blankId: " ", dotId: "..", lineId: "12\n3", surrogateId: "1\ud800" };

const options: Partial<Record<Spoil, object>> = {
  badTimeout: { timeout: Number.NaN },
  unknownOption: { retries: 3 },
  badSignal: { signal: {} },
  ownToken: { headers: { Authorization: "Bearer mine" } },
};

function badBody(spoil: Spoil | undefined): unknown {
  const cycle: Record<string, unknown> = { email: "a@b.c" };
  switch (spoil) {
    case "cycle":
      return Object.assign(cycle, { cycle });
    case "bigint":
      return { email: 1n };
    case "promise":
      return Promise.resolve({ email: "a@b.c" });
    case "date":
      return new Date(0);
    case "map":
      return new Map([["email", "a@b.c"]]);
    case "noJson":
      return { email: "a@b.c", toJSON: () => undefined };
    default:
      return undefined;
  }
}

/** Whether a spoil makes this call unusable. */
export function isSpoilt({ spoil, road }: CallPlan, operation: Operation): boolean {
  if (spoil === undefined) return false;
  if (spoil in ids) return operation.path.includes("{customerId}");
  // openapi-fetch drops unknown options.
  if (spoil in options) return road === "facade" || spoil !== "unknownOption";
  return operation.requestBody !== undefined;
}

/** Calls the façade's method with the spec's examples, or the plan's arguments. */
export function callFacade(wm: WmClient, operation: Operation, { spoil }: CallPlan, given: object): Promise<unknown> {
  const client = new Proxy(wm, {
    get: (target, key) => (key === "customer" ? () => wm.customer((spoil && ids[spoil]) ?? customerId) : Reflect.get(target, key, target)),
  });
  const [owner, method] = facadeMethod(client, operation);
  const args = argumentsOf(operation).map(withoutSynonyms);
  const body = badBody(spoil);
  if (body !== undefined && operation.requestBody) args[args.length - 1] = body;
  return Reflect.apply(method, owner, [...args, { ...given, ...(spoil && options[spoil]) }]) as Promise<unknown>;
}

/** Keeps only the reference's name of a day, if a query has both names. */
function withoutSynonyms(argument: unknown): unknown {
  if (typeof argument !== "object" || argument === null || !("fromDate" in argument && "startDate" in argument)) return argument;
  const { startDate: _, endDate: __, ...rest } = argument as Readonly<Record<string, unknown>>;
  return rest;
}

/** Content of a raw body. The server must receive every byte. */
const form = () => {
  const data = new FormData();
  data.set("email", "zoë@example.com");
  return data;
};

function streamOf(chunks: readonly string[], isEndless: boolean): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      if (!isEndless) controller.close();
    },
  });
}

function rawBody(operation: Operation, { spoil, sends }: CallPlan): object {
  if (operation.requestBody === undefined) return {};
  const bad = badBody(spoil);
  if (bad !== undefined) return { body: bad };
  if (sends === "form") return { body: form() };
  if (sends === "sample") return { body: sampleBody(operation) };
  return { body: streamOf(['{"email":', '"a@b.c"}'], sends === "endless"), bodySerializer: (body: unknown) => body };
}

/** Whether a call sends a body that never ends. */
export function isEndless({ road, sends, spoil }: CallPlan, operation: Operation): boolean {
  return road === "raw" && sends === "endless" && operation.requestBody !== undefined && badBody(spoil) === undefined;
}

/** Calls the method of `wm.raw` with the spec's examples, or the plan's arguments. */
export function callRaw(wm: WmClient, operation: Operation, plan: CallPlan, given: object): Promise<unknown> {
  const { spoil, parseAs, middleware } = plan;
  const path = Object.fromEntries(operation.parameters.filter((parameter) => parameter.in === "path").map((parameter) => [parameter.name, sample(parameter)]));
  if (spoil && spoil in ids) path.customerId = ids[spoil]!;
  const methods = wm.raw as unknown as Readonly<Record<string, (path: string, init: object) => Promise<unknown>>>;
  return methods[operation.method]!(operation.path, {
    ...given,
    ...(spoil && options[spoil]),
    params: { path, query: sampleQuery(operation) },
    ...rawBody(operation, plan),
    parseAs,
    middleware: middlewareOf(middleware),
  });
}
