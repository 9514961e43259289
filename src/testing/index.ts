/**
 * A mock of the API for tests, on Prism, an optional peer dependency.
 *
 * @module wm-customer-api/testing
 */
import { fileURLToPath } from "node:url";

/** The options of {@link startMockServer}. */
export interface MockServerOptions {
  /**
   * The port to listen on.
   *
   * @defaultValue a free one
   */
  readonly port?: number;
  /**
   * Whether responses are made up from the schemas instead of taken from the examples.
   *
   * @defaultValue `false`
   */
  readonly dynamic?: boolean;
}

/** A mock that runs. Made by {@link startMockServer}. */
export interface MockServer {
  /** What goes into the client's `baseUrl`. */
  readonly url: string;
  /** Ends the mock. Resolves when its port is free. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the API on a port of this machine: Prism over the spec that comes with this package. A request that the spec does not
 * allow is answered with an error and a `sl-violations` header; `Prefer: code=404` asks for an error, `Prefer: example=...` for an example.
 *
 * @throws Error if Prism is not installed, or if nothing can listen on the port.
 * @see https://docs.stoplight.io/docs/prism
 */
export async function startMockServer({ port = 0, dynamic = false }: MockServerOptions = {}): Promise<MockServer> {
  const { createLogger, createServer, getHttpOperationsFromSpec } = await loadPrism();
  const operations: readonly MockedOperation[] = await getHttpOperationsFromSpec(fileURLToPath(new URL("../../generated/openapi.yaml", import.meta.url)));
  const server = createServer([...operations], {
    cors: true,
    components: { logger: createLogger("prism", { level: "silent" }) },
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic, ignoreExamples: false },
    },
  });
  // Prism answers with the first example, whatever is asked for: a disposal ticket is to be one.
  const { prism } = server;
  const request = prism.request.bind(prism);
  const disposal = operations.map(withDisposalFirst);
  prism.request = (input, resources, config) => request(input, input.url.query?.ticket_type === "disposal" ? [...disposal] : resources, config);
  const url = await server.listen(port, "127.0.0.1").catch((reason: unknown) => {
    throw new Error(`startMockServer cannot listen on port ${port}: ${String(reason)}`);
  });
  let closed: Promise<void> | undefined;
  return { url, close: () => (closed ??= server.close()) };
}

type MockedOperation = Awaited<ReturnType<Awaited<ReturnType<typeof loadPrism>>["getHttpOperationsFromSpec"]>>[number];

/** The operation with the example named `disposal` before the others of its answers. */
function withDisposalFirst(operation: MockedOperation): MockedOperation {
  const rank = ({ key }: { readonly key: string }) => (key === "disposal" ? 0 : 1);
  const reordered = operation.responses.map((response) => ({
    ...response,
    contents: response.contents?.map((content) => ({ ...content, examples: content.examples?.toSorted((a, b) => rank(a) - rank(b)) })),
  }));
  // The list has the length it had, so it is still one that is not empty.
  return { ...operation, responses: reordered as MockedOperation["responses"] };
}

/** Prism is loaded when it is wanted: it is large, and only tests need it. */
async function loadPrism() {
  try {
    const [{ createLogger }, { getHttpOperationsFromSpec }, { createServer }] = await Promise.all([
      import("@stoplight/prism-core"),
      import("@stoplight/prism-http"),
      import("@stoplight/prism-http-server"),
    ]);
    return { createLogger, createServer, getHttpOperationsFromSpec };
  } catch (cause) {
    throw new Error(
      "startMockServer needs Prism: npm install --save-dev @stoplight/prism-core@5.8.0 @stoplight/prism-http@5.12.0 @stoplight/prism-http-server@5.12.2",
      { cause },
    );
  }
}
