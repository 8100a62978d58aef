/** The order of a list of sessions: the same sessions come in the same order, however an answer lists them. */
import type { KnownSession } from "./known.ts";
import { resort, type ListChange } from "./resort.ts";
import { LOCATION_RANK, newestFirst } from "./session.ts";
import { sessionFacts, type LiveActivity } from "./session-facts.ts";

export const SORTS = ["-started", "started", "activity", "trainings", "model", "launcher"] as const;
export type Sort = (typeof SORTS)[number];

/** What a session is sorted by: the lesser rank first, then the lesser text, then the newest, then the lesser id. */
interface Key {
  readonly known: KnownSession;
  readonly rank: number;
  readonly text: string;
}

const ACTIVITY_RANK = {
  running: 0,
  starting: 1,
  failed: 2,
  idle: 3,
} as const satisfies Record<LiveActivity, number>;

/** The rank and the text of each order; undefined: equal for all. */
const ORDERS = {
  "-started": { label: "Newest", rank: ({ session }) => -session.startedAt, text: undefined },
  started: { label: "Oldest", rank: ({ session }) => session.startedAt, text: undefined },
  /** The busiest first. */
  activity: {
    label: "Activity",
    rank: (known) => ACTIVITY_RANK[sessionFacts(known).activity],
    text: undefined,
  },
  /** The most trainings first, as counted in the row: those of the newest reading. */
  trainings: { label: "Trainings", rank: ({ session }) => -session.trainings.length, text: undefined },
  model: { label: "Model", rank: undefined, text: ({ session }) => session.modelId },
  /** Persistent launchers by id, then the temporary ones. */
  launcher: {
    label: "Launcher",
    rank: ({ session }) => LOCATION_RANK[session.location.kind],
    text: (known) => sessionFacts(known).launcher ?? "",
  },
} as const satisfies Record<
  Sort,
  {
    readonly label: string;
    readonly rank: ((known: KnownSession) => number) | undefined;
    readonly text: ((known: KnownSession) => string) | undefined;
  }
>;

/** An order's name in menus. */
export const sortLabel = (sort: Sort): string => ORDERS[sort].label;

type KeyOf = (known: KnownSession) => Key;

function keyIn(sort: Sort): KeyOf {
  const { rank, text } = ORDERS[sort];
  return (known) => ({ known, rank: rank?.(known) ?? 0, text: text?.(known) ?? "" });
}

const keyOfEnd: KeyOf = (known) => ({ known, rank: -(known.ended?.by ?? 0), text: "" });

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Order = (a: KnownSession, b: KnownSession) => number;

const compareKeys = (a: Key, b: Key): number =>
  a.rank - b.rank || compareText(a.text, b.text) || newestFirst(a.known.session, b.known.session);

/** Keys are worked out once for all the comparisons. */
const sortBy = (sessions: readonly KnownSession[], keyOf: KeyOf): KnownSession[] =>
  sessions
    .map(keyOf)
    .sort(compareKeys)
    .map(({ known }) => known);

/** A sorted copy. Sessions equal in what is sorted by stand newest first, then by id. */
export const sortSessions = (sessions: readonly KnownSession[], sort: Sort): KnownSession[] =>
  sortBy(sessions, keyIn(sort));

export interface Sections {
  /** In the order asked for. */
  readonly live: readonly KnownSession[];
  /** "Ended while watching": the newest end first, whatever order was asked for. */
  readonly ended: readonly KnownSession[];
}

/** Whether it is still reported. */
export const isLive = ({ ended }: KnownSession): boolean => ended === undefined;
export const isOver = ({ ended }: KnownSession): boolean => ended !== undefined;

export const sectionsOf = (sessions: readonly KnownSession[], sort: Sort): Sections => ({
  live: sortSessions(sessions.filter(isLive), sort),
  ended: sortBy(sessions.filter(isOver), keyOfEnd),
});

/** The sections after a change of the sessions, in the same order: those that `sectionsOf` makes. A section that did not change is the same list. */
export function resortSections(
  { live, ended }: Sections,
  sort: Sort,
  { gone, come }: ListChange<KnownSession>,
): Sections {
  return {
    live: resort(live, { gone: gone.filter(isLive), come: come.filter(isLive) }, orderIn(sort)),
    ended: resort(ended, { gone: gone.filter(isOver), come: come.filter(isOver) }, endedFirst),
  };
}

/** The same order without a key for each comparison: few are made, and all over again for each item that moves. */
const orderIn = (sort: Sort): Order => {
  const { rank, text } = ORDERS[sort];
  return (a, b) =>
    (rank ? rank(a) - rank(b) : 0) ||
    (text ? compareText(text(a), text(b)) : 0) ||
    newestFirst(a.session, b.session);
};

const endedFirst: Order = (a, b) =>
  (b.ended?.by ?? 0) - (a.ended?.by ?? 0) || newestFirst(a.session, b.session);
