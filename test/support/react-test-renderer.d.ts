/** As much of react-test-renderer as the tests use: its types are not installed. */
declare module "react-test-renderer" {
  import type { ReactElement } from "react";

  interface Renderer {
    unmount(): void;
  }
  export function create(element: ReactElement): Renderer;
  export function act<T>(work: () => Promise<T>): Promise<T>;
}
