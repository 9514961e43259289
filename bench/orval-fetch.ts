/** The custom fetch that orval's documentation asks users to write: base URL, headers and response parsing. */

export interface Settings {
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  headers: () => Record<string, string>;
}

export const settings: Settings = { baseUrl: "https://api.wm.com/v1", fetch: (...request) => globalThis.fetch(...request), headers: () => ({}) };

export async function send<T>(url: string, options: RequestInit): Promise<T> {
  const headers = { ...settings.headers(), ...(options.headers as Record<string, string> | undefined) };
  const { fetch } = settings;
  const response = await fetch(`${settings.baseUrl}${url}`, { ...options, headers });
  const text = await response.text();
  return { status: response.status, data: text === "" ? {} : JSON.parse(text), headers: response.headers } as T;
}
