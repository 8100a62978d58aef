import { DecodeError } from "../errors.ts";
import type { DebugSession, GetDebugSessionsResult } from "../types.ts";
import type { ComingResult } from "./answer.ts";
import { listAnswer } from "../wire/list-answer.ts";
import { repeatedField } from "../wire/repeated-field.ts";
import { isObject, type JsonObject } from "../wire/frame.ts";
import { readDefinitions } from "./definitions.ts";
import { readLocation } from "./launchers.ts";
import { readInstant, readList, readObject, readOptional, readString, withFields } from "./read.ts";

/** The session as it came, for each that decoding had to copy. */
const answered = new WeakMap<object, unknown>();

/**
 * The session's JSON exactly as it came, unknown fields and legacy shapes included. It goes by the identity of the
 * object, so ask where the session was decoded: a structured clone (another thread) is only known as itself.
 */
export function asAnswered(session: DebugSession): unknown {
  return answered.get(session) ?? session;
}

function readTraining(value: unknown, what: string): JsonObject {
  const training = readObject(value, what);
  readString(training.id, "id of a training");
  readString(training.state, "state of a training");
  const createdAt = readInstant(training.createdAt, "createdAt");
  return createdAt === training.createdAt ? training : { ...training, createdAt };
}

function readSession(value: unknown): DebugSession {
  const session = readObject(value, "session");
  readString(session.id, "id");
  readString(session.modelId, "modelId");
  const startedAt = readInstant(session.startedAt, "startedAt");
  const parameterDefinitions = readDefinitions(session.parameterDefinitions, "parameterDefinitions");
  const trainingSessions = readList(session.trainingSessions, "trainingSessions", readTraining);
  const executionLocation = readOptional(session.executionLocation, "executionLocation", readLocation);
  const read = withFields(session, { startedAt, parameterDefinitions, trainingSessions, executionLocation });
  if (read !== session) answered.set(read, session);
  return read as unknown as DebugSession;
}

/** The sessions of a list, read in order. One unreadable session never hides the others: it is listed apart. */
function addSessions({ debugSessions, unreadable }: GetDebugSessionsResult, items: readonly unknown[]): void {
  for (const item of items) {
    try {
      debugSessions.push(readSession(item));
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      const id = isObject(item) && typeof item.id === "string" ? { id: item.id } : {};
      unreadable.push({ index: debugSessions.length + unreadable.length, ...id, reason: error.message });
    }
  }
}

const LIST = "debugSessions";

export function readDebugSessions(value: unknown): GetDebugSessionsResult {
  const result: GetDebugSessionsResult = { debugSessions: [], unreadable: [] };
  addSessions(
    result,
    readList(readObject(value, "result")[LIST], LIST, (item) => item),
  );
  return result;
}

/**
 * Reads one answer after another while it comes. Sessions of a model share what is the same of its parameters.
 * @param batch as in `listAnswer`
 */
export function createComingSessions(batch?: number): () => ComingResult<GetDebugSessionsResult> {
  const { parse, settle } = repeatedField("modelId", "parameterDefinitions");
  return () => {
    const result: GetDebugSessionsResult = { debugSessions: [], unreadable: [] };
    const { look, end } = listAnswer({ name: LIST, fields: ["id", "startedAt"], batch, parse }, (items) =>
      addSessions(result, items),
    );
    return {
      look,
      result() {
        const isRead = end();
        settle();
        return isRead ? result : undefined;
      },
    };
  };
}
