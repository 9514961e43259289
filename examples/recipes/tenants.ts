/** One client per tenant, for a program that serves several WM accounts. */
// #region docs
import { createWmClient, type WmClient, type WmClientOptions } from "wm-customer-api";

/** If `token` is a function, return the same one until the credentials change. */
export type TenantCredentials = Pick<WmClientOptions, "clientId" | "token">;

/** Returns a function that gets the client of a tenant: the same one until the tenant's credentials change. */
export function createTenantClients(
  credentialsOf: (tenant: string) => Promise<TenantCredentials>,
  options: Omit<WmClientOptions, keyof TenantCredentials> = {},
): (tenant: string) => Promise<WmClient> {
  const clients = new Map<string, TenantCredentials & { readonly wm: WmClient }>();
  return async (tenant) => {
    // Looked up every time, so that a tenant with revoked credentials gets no client.
    const { clientId, token } = await credentialsOf(tenant);
    const known = clients.get(tenant);
    if (known?.clientId === clientId && known.token === token) return known.wm;
    clients.delete(tenant);
    const wm = createWmClient({ ...options, clientId, token });
    clients.set(tenant, { clientId, token, wm });
    return wm;
  };
}
// #endregion
