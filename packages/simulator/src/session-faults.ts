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

/** Deeper than a browser can write, and Node too. */
const LEVELS = 20_000;

/** The text of a session with a field that nobody knows, which is lists in each other. */
const deepened = (text: string): string =>
  `${text.slice(0, -1)},"note":${"[".repeat(LEVELS)}${"]".repeat(LEVELS)}}`;

const CROWD = 10_000;
const FAILS = 97;

/** Its trainings are ten thousand: from its start to the newest it had they follow each other, and the last goes on. */
function crowded(session: Json): Json {
  const startedAt = Number(session["startedAt"]);
  const own = Array.isArray(session["trainingSessions"]) ? session["trainingSessions"].map(asObject) : [];
  const newest = Math.max(startedAt + CROWD, ...own.map(({ createdAt }) => Number(createdAt)));
  const trainingSessions = Array.from({ length: CROWD }, (_, index) => ({
    id: `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`,
    createdAt: Math.floor(startedAt + ((newest - startedAt) * index) / CROWD),
    state: index === CROWD - 1 ? "running" : index % FAILS === FAILS - 1 ? "failed" : "completed",
  }));
  return { ...session, trainingSessions };
}

/** The list with the session that began first crowded. */
function crowdFirst(list: readonly string[]): string[] {
  const sessions = list.map(parse);
  const starts = sessions.map(({ startedAt }) => Number(startedAt));
  const first = starts.indexOf(Math.min(...starts));
  return list.map((text, index) => {
    const session = sessions[index];
    return index === first && session ? JSON.stringify(crowded(session)) : text;
  });
}

/**
 * The texts of the sessions of one answer, bent. `vanish-first` drops the first; `unreadable` spoils the second (or the
 * only one), and so does `deep`; `duplicates` repeats the first at the end; `reordered` turns the list round; `crowded` gives
 * the one that began first ten thousand trainings.
 */
export function bend(sessions: readonly string[], faults: readonly SessionFault[]): readonly string[] {
  const has = (fault: SessionFault) => faults.includes(fault);
  let list = has("vanish-first") ? sessions.slice(1) : [...sessions];
  const bends = faults.flatMap((fault) => BEND_EACH[fault] ?? []);
  if (bends.length > 0) {
    list = list.map((text) => JSON.stringify(bends.reduce((session, fn) => fn(session), parse(text))));
  }
  const spoiled = Math.min(1, list.length - 1);
  if (has("unreadable")) {
    list = list.map((text, index) =>
      index === spoiled ? JSON.stringify({ ...parse(text), startedAt: "yesterday" }) : text,
    );
  }
  if (has("crowded")) list = crowdFirst(list);
  if (has("deep")) list = list.map((text, index) => (index === spoiled ? deepened(text) : text));
  if (has("duplicates")) list = [...list, ...list.slice(0, 1)];
  return has("reordered") ? list.toReversed() : list;
}

const parse = (text: string): Json => asObject(JSON.parse(text));

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
