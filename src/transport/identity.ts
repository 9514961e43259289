import type { CallConfig } from "../options.js";

/**
 * The headers of one attempt. A caller's own header goes before the client's, but for the token and the tracking id, which the
 * transport decides at every attempt.
 */
export function identify(
  call: CallConfig,
  identity: { readonly clientId: string; readonly token: string; readonly trackingId: string; readonly hasBody: boolean },
): Record<string, string> {
  return {
    Accept: "application/json",
    ClientId: identity.clientId,
    ...(identity.hasBody && { "Content-Type": "application/json" }),
    ...call.headers,
    "Request-Tracking-Id": identity.trackingId,
    Authorization: `Bearer ${identity.token}`,
  };
}
