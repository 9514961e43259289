import { nearest } from "../nearest.js";
import type { MockAnswer, MockAnswerFunction, MockAnswers, MockOperation, MockRequest } from "./types.js";

type Entry = MockAnswer | MockAnswerFunction;

/** Custom responses by operation. */
export interface Answers {
  /** Throws for an unknown operation or an unusable response. */
  set(operation: string, answer: Entry): void;
  /** Restores the initial answers. */
  reset(): void;
  has(operation: string): boolean;
  /** The response to this request; undefined to send the mock's own. Rejects if the function fails or returns an unusable response. */
  to(request: MockRequest): Promise<MockAnswer | undefined>;
}

/** Throws for an unknown operation or an unusable response in `initial`. `operations` are the known ones. */
export function createAnswers(initial: MockAnswers, operations: readonly string[]): Answers {
  const known = new Set(operations);
  const first = new Map<string, Entry>();
  for (const [operation, answer] of Object.entries(initial)) if (answer !== undefined) first.set(operation, checked(operation, answer));
  const current = new Map(first);

  function checked(operation: string, answer: Entry): Entry {
    if (!known.has(operation)) {
      const meant = nearest(operation, operations);
      throw new Error(`answers: unknown operation ${JSON.stringify(operation)}${meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`}`);
    }
    return typeof answer === "function" ? answer : usable(operation, answer);
  }

  return {
    set: (operation, answer) => void current.set(operation, checked(operation, answer)),
    reset() {
      current.clear();
      for (const [operation, answer] of first) current.set(operation, answer);
    },
    has: (operation) => current.has(operation),
    async to(request) {
      const operation = request.operation as MockOperation;
      const answer = current.get(operation);
      if (typeof answer !== "function") return answer;
      const result = await answer(request);
      return result === undefined ? undefined : usable(operation, result);
    },
  };
}

/** Returns the answer. Throws if no response can be made from it. */
function usable(operation: string, answer: MockAnswer): MockAnswer {
  if (typeof answer !== "object" || answer === null) throw new Error(`answers.${operation}: must be an object with status, headers or body, or a function`);
  const { status = 200 } = answer;
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new Error(`answers.${operation}.status: must be an integer from 200 to 599`);
  return answer;
}
