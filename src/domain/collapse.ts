/**
 * One entry per id. An answer that names an id twice is collapsed by a rule that looks at the entries alone, so that
 * the order in which the server happened to list them never shows.
 */
import { compareJson } from "./same.ts";
import type { Session, Training } from "./session.ts";
import type { TrainingState } from "./states.ts";

/** How far along a state is. A failure outranks a completion so that no duplicate hides it. */
const PROGRESS = {
  unrecognised: 0,
  starting: 1,
  running: 2,
  completed: 3,
  failed: 4,
} as const satisfies Record<TrainingState, number>;

const progressOf = (session: Session) =>
  session.trainings.reduce((sum, training) => sum + PROGRESS[training.state], 0);

/** The sessions of an answer by id: of duplicates the later start, then more trainings, then further progress, then the lesser JSON. */
export function collapseSessions(sessions: readonly Session[]): ReadonlyMap<string, Session> {
  const held = new Map<string, Session>();
  for (const session of sessions) {
    const other = held.get(session.id);
    held.set(session.id, other === undefined ? session : chosenSession(other, session));
  }
  return held;
}

function chosenSession(a: Session, b: Session): Session {
  const order =
    b.startedAt - a.startedAt ||
    b.trainings.length - a.trainings.length ||
    progressOf(b) - progressOf(a) ||
    compareJson(a.wire, b.wire);
  return order <= 0 ? a : b;
}

/** The session with each training once: of duplicates the further progress, then the later creation, then the lesser word. The same object when it has none. */
export function collapseTrainings(session: Session): Session {
  if (isFewAndAllOthers(session.trainings)) return session;
  const held = new Map<string, Training>();
  for (const training of session.trainings) {
    const other = held.get(training.id);
    held.set(training.id, other === undefined ? training : chosenTraining(other, training));
  }
  if (held.size === session.trainings.length) return session;
  return {
    ...session,
    trainings: session.trainings.filter((training) => held.get(training.id) === training),
  };
}

/** Up to so many, comparing each with each is quicker than a map of them. */
const FEW = 12;

/** Most sessions have few trainings, and thousands of them are asked. */
const isFewAndAllOthers = (trainings: readonly Training[]): boolean =>
  trainings.length <= FEW &&
  trainings.every(({ id }, index) => trainings.findIndex((other) => other.id === id) === index);

function chosenTraining(a: Training, b: Training): Training {
  const order = PROGRESS[b.state] - PROGRESS[a.state] || b.createdAt - a.createdAt;
  return order < 0 || (order === 0 && a.rawState <= b.rawState) ? a : b;
}
