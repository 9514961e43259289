import { join } from "node:path";
import { loadPrism, type Prism as Loaded, prismSettings, violationsOf } from "../prism.js";

type Operation = Awaited<ReturnType<Loaded["getHttpOperationsFromSpec"]>>[number];

/** A request in Prism's form. */
export type PrismRequest = Parameters<ReturnType<Loaded["createInstance"]>["request"]>[0];

/** The operation that matches a request. */
export interface Match {
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
}

/** A response, ready to be sent. */
export interface PrismResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Whether the request conforms to the spec. */
  readonly isValid: boolean;
}

/** Prism over the spec of this package. */
export interface Prism {
  /** Ids of all operations. */
  readonly operations: readonly string[];
  match(request: PrismRequest): Match | undefined;
  /** Validates a request and creates the response. */
  respond(request: PrismRequest): Promise<PrismResponse>;
}

/** Loads Prism and the spec. With `dynamic`, bodies are generated from the schemas instead of taken from the examples. */
export async function startPrism(dynamic: boolean): Promise<Prism> {
  const { createInstance, createLogger, getHttpOperationsFromSpec, ProblemJsonError } = await loadPrism("startMockServer");
  const declared = await getHttpOperationsFromSpec(join(import.meta.dirname, "../../generated/openapi.yaml"));
  const routes = declared.map((operation) => route(withBusy(operation)));
  const all = routes.map(({ operation }) => operation);
  const config = { ...prismSettings, isProxy: false } as const;
  const mock = { dynamic, ignoreExamples: false };
  const prism = createInstance({ ...config, mock }, { logger: createLogger("prism", { level: "silent" }) });

  function find({ method, url }: PrismRequest): { readonly route: Route; readonly path: Match["path"] } | undefined {
    const segments = url.path.split("/");
    for (const candidate of routes) {
      const path = candidate.operation.method === method ? parametersOf(candidate.segments, segments) : undefined;
      if (path !== undefined) return { route: candidate, path };
    }
    return undefined;
  }

  return {
    operations: routes.map(({ id }) => id),
    match(request) {
      const found = find(request);
      return found && { operation: found.route.id, path: found.path };
    },
    async respond(request) {
      const found = find(request)?.route;
      // Prism responds with the first example, regardless of the query.
      const operation = request.url.query?.ticket_type === "disposal" ? found?.disposal : found?.operation;
      // Prism writes into this object.
      const preferred = { ...mock, ...preferences(request.headers?.prefer) };
      const outcome = await prism.request(request, operation === undefined ? all : [operation], { ...config, mock: preferred })();
      if (outcome._tag === "Left") return problem(ProblemJsonError.toProblemJson(outcome.left));
      const { output, validations } = outcome.right;
      const violations = violationsOf(validations);
      // Prism gives null for a header without an example.
      const headers = Object.entries(output.headers ?? {}).filter(([, value]) => value !== null);
      return {
        status: output.statusCode,
        headers: { ...Object.fromEntries(headers), ...(violations.length > 0 && { "sl-violations": headerValue(violations) }) },
        body: output.body === undefined ? undefined : JSON.stringify(output.body),
        isValid: violations.every(({ location: [side], severity }) => side !== "request" || severity !== "Error"),
      };
    },
  };
}

/** An error in the form of RFC 9457. */
export function problem(details: { readonly title: string; readonly status: number; readonly detail: string }): PrismResponse {
  return { status: details.status, headers: { "Content-Type": "application/problem+json" }, body: JSON.stringify(details), isValid: false };
}

interface Route {
  readonly id: string;
  readonly segments: readonly string[];
  readonly operation: Operation;
  /** The operation with the example named `disposal` first. */
  readonly disposal: Operation;
}

function route(operation: Operation): Route {
  return { id: operation.iid ?? operation.id, segments: operation.path.split("/"), operation, disposal: withDisposalFirst(operation) };
}

/** The path parameters, decoded; undefined if the path does not match the template. */
function parametersOf(template: readonly string[], path: readonly string[]): Match["path"] | undefined {
  if (path.length !== template.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, part] of template.entries()) {
    const segment = decoded(path[index]!);
    if (part.startsWith("{")) parameters.push([part.slice(1, -1), segment]);
    else if (part !== segment) return undefined;
  }
  return Object.fromEntries(parameters);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The operation with 429 and 503, the responses of a busy server, in the form of its 500. */
function withBusy(operation: Operation): Operation {
  const model = operation.responses.find(({ code }) => code === "500");
  const missing = Object.entries({ 429: "Too Many Requests", 503: "Service Unavailable" }).filter(([status]) =>
    operation.responses.every(({ code }) => code !== status),
  );
  const added = missing.map(([code, message]) => {
    const examples = [
      { id: `${code}-reference`, key: "reference", value: { error: { code, message, errors: [{ message }] } } },
      { id: `${code}-base`, key: "base", value: { code: Number(code), message, errors: [] } },
    ];
    const [content = { id: code, mediaType: "application/json", encodings: [] }] = model?.contents ?? [];
    return { id: code, code, headers: [], contents: [{ ...content, examples }] };
  });
  return { ...operation, responses: [...operation.responses, ...added] as Operation["responses"] };
}

/** The operation with the example named `disposal` before the other examples of each response. */
function withDisposalFirst(operation: Operation): Operation {
  const rank = ({ key }: { readonly key: string }) => (key === "disposal" ? 0 : 1);
  const reordered = operation.responses.map((response) => ({
    ...response,
    contents: response.contents?.map((content) => ({ ...content, examples: content.examples?.toSorted((a, b) => rank(a) - rank(b)) })),
  }));
  // The list is as long as before, so it is not empty.
  return { ...operation, responses: reordered as Operation["responses"] };
}

/** The preferences in a `Prefer` header, such as `code=404, example=base`. */
function preferences(header = ""): { code?: number; exampleKey?: string; dynamic?: boolean; seed?: string } {
  const given = new Map(
    Array.from(header.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s,;]+))/g), ([, name, quoted, bare]) => [name!.toLowerCase(), quoted ?? bare!]),
  );
  const [code, example, dynamic, seed] = ["code", "example", "dynamic", "seed"].map((name) => given.get(name));
  return {
    ...(code !== undefined && { code: Number(code) }),
    ...(example !== undefined && { exampleKey: example }),
    ...(dynamic !== undefined && { dynamic: dynamic === "true" }),
    ...(seed !== undefined && { seed }),
  };
}

/** Violations as a header's value: in ASCII and not too long for a client. */
function headerValue(violations: readonly object[]): string {
  const text = JSON.stringify(violations).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const limit = 8_000;
  return text.length > limit ? `Too many violations! ${text.slice(0, limit)}` : text;
}
