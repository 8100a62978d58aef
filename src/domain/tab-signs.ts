/** What the browser's tab says of the page: a title to be read in its first 20 characters, and one of four pictures. */
import { activityOf, trainingCounts } from "./activity.ts";
import { shortId } from "./format-id.ts";
import { formatNumber } from "./format-number.ts";
import { type Known, type KnownSession, NOTHING_KNOWN } from "./known.ts";
import { changesSince } from "./since.ts";
import { ACTIVITIES, type Activity, TRAINING_STATES } from "./states.ts";

/** `trouble`: what is shown is not of now. */
export type TabIcon = "idle" | "running" | "failed" | "trouble";

export interface TabSigns {
  readonly title: string;
  readonly icon: TabIcon;
}

export interface TabFacts {
  readonly known: Known;
  /** Of `known`. */
  readonly doing: WhatIsDone;
  /** The session that the view is about, as its link names it; undefined where it is about all. */
  readonly session: { readonly id: string; readonly known: KnownSession | undefined } | undefined;
  /** What the view is called; undefined for the list and the page of a session, which its id tells of. */
  readonly view: string | undefined;
  /** Since when nobody looks (epoch ms); undefined while somebody does, who then sees failures as they come. */
  readonly hiddenSince: number | undefined;
  /** One word or two for why the page does not follow the API; undefined while it does. */
  readonly trouble: string | undefined;
}

/** What the title ends with, and is before there is anything to tell. */
export const PAGE_NAME = "Debug Sessions";

/** `(1 failed) 3 running · Debug Sessions`, `5d4015bb training · Debug Sessions`, `Offline · Timeline · Debug Sessions`. */
export function tabSigns({ known, doing: all, session, view, hiddenSince, trouble }: TabFacts): TabSigns {
  const about = session?.known === undefined ? known : only(known, session.known);
  const failures = hiddenSince === undefined ? 0 : changesSince(about, hiddenSince).failed.count;
  const { words, icon } = session === undefined ? signsOfAll(all) : signsOfOne(session);
  const doing =
    trouble === undefined ? words : session === undefined ? trouble : `${trouble} · ${shortId(session.id)}`;
  const parts = [doing, view, PAGE_NAME].filter((part) => part !== undefined).join(" · ");
  const failed = TRAINING_STATES.failed.label.toLowerCase();
  return {
    title: failures === 0 ? parts : `(${formatNumber(failures)} ${failed}) ${parts}`,
    icon: failures > 0 ? "failed" : trouble === undefined ? icon : "trouble",
  };
}

interface Doing {
  readonly words: string | undefined;
  readonly icon: TabIcon;
}

/** What the sessions of the newest answer do: nobody can tell what the others do now. */
export interface WhatIsDone {
  readonly sessions: Known["sessions"];
  /** How many there are. */
  readonly seen: number;
  /** Trainings. */
  readonly running: number;
  readonly starting: number;
}

export const NOTHING_DONE: WhatIsDone = {
  sessions: NOTHING_KNOWN.sessions,
  seen: 0,
  running: 0,
  starting: 0,
};

/** @param before makes no difference but to the time it takes */
export function whatIsDone({ sessions, change }: Known, before: WhatIsDone): WhatIsDone {
  if (before.sessions === sessions) return before;
  const isNext = change?.from === before.sessions;
  const counts = isNext ? { ...before, sessions } : { ...NOTHING_DONE, sessions };
  const count = (session: KnownSession, times: 1 | -1) => {
    if (session.ended !== undefined || session.lastSeen !== undefined) return;
    const { running, starting } = trainingCounts(session);
    counts.seen += times;
    counts.running += times * running;
    counts.starting += times * starting;
  };
  if (isNext) for (const session of change.gone) count(session, -1);
  for (const session of isNext ? change.come : sessions.values()) count(session, 1);
  return counts;
}

function signsOfAll({ seen, running, starting }: WhatIsDone): Doing {
  if (running > 0) return { words: `${formatNumber(running)} running`, icon: "running" };
  if (starting > 0) return { words: `${formatNumber(starting)} starting`, icon: "running" };
  return { words: seen > 0 ? ACTIVITIES.idle.label : undefined, icon: "idle" };
}

function signsOfOne({ id, known }: NonNullable<TabFacts["session"]>): Doing {
  if (known === undefined) return { words: shortId(id), icon: "idle" };
  const { word, icon } = OF_ACTIVITY[activityOf(known)];
  return { words: `${shortId(id)} ${word}`, icon };
}

/** The activities of one session, in the room that a tab has. */
const OF_ACTIVITY = {
  running: { word: "training", icon: "running" },
  starting: { word: "starting", icon: "running" },
  failed: { word: "failed", icon: "failed" },
  idle: { word: "idle", icon: "idle" },
  ended: { word: "ended", icon: "idle" },
} as const satisfies Record<Activity, { readonly word: string; readonly icon: TabIcon }>;

const only = (known: Known, session: KnownSession): Known => ({
  ...known,
  sessions: new Map([[session.session.id, session]]),
});
