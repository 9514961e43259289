/** React hooks on `wm.raw`, made by `openapi-react-query`. */
// #region docs
import { QueryClient } from "@tanstack/react-query";
import createQueries from "openapi-react-query";
import { decodeWire, type WmClient } from "wm-customer-api";

/** The WM client retries already. If TanStack Query did too, a call could be sent twelve times. */
export const createQueryClient = () => new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });

/** Use a separate `wm` for these hooks: with this middleware, its `raw` throws on errors without a JSON body. */
export function createWmQueries(wm: WmClient) {
  wm.raw.use({
    // openapi-react-query treats a failed call with an empty error as a success.
    async onResponse({ response }) {
      if (response.ok) return;
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      if (typeof body !== "object" || body === null) throw new Error(`WM responded with status ${response.status} and no error message`);
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
