/**
 * Exports many customers to a file of JSON lines: one line for each customer, whatever became of it, so that nobody is missing without
 * being missed.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { open, rename } from "node:fs/promises";
import {
  createWmClient,
  type RequestOptions,
  WmApiError,
  type WmClientOptions,
  type WmCustomer,
  type WmDecodeIssueEvent,
  WmError,
  WmResponseError,
} from "wm-customer-api";

/** A line of the export. */
export type ExportLine<Data = unknown> =
  | { readonly customerId: string; readonly outcome: "exported"; readonly data: Data; readonly issues: readonly WmDecodeIssueEvent[] }
  | { readonly customerId: string; readonly outcome: "failed"; readonly failure: ExportFailure; readonly issues: readonly WmDecodeIssueEvent[] }
  /** The run was aborted before this customer was done. */
  | { readonly customerId: string; readonly outcome: "aborted" };

export interface ExportFailure {
  readonly operation: string | null;
  readonly status: number | null;
  readonly trackingId: string | null;
  readonly message: string;
}

/** How many lines there are of each kind. `total` is how many customers were asked for, and the sum of the others. */
export type ExportCounts = Readonly<Record<"total" | ExportLine["outcome"], number>>;

export interface ExportOptions<Data> {
  readonly client: WmClientOptions;
  readonly customerIds: Iterable<string>;
  /** Gets what is exported of one customer. It hands `options` to each call and makes them one after the other. */
  readonly load: (account: WmCustomer, options: RequestOptions) => Promise<Data>;
  /** How many customers are being loaded at a time, and so how many calls are under way. */
  readonly concurrency?: number;
  /** Ends the whole run: what is not done by then is written as aborted. */
  readonly signal?: AbortSignal;
}

// #region readme
/** Exports balance and invoices of these customers. Gives the exit code. */
export async function nightly(client: WmClientOptions, customerIds: Iterable<string>, path: string, signal: AbortSignal): Promise<number> {
  const counts = await exportToFile(path, {
    client,
    customerIds,
    signal,
    concurrency: 8,
    load: async (account, options) => ({
      balance: await account.balance(options),
      invoices: await account.invoices.list({ fromDate: "2026-01-01", toDate: "2026-03-31" }, options),
    }),
  });
  console.error(counts); // { total: 5000, exported: 4997, failed: 3, aborted: 0 }
  return counts.exported === counts.total ? 0 : 1;
}
// #endregion

/**
 * Exports to a file that gets its name when it is complete. A run that is aborted, or whose disk is full, leaves `<path>.part`, with which
 * no later run goes on.
 */
export async function exportToFile<Data>(path: string, options: ExportOptions<Data>): Promise<ExportCounts> {
  const part = `${path}.part`;
  const file = await open(part, "w");
  try {
    const counts = await exportCustomers({ ...options, write: (line) => file.appendFile(`${line}\n`) });
    await file.sync();
    if (counts.aborted === 0) await rename(part, path);
    return counts;
  } finally {
    await file.close();
  }
}

/**
 * Loads customers and writes a line for each, in the order in which they are done. A customer that fails does not end the run; a line that
 * cannot be written does.
 */
export async function exportCustomers<Data>({
  client,
  customerIds,
  load,
  concurrency = 8,
  signal: callerSignal,
  write,
}: ExportOptions<Data> & { readonly write: (line: string) => Promise<void> }): Promise<ExportCounts> {
  // No worker at all would export nobody.
  if (!Number.isInteger(concurrency) || concurrency < 1) throw new RangeError("concurrency must be a whole number, 1 or more");

  // A client has its hooks for all of its calls: the context of a call says which customer an issue belongs to.
  const issuesHere = new AsyncLocalStorage<WmDecodeIssueEvent[]>();
  const wm = createWmClient({
    ...client,
    hooks: {
      ...client.hooks,
      decodeIssue(issue) {
        issuesHere.getStore()?.push(issue);
        client.hooks?.decodeIssue?.(issue);
      },
    },
  });

  const broken = new AbortController();
  const signal = AbortSignal.any([broken.signal, ...(callerSignal ? [callerSignal] : [])]);

  /** The outcome of one customer, and its line. Never rejects. */
  async function exportOne(customerId: string): Promise<{ outcome: ExportLine["outcome"]; text: string }> {
    const issues: WmDecodeIssueEvent[] = [];
    try {
      signal.throwIfAborted();
      const data = await issuesHere.run(issues, () => load(wm.customer(customerId), { signal }));
      return lineOf({ customerId, outcome: "exported", data, issues });
    } catch (error) {
      if (signal.aborted && error === signal.reason) return lineOf({ customerId, outcome: "aborted" });
      return lineOf({ customerId, outcome: "failed", failure: failureOf(error), issues });
    }
  }

  const counts = { total: 0, exported: 0, failed: 0, aborted: 0 };
  let lastWrite = Promise.resolve();
  /** Writes one line at a time. After one that could not be written there is no other. */
  async function put({ outcome, text }: { outcome: ExportLine["outcome"]; text: string }): Promise<void> {
    lastWrite = lastWrite.then(() => write(text));
    await lastWrite;
    counts[outcome]++;
  }

  const ids = [...customerIds];
  counts.total = ids.length;
  // All workers take from one iterator, so that each customer is taken once.
  const queue = ids.values();
  async function work(): Promise<void> {
    try {
      for (const customerId of queue) await put(await exportOne(customerId));
    } catch (error) {
      broken.abort(error);
      throw error;
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: Math.min(concurrency, ids.length) }, work));
  const failed = workers.find((worker) => worker.status === "rejected");
  if (failed) throw failed.reason;
  if (counts.exported + counts.failed + counts.aborted !== counts.total) throw new Error(`the export has lost customers: ${JSON.stringify(counts)}`);
  return counts;
}

function lineOf(line: ExportLine): { outcome: ExportLine["outcome"]; text: string } {
  return { outcome: line.outcome, text: JSON.stringify(line) };
}

function failureOf(error: unknown): ExportFailure {
  const known = error instanceof WmError ? error : undefined;
  return {
    operation: known?.operation ?? null,
    status: error instanceof WmApiError || error instanceof WmResponseError ? error.status : null,
    trackingId: known?.trackingId ?? null,
    message: error instanceof Error ? error.message : String(error),
  };
}
