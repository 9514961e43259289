import type { FacadeMethods } from "../../generated/facade.js";
import type { WmClient, WmCustomer } from "../../src/client.js";
import type { OperationId } from "../../src/types.js";

/** Roots of the `x-wm-facade` names: `customer` stands for `wm.customer(customerId)`. */
type Roots = Omit<WmClient, "customer"> & { readonly customer: WmCustomer };

type At<Owner, Path> = Path extends `${infer Key}.${infer Rest}`
  ? Key extends keyof Owner
    ? At<Owner[Key], Rest>
    : never
  : Path extends keyof Owner
    ? Owner[Path]
    : never;

type IsMethod<T> = [T] extends [never] ? false : T extends (...args: never[]) => Promise<unknown> ? true : false;

/** The operations of the spec that no façade method serves. */
type Missing = {
  [Id in OperationId]: Id extends keyof FacadeMethods ? (IsMethod<At<Roots, FacadeMethods[Id]>> extends true ? never : Id) : Id;
}[OperationId];

type Nothing<T extends never> = T;

/** A compile error in this line names an operation that needs an `x-wm-facade` in its overlay and a method in a resource. */
export type MissingOperations = Nothing<Missing>;
