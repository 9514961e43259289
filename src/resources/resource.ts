import type { Send } from "../types.js";

/** A group of operations. `Bound` are the path parameters that {@link send} adds. */
export abstract class Resource<Bound extends string = "customerId"> {
  /** Calls the operation of a route. */
  protected readonly send: Send<Bound>;

  constructor(send: Send<Bound>) {
    this.send = send;
  }
}
