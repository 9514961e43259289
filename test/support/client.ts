import type { WmClient, WmClientOptions } from "wm-customer-api";
import { createClientAt } from "../../src/client.js";
import { type ManualClock, manualClock } from "./clock.js";

/** A secret that must not be found in anything a person may see. */
export const secret = "secret-token-3f9a";

/** Credentials that every client in these tests has, so that a test names only what it is about. */
export const credentials = { clientId: "client-1", token: secret } as const;

/** A client on a clock of its own that skips every wait before a retry: it has passed as soon as it begins. */
export function clientOnManualClock(options: Partial<WmClientOptions>, clock: ManualClock = manualClock()): { wm: WmClient; clock: ManualClock } {
  const wm = createClientAt(clock, {
    ...credentials,
    ...options,
    hooks: {
      ...options.hooks,
      retry(event) {
        options.hooks?.retry?.(event);
        // The wait is set right after the observers are told.
        setImmediate(() => clock.advance(event.wait));
      },
    },
  });
  return { wm, clock };
}

/** What a call rejects with. Fails if it resolves. */
export async function rejection(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`the call resolved with ${JSON.stringify(outcome.value)}`);
}
