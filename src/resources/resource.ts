import type { CallOperation } from "../call.js";

/** Operations that belong together, of one customer. */
export abstract class Resource {
  /** Calls an operation with the customer's id in its path. */
  protected readonly call: CallOperation;

  constructor(call: CallOperation) {
    this.call = call;
  }
}
