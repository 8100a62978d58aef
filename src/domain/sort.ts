/** The order of a list of sessions: the same sessions come in the same order, however an answer lists them. */
import type { KnownSession } from "./known.ts";
import type { Location } from "./session.ts";
import { sessionFacts, type LiveActivity, type SessionFacts } from "./session-facts.ts";

export const SORTS = ["-started", "started", "activity", "trainings", "model", "launcher"] as const;
export type Sort = (typeof SORTS)[number];

/** A session with its facts, looked up once for all its comparisons. */
interface Row {
  readonly known: KnownSession;
  readonly facts: SessionFacts;
}

type Order = (a: Row, b: Row) => number;

const ACTIVITY_RANK = {
  running: 0,
  starting: 1,
  failed: 2,
  idle: 3,
} as const satisfies Record<LiveActivity, number>;

const LOCATION_RANK = {
  persistent: 0,
  temporary: 1,
  unrecognised: 2,
  absent: 3,
} as const satisfies Record<Location["kind"], number>;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const locationRank = ({ known }: Row): number => LOCATION_RANK[known.session.location.kind];

const newestFirst: Order = (a, b) => b.known.session.startedAt - a.known.session.startedAt;
const byId: Order = (a, b) => compareText(a.known.session.id, b.known.session.id);

const ORDERS = {
  "-started": { label: "Newest", order: newestFirst },
  started: { label: "Oldest", order: (a, b) => newestFirst(b, a) },
  /** The busiest first. */
  activity: {
    label: "Activity",
    order: (a, b) => ACTIVITY_RANK[a.facts.activity] - ACTIVITY_RANK[b.facts.activity],
  },
  /** The most trainings first, as counted in the row: those of the newest reading. */
  trainings: {
    label: "Trainings",
    order: (a, b) => b.known.session.trainings.length - a.known.session.trainings.length,
  },
  model: {
    label: "Model",
    order: (a, b) => compareText(a.known.session.modelId, b.known.session.modelId),
  },
  /** Persistent launchers by id, then the temporary ones. */
  launcher: {
    label: "Launcher",
    order: (a, b) =>
      locationRank(a) - locationRank(b) || compareText(a.facts.launcher ?? "", b.facts.launcher ?? ""),
  },
} as const satisfies Record<Sort, { readonly label: string; readonly order: Order }>;

/** An order's name in menus. */
export const sortLabel = (sort: Sort): string => ORDERS[sort].label;

function inOrder(sessions: readonly KnownSession[], order: Order): KnownSession[] {
  return sessions
    .map((known) => ({ known, facts: sessionFacts(known) }))
    .sort((a, b) => order(a, b) || newestFirst(a, b) || byId(a, b))
    .map(({ known }) => known);
}

/** A sorted copy. Sessions equal in what is sorted by stand newest first, then by id. */
export function sortSessions(sessions: readonly KnownSession[], sort: Sort): KnownSession[] {
  return inOrder(sessions, ORDERS[sort].order);
}

export interface Sections {
  /** In the order asked for. */
  readonly live: readonly KnownSession[];
  /** "Ended while watching": the newest end first, whatever order was asked for. */
  readonly ended: readonly KnownSession[];
}

const endedBy = ({ known }: Row): number => known.ended?.by ?? 0;

export function sectionsOf(sessions: readonly KnownSession[], sort: Sort): Sections {
  const live = sessions.filter((known) => known.ended === undefined);
  const ended = sessions.filter((known) => known.ended !== undefined);
  return {
    live: sortSessions(live, sort),
    ended: inOrder(ended, (a, b) => endedBy(b) - endedBy(a)),
  };
}
