/** Exports the invoices of many customers to a CSV file. */
// #region docs
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { pMapIterable } from "p-map";
import { createWmClient, type ListInvoicesQuery, type WmClientOptions, WmError } from "wm-customer-api";

/** A problem for a person to check: a customer that could not be exported, or a value missing in a row. */
export interface Problem {
  readonly customerId: string;
  readonly message: string;
  readonly trackingId: string | undefined;
}

export interface ExportOptions {
  readonly client: WmClientOptions;
  readonly customerIds: readonly string[];
  readonly query: ListInvoicesQuery;
  readonly file: string;
  readonly signal?: AbortSignal;
}

/** Writes a row for each invoice. A complete file gets its final name; an aborted run leaves `<file>.part`. */
export async function exportInvoices({ client, customerIds, query, file, signal }: ExportOptions): Promise<Problem[]> {
  const problems: Problem[] = [];
  const wm = createWmClient({
    ...client,
    // `context` is the customer of the call.
    hooks: {
      decodeIssue: ({ context, path, reason, trackingId }) => problems.push({ customerId: String(context), message: `${path}: ${reason}`, trackingId }),
    },
  });

  let done = 0;
  async function load(customerId: string) {
    try {
      const { invoices, currency } = await wm.customer(customerId).invoices.list(query, { signal, context: customerId });
      return invoices.map(({ id, date, amount }) => [customerId, id, date, amount, currency]);
    } catch (error) {
      signal?.throwIfAborted();
      problems.push({ customerId, message: String(error), trackingId: error instanceof WmError ? error.trackingId : undefined });
      return [];
    } finally {
      process.stderr.write(`\r${++done} of ${customerIds.length} customers, ${problems.length} problems`);
    }
  }

  async function* rows() {
    for await (const invoices of pMapIterable(customerIds, load, { concurrency: 8, preserveOrder: false })) yield* invoices;
  }
  const csv = stringify({ header: true, columns: ["customer_id", "invoice_id", "date", "amount", "currency"] });
  try {
    await pipeline(rows, csv, createWriteStream(`${file}.part`), { signal });
  } catch (error) {
    // Node.js 26 rejects with the errors of all streams.
    signal?.throwIfAborted();
    throw error;
  }
  await rename(`${file}.part`, file);
  return problems;
}
// #endregion
