/** The parts of Prism that this package uses. */
export type Prism = Awaited<ReturnType<typeof loadPrism>>;

/** The command that installs Prism. */
export const prismInstall = "npm install --save-dev @stoplight/prism-core@5.8.0 @stoplight/prism-http@5.12.0";

/** Loads Prism on demand: it is large, and an optional peer dependency. The error names `user`, which needs it, and the command to install it. */
export async function loadPrism(user: string) {
  try {
    const [{ createLogger }, { createInstance, getHttpOperationsFromSpec, ProblemJsonError }] = await Promise.all([
      import("@stoplight/prism-core"),
      import("@stoplight/prism-http"),
    ]);
    return { createInstance, createLogger, getHttpOperationsFromSpec, ProblemJsonError };
  } catch (cause) {
    throw new PrismMissingError(`${user} needs Prism: ${prismInstall}`, { cause });
  }
}

/** Prism is not installed, or cannot be loaded: see `cause`. */
export class PrismMissingError extends Error {}

/** Settings of every Prism instance. */
export const prismSettings = {
  validateRequest: true,
  validateResponse: true,
  checkSecurity: true,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** A deviation of a request or its response from the spec. */
export interface PrismViolation {
  /** `request` or `response`, the part of it, and in a body the keys. */
  readonly location: readonly (string | number)[];
  readonly severity?: string | undefined;
  readonly code?: string | number | undefined;
  readonly message: string;
}

/** A violation as Prism reports it. */
interface Diagnostic {
  readonly path?: readonly (string | number)[];
  readonly severity: number;
  readonly code?: string | number;
  readonly message: string;
}

const severities = ["Error", "Warning", "Information", "Hint"];

/** The violations in what Prism found in a request and its response. */
export function violationsOf({ input, output }: { readonly input: readonly Diagnostic[]; readonly output: readonly Diagnostic[] }): PrismViolation[] {
  const violation =
    (side: string) =>
    ({ path = [], severity, code, message }: Diagnostic) => ({ location: [side, ...path], severity: severities[severity], code, message });
  return [...input.map(violation("request")), ...output.map(violation("response"))];
}
