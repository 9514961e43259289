/** One client for each tenant of a program that serves several WM accounts. */
import { createWmClient, type WmClient, type WmClientOptions } from "wm-customer-api";

/** A `token` that is a function must be the same function as long as the credentials are the same. */
export type TenantCredentials = Pick<WmClientOptions, "clientId" | "token">;

export interface TenantClients {
  /** The tenant's client: the same one for as long as its credentials stay the same. */
  for(tenant: string): Promise<WmClient>;
  /** Forgets a tenant and its credentials. */
  drop(tenant: string): void;
}

// #region readme
export function createTenantClients(
  credentialsOf: (tenant: string) => Promise<TenantCredentials>,
  optionsOf: (tenant: string) => Omit<WmClientOptions, keyof TenantCredentials> = () => ({}),
): TenantClients {
  const held = new Map<string, TenantCredentials & { readonly wm: WmClient }>();
  return {
    async for(tenant) {
      // Asked every time: a tenant that has lost its credentials must not be served with those it had.
      const { clientId, token } = await credentialsOf(tenant);
      const known = held.get(tenant);
      if (known?.clientId === clientId && known.token === token) return known.wm;
      // A client holds tokens, so the credentials' end is its end. Its calls under way finish with what they began with.
      held.delete(tenant);
      const wm = createWmClient({ ...optionsOf(tenant), clientId, token });
      held.set(tenant, { clientId, token, wm });
      return wm;
    },
    drop: (tenant) => void held.delete(tenant),
  };
}
// #endregion
