// Compiled, never run: every wrong call of a resource is a compile error.
import { expectTypeOf } from "vitest";
import type { Balance, WmPromise } from "wm-customer-api";
import { Resource } from "../../src/resources/resource.js";

export class Probe extends Resource {
  calls(): void {
    const ticket = "GET /customers/{customerId}/tickets/{ticketId}/surcharges";
    const query = { ticketType: "disposal" } as const;
    expectTypeOf(this.send("GET /customers/{customerId}/balance", {}, undefined)).toEqualTypeOf<WmPromise<Balance>>();
    void this.send(ticket, { path: { ticketId: "1" }, query }, undefined);
    void this.send("GET /customers/{customerId}/invoices", {}, { timeout: 1 });
    void this.send("GET /customers/{customerId}/invoices", { query: undefined }, undefined);
    void this.send("PATCH /customers/{customerId}/contacts", { body: { email: "ap@example.com" } }, undefined);
    // @ts-expect-error the route is misspelt
    void this.send("GET /customers/{customerId}/invoice", {}, undefined);
    // @ts-expect-error another operation's verb
    void this.send("PUT /customers/{customerId}/invoices", {}, undefined);
    // @ts-expect-error the path parameter is misspelt
    void this.send(ticket, { path: { ticketID: "1" }, query }, undefined);
    // @ts-expect-error the path parameter is missing
    void this.send(ticket, { query }, undefined);
    // @ts-expect-error the resource adds the customer
    void this.send(ticket, { path: { ticketId: "1", customerId: "1" }, query }, undefined);
    // @ts-expect-error an operation without path parameters
    void this.send("GET /customers/{customerId}/invoices", { path: { invoiceId: "1" } }, undefined);
    // @ts-expect-error the required query is missing
    void this.send(ticket, { path: { ticketId: "1" } }, undefined);
    // @ts-expect-error the required query parameter is missing
    void this.send(ticket, { path: { ticketId: "1" }, query: {} }, undefined);
    // @ts-expect-error a value outside the enum
    void this.send(ticket, { path: { ticketId: "1" }, query: { ticketType: "service" } }, undefined);
    // @ts-expect-error the wire's name instead of camelCase
    void this.send(ticket, { path: { ticketId: "1" }, query: { ticket_type: "disposal" } }, undefined);
    // @ts-expect-error an operation without a query
    void this.send("GET /customers/{customerId}/balance", { query: {} }, undefined);
    // @ts-expect-error the body is missing
    void this.send("PATCH /customers/{customerId}/contacts", {}, undefined);
    // @ts-expect-error an operation without a body
    void this.send("GET /customers/{customerId}/balance", { body: {} }, undefined);
    // @ts-expect-error an unknown field of the body
    void this.send("PATCH /customers/{customerId}/contacts", { body: { mail: "ap@example.com" } }, undefined);
  }
}

export class Unbound extends Resource<never> {
  calls(): void {
    void this.send("GET /customers", {}, undefined);
    void this.send("GET /customers/{customerId}/balance", { path: { customerId: "1" } }, undefined);
    // @ts-expect-error the customer is missing
    void this.send("GET /customers/{customerId}/balance", {}, undefined);
  }
}
