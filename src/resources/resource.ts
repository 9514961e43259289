import type { CallOperation } from "../call.js";

/** Operations that belong together. */
export abstract class Resource {
  /** Calls an operation; for those of a customer, with its id in the path. */
  protected readonly call: CallOperation;

  constructor(call: CallOperation) {
    this.call = call;
  }
}
