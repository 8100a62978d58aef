/** Where the count of each kind of change leads. */
import type { Change, ChangeKind } from "../../domain/since.ts";
import { ACTIVITIES, TRAINING_STATES } from "../../domain/states.ts";
import type { ListView } from "../../url/list-params.ts";
import { fitsLink, pathOfSessions } from "../../url/sessions-of.ts";

interface ChangeRow {
  /** After the count. */
  readonly word: string;
  /** The sessions that the link shows. */
  readonly exactly: string;
  /** What is shown where they are too many to be named, and in what words. */
  readonly nearest: Partial<ListView>;
  readonly nearly: string;
}

export const CHANGES = {
  started: {
    word: "started",
    exactly: "The sessions that started",
    nearest: { sort: "-started" },
    nearly: "All sessions, the newest first",
  },
  completed: {
    word: TRAINING_STATES.completed.label.toLowerCase(),
    exactly: "The sessions of the trainings that completed",
    nearest: { state: ["idle"] },
    nearly: `Every session in the state "${ACTIVITIES.idle.label}"`,
  },
  failed: {
    word: TRAINING_STATES.failed.label.toLowerCase(),
    exactly: "The sessions of the trainings that failed",
    nearest: { state: ["failed"] },
    nearly: `Every session in the state "${ACTIVITIES.failed.label}"`,
  },
  ended: {
    word: ACTIVITIES.ended.label.toLowerCase(),
    exactly: "The sessions that are no longer reported",
    nearest: { ended: "only" },
    nearly: "Every session that ended while watching",
  },
} as const satisfies Record<ChangeKind, ChangeRow>;

/** What of a view stays when its sessions are chosen by a link. */
export type KeptView = Pick<ListView, "sort" | "group" | "range">;

export interface ChangeLink {
  readonly to: string;
  /** What it shows, in words. */
  readonly title: string;
}

/** To exactly the sessions of a change; to the nearest filter where they are too many. */
export function changeLink(
  kind: ChangeKind,
  { sessions }: Change,
  { sort, group, range }: KeptView,
): ChangeLink {
  const { exactly, nearest, nearly } = CHANGES[kind];
  return {
    to: pathOfSessions(sessions, { sort, group, range }, nearest),
    title: fitsLink(sessions) ? exactly : nearly,
  };
}
