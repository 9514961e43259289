/** Hooks for React components, from `openapi-react-query` on `wm.raw`. */
// #region readme
import { QueryClient } from "@tanstack/react-query";
import createQueries from "openapi-react-query";
import { decodeWire, type WmClient } from "wm-customer-api";

/** The WM client retries already, and knows what may be: with both, a call would be sent up to twelve times. */
export const createQueryClient = () => new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });

/** `wm` is for these hooks alone, because its `raw` then throws for an error that says nothing. */
export function createWmQueries(wm: WmClient) {
  wm.raw.use({
    // openapi-react-query takes a failed call whose error is empty for a success.
    async onResponse({ response }) {
      if (response.ok) return;
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      if (typeof body !== "object" || body === null) throw new Error(`WM answered with status ${response.status} and no reason`);
    },
  });
  return createQueries(wm.raw);
}

export function useBalance($wm: ReturnType<typeof createWmQueries>, customerId: string) {
  const request = { params: { path: { customerId } } }; // the client adds ClientId and Request-Tracking-Id
  return $wm.useQuery("get", "/customers/{customerId}/balance", request, { select: (body) => decodeWire("getBalance", body) });
}
// #endregion

export function useContactsUpdate($wm: ReturnType<typeof createWmQueries>) {
  return $wm.useMutation("patch", "/customers/{customerId}/contacts");
}
