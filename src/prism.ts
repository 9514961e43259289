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
