/**
 * What is said aloud of the list, and when: changes at most every ten seconds, and how many sessions a filter leaves, soon
 * after it was set. Never an age, and nothing of what an answer brought while nobody was there to hear it.
 */
import { formatCount, formatNumber } from "./format-number.ts";
import { CHANGE_KINDS, type ChangeKind, type Changes } from "./since.ts";

/** Ms between what is said of changes and whatever was said before it. */
export const QUIET_MS = 10_000;
/** A filter that has not changed for so long is one that somebody wants to hear of. Ms. */
export const SETTLED_MS = 800;

/** What was told so far. Instants in epoch ms. */
export interface Told {
  /** When something was said last. */
  readonly saidAt: number | undefined;
  /** Receipt of the answer up to which all is told; undefined: the next answer is the first, and says nothing. */
  readonly through: number | undefined;
  /** What chooses the sessions, as text; undefined before it was first seen. */
  readonly filter: string | undefined;
  /** Since when it is so, where that is yet to be told. */
  readonly filteredAt: number | undefined;
}

export const NOTHING_TOLD: Told = {
  saidAt: undefined,
  through: undefined,
  filter: undefined,
  filteredAt: undefined,
};

/** The list as it stands. */
export interface ListStanding {
  /** Epoch ms. */
  readonly now: number;
  /** Receipt of the newest answer of this page, epoch ms; undefined before it. */
  readonly answeredAt: number | undefined;
  readonly hidden: boolean;
  readonly paused: boolean;
  readonly filter: string;
  readonly shown: { readonly sessions: number; readonly ended: number };
  /** What answers after an instant (epoch ms) brought, of the sessions shown. */
  readonly changesSince: (at: number) => Changes;
}

export interface Saying {
  readonly told: Told;
  /** Undefined: nothing now. */
  readonly text: string | undefined;
  /** When to ask again though nothing has changed, in ms; undefined: not before something changes. */
  readonly waitMs: number | undefined;
}

/** What to say now, and what is told then. */
export function nextSaying(before: Told, standing: ListStanding): Saying {
  const { now, answeredAt, filter, hidden, paused } = standing;
  // Who comes back is told by the page what happened meanwhile; from then on it is told here.
  if (hidden) return silent({ ...before, filter, filteredAt: undefined, through: undefined });
  if (answeredAt === undefined) return silent({ ...before, filter, filteredAt: undefined });
  const told: Told = { ...before, filter, through: before.through ?? answeredAt };

  if (before.filter !== undefined && before.filter !== filter) {
    return silent({ ...told, filteredAt: now }, SETTLED_MS);
  }
  if (told.filteredAt !== undefined) {
    const rest = told.filteredAt + SETTLED_MS - now;
    return rest > 0
      ? silent(told, rest)
      : say({ ...told, filteredAt: undefined }, now, shownWords(standing.shown));
  }
  if (paused || told.through === undefined || told.through >= answeredAt) return silent(told);
  const rest = told.saidAt === undefined ? 0 : told.saidAt + QUIET_MS - now;
  if (rest > 0) return silent(told, rest);
  const text = changeWords(standing.changesSince(told.through));
  const all: Told = { ...told, through: answeredAt };
  return text === "" ? silent(all) : say(all, now, text);
}

const silent = (told: Told, waitMs?: number): Saying => ({ told, text: undefined, waitMs });
const say = (told: Told, now: number, text: string): Saying => ({
  told: { ...told, saidAt: now },
  text,
  waitMs: undefined,
});

/** What changed, of one and of several. */
const CHANGED = {
  started: ["session started", "sessions started"],
  completed: ["training completed", "trainings completed"],
  failed: ["training failed", "trainings failed"],
  ended: ["session no longer reported", "sessions no longer reported"],
} as const satisfies Record<ChangeKind, readonly [one: string, several: string]>;

/** `2 sessions started, 1 training failed`; empty where nothing changed. */
export const changeWords = (changes: Changes): string =>
  CHANGE_KINDS.flatMap((kind) => {
    const { count } = changes[kind];
    const [one, several] = CHANGED[kind];
    return count === 0 ? [] : [`${formatNumber(count)} ${count === 1 ? one : several}`];
  }).join(", ");

function shownWords({ sessions, ended }: ListStanding["shown"]): string {
  const all = sessions + ended;
  if (all === 0) return "No session shown";
  const count = `${formatCount(all, "session")} shown`;
  if (ended === 0) return count;
  return ended === all
    ? `${count}, no longer reported`
    : `${count}, ${formatNumber(ended)} no longer reported`;
}
