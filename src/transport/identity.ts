import { headerNames } from "../config.js";

/** The client's own headers for one attempt. */
export interface Identity {
  readonly clientId: string;
  readonly token: string;
  readonly trackingId: string;
}

/** Headers of one attempt. The caller's override the client's, except the tracking id and the token, which the transport sets. */
export function identify(headers: Headers, { clientId, token, trackingId }: Identity): Record<string, string> {
  const sent: Record<string, string> = { [headerNames.accept]: "application/json", [headerNames.clientId]: clientId };
  for (const [name, value] of headers) sent[name] = value;
  sent[headerNames.trackingId] = trackingId;
  sent[headerNames.authorization] = `Bearer ${token}`;
  return sent;
}
