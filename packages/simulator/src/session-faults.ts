/** Bends the session list of one answer, session by session, on its JSON values. */
import type { SessionFault } from "./faults.ts";

type Json = Record<string, unknown>;

/** Makes one session wrong; each row is a shape that a server of another age or mood may send. */
const BEND_EACH: Partial<Record<SessionFault, (session: Json) => Json>> = {
  /** Parameter definitions as single objects, and `initializeWeights` in place of `createState`. */
  "legacy-parameters": ({ parameterDefinitions, ...session }) => {
    const { createState, ...others } = asObject(parameterDefinitions);
    const single = Object.entries({ initializeWeights: createState, ...others }).map(([name, list]) => [
      name,
      Array.isArray(list) ? (list[0] ?? []) : list,
    ]);
    return { ...session, parameterDefinitions: Object.fromEntries(single) };
  },
  // JSON has no undefined: the field is left out.
  "no-location": (session) => ({ ...session, executionLocation: undefined }),
  "unknown-location": (session) => ({
    ...session,
    executionLocation: { type: "edgeDevice", region: "north", spec: { cpus: 1 } },
  }),
  /** The newest training takes a state nobody has heard of. */
  "unknown-state": ({ trainingSessions, ...session }) => ({
    ...session,
    trainingSessions: Array.isArray(trainingSessions)
      ? trainingSessions.map((training, index) =>
          index === trainingSessions.length - 1 ? { ...asObject(training), state: "paused" } : training,
        )
      : trainingSessions,
  }),
};

/**
 * The texts of the sessions of one answer, bent. `vanish-first` drops the first; `unreadable` spoils the second (or the
 * only one); `duplicates` repeats the first at the end; `reordered` turns the list round.
 */
export function bend(sessions: readonly string[], faults: readonly SessionFault[]): readonly string[] {
  const has = (fault: SessionFault) => faults.includes(fault);
  let list = has("vanish-first") ? sessions.slice(1) : [...sessions];
  const bends = faults.flatMap((fault) => BEND_EACH[fault] ?? []);
  if (bends.length > 0) {
    list = list.map((text) => JSON.stringify(bends.reduce((session, fn) => fn(session), parse(text))));
  }
  if (has("unreadable")) {
    const spoiled = Math.min(1, list.length - 1);
    list = list.map((text, index) =>
      index === spoiled ? JSON.stringify({ ...parse(text), startedAt: "yesterday" }) : text,
    );
  }
  if (has("duplicates")) list = [...list, ...list.slice(0, 1)];
  return has("reordered") ? list.toReversed() : list;
}

const parse = (text: string): Json => asObject(JSON.parse(text));

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
