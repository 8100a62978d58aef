/** What the browser's tab says of the page: a title to be read in its first 20 characters, and one of four pictures. */
import { activityOf, trainingCounts } from "./activity.ts";
import { shortId } from "./format-id.ts";
import { formatNumber } from "./format-number.ts";
import type { Known, KnownSession } from "./known.ts";
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
  /** The session that the view is about, as its link names it; undefined where it is about all. */
  readonly session: { readonly id: string; readonly known: KnownSession | undefined } | undefined;
  /** Since when nobody looks (epoch ms); undefined while somebody does, who then sees failures as they come. */
  readonly hiddenSince: number | undefined;
  /** One word or two for why the page does not follow the API; undefined while it does. */
  readonly trouble: string | undefined;
}

/** What the title ends with, and is before there is anything to tell. */
export const PAGE_NAME = "Debug Sessions";

/** `(1 failed) 3 running · Debug Sessions`, `5d4015bb training · Debug Sessions`, `Offline · Debug Sessions`. */
export function tabSigns({ known, session, hiddenSince, trouble }: TabFacts): TabSigns {
  const about = session?.known === undefined ? known : only(known, session.known);
  const failures = hiddenSince === undefined ? 0 : changesSince(about, hiddenSince).failed.count;
  const { words, icon } = session === undefined ? signsOfAll(known) : signsOfOne(session);
  const doing =
    trouble === undefined ? words : session === undefined ? trouble : `${trouble} · ${shortId(session.id)}`;
  const parts = [doing, PAGE_NAME].filter((part) => part !== undefined).join(" · ");
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

/** Counts what the newest answer held: nobody can tell what the others do now. */
function signsOfAll({ sessions }: Known): Doing {
  let seen = 0;
  let running = 0;
  let starting = 0;
  for (const session of sessions.values()) {
    if (session.ended !== undefined || session.lastSeen !== undefined) continue;
    const counts = trainingCounts(session);
    seen += 1;
    running += counts.running;
    starting += counts.starting;
  }
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
