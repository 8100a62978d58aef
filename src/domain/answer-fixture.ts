/** Answers of the list call for tests, frozen through and through: whoever writes into one fails at once. */
import type { DebugSession } from "@decthings/api-client";
import { type Answer, type Known, type KnownSession, NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { readSession, type Session } from "./session.ts";

export interface WireFacts {
  readonly id?: string;
  readonly startedAt?: number;
  readonly modelId?: string;
  /** Trainings as `id state`, created one ms after another, or `id state createdAt`. */
  readonly trainings?: readonly string[];
}

/** One session as the client decodes it. */
export const wireSession = ({ id = "s", startedAt = 0, modelId = "m", trainings = [] }: WireFacts = {}) =>
  ({
    id,
    startedAt,
    modelId,
    parameterDefinitions: { createState: [], train: [], evaluateInput: [], evaluateOutput: [] },
    trainingSessions: trainings.map((text, index) => {
      const [training = "", state = "", createdAt = startedAt + 1 + index] = text.split(" ");
      return { id: training, createdAt: Number(createdAt), state };
    }),
    executionLocation: { type: "temporaryLauncher", spec: { cpus: 1, memoryMebibytes: 512 } },
  }) satisfies DebugSession;

export const session = (facts: WireFacts = {}): Session => readSession(wireSession(facts));

/** An answer sent at `sentAt` that took 10 ms, unless told otherwise; each session as its facts or as a reading. */
export function answer(
  sentAt: number,
  sessions: readonly (WireFacts | Session)[],
  facts: Partial<Answer> = {},
): Answer {
  const read = sessions.map((one) => ("wire" in one ? one : session(one)));
  return deepFreeze({
    sentAt,
    receivedAt: sentAt + 10,
    scope: "all",
    unreadable: [],
    ...facts,
    sessions: read,
  });
}

/** What is known after these answers, folded in this order. */
export const fold = (answers: readonly Answer[], known: Known = NOTHING_KNOWN): Known =>
  answers.reduce((before, next) => observe(before, next), known);

/** The one session known under the id; fails where there is none. */
export function theSession(known: Known, id = "s"): KnownSession {
  const found = known.sessions.get(id);
  if (found === undefined) throw new Error(`no session ${id} is known`);
  return found;
}

/** Freezes objects and lists all the way down, and the values of maps. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(inner);
  return value;
}
