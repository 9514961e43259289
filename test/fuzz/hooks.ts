import fc from "fast-check";
import type { WmEvent, WmHooks } from "wm-customer-api";
import { revoked } from "./tokens.js";

export const hookNames = ["request", "response", "retry", "success", "error", "decodeIssue"] as const;

export type HookName = (typeof hookNames)[number];

/** Side effects of an observer. */
export const hookActs = [
  "nothing",
  "throws",
  "throwsUndefined",
  "rejects",
  "thenable",
  "throwingThen",
  "doubleThen",
  "getter",
  "revoked",
  "changes",
  "never",
] as const;

export type HookAct = (typeof hookActs)[number];

export type HookPlan = Readonly<Record<HookName, HookAct>>;

const act = fc.oneof({ arbitrary: fc.constant<HookAct>("nothing"), weight: 4 }, { arbitrary: fc.constantFrom(...hookActs), weight: 1 });

export const hookPlan: fc.Arbitrary<HookPlan> = fc.record({ request: act, response: act, retry: act, success: act, error: act, decodeIssue: act });

/** An event with the name of its hook. */
export interface Seen {
  readonly hook: HookName;
  readonly event: WmEvent;
  readonly isFrozen: boolean;
}

/** Hooks that pass on each event, then act by the plan. */
export function hooksOf(plan: HookPlan, see: (seen: Seen) => void): WmHooks {
  const entries = hookNames.map((hook) => [
    hook,
    (event: WmEvent) => {
      see({ hook, event, isFrozen: Object.isFrozen(event) });
      return react(plan[hook], event);
    },
  ]);
  return Object.fromEntries(entries) as WmHooks;
}

/* biome-ignore-start lint/suspicious/noThenProperty: thenables of foreign classes are the point. */
function react(act: HookAct, event: object): unknown {
  switch (act) {
    case "throws":
      throw new Error("the observer failed");
    case "throwsUndefined":
      throw undefined;
    case "rejects":
      return Promise.reject(new Error("the observer rejected"));
    case "thenable":
      return { then: (_: unknown, reject: (reason: unknown) => void) => reject(new Error("the thenable rejected")) };
    case "throwingThen":
      return {
        then() {
          throw new Error("then threw");
        },
      };
    case "doubleThen":
      return {
        then(resolve: (value: unknown) => void, reject: (reason: unknown) => void) {
          resolve(Promise.reject(new Error("a rejection within")));
          reject(new Error("again"));
          throw new Error("and again");
        },
      };
    case "getter":
      return {
        get then() {
          throw new Error("the getter threw");
        },
      };
    case "revoked":
      return revoked();
    case "changes":
      for (const key of Object.keys(event)) Object.assign(event, { [key]: "changed" });
      return undefined;
    case "never":
      return new Promise(() => undefined);
    default:
      return undefined;
  }
}
/* biome-ignore-end lint/suspicious/noThenProperty: until here. */
