/** A group on the timeline of all sessions: its heading, and the rows that the window has of it. */
import type { TrainingCounts } from "./activity.ts";
import { countsAfter, countsOf } from "./counts-after.ts";
import type { GroupLabel, SessionGroup } from "./group.ts";
import { keptList } from "./kept-list.ts";
import type { KnownSession } from "./known.ts";
import { type ListChange, resort } from "./resort.ts";
import type { LauncherSpec } from "./session.ts";
import { byStart, isShown, type SessionRow, sessionRow } from "./session-row.ts";
import { toWellFormed } from "./well-formed.ts";
import type { Window } from "./window.ts";

/** Of a group's heading, px. */
export const GROUP_HEIGHT = 32;

/** A group and its heading. */
export interface GroupRow {
  readonly kind: "group";
  readonly key: string;
  /** The group's own key, by which it is folded. */
  readonly group: string;
  readonly label: GroupLabel;
  /** Of a persistent launcher, as its newest session tells it. */
  readonly spec: LauncherSpec | undefined;
  /** All that pass the filters, the newest start first; the step area counts these. */
  readonly sessions: readonly KnownSession[];
  /** How many of them meet the window. */
  readonly shown: number;
  /** Trainings of those still reported, by state. */
  readonly trainings: TrainingCounts;
  readonly folded: boolean;
  /** Px. */
  readonly height: number;
}

/** A group with its rows; those are there when they are folded away too. */
export interface Block {
  readonly key: string;
  readonly label: GroupLabel;
  readonly heading: GroupRow;
  readonly shown: readonly SessionRow[];
}

/** What the reader asked to see of groups. */
export interface GroupView {
  readonly window: Window;
  /** Keys of groups (`SessionGroup.key`) whose sessions are folded away, well formed as a link has them. */
  readonly folded: ReadonlySet<string>;
}

/** @param group its sessions the newest start first */
export function blockOf({ key, label, sessions }: SessionGroup, { window, folded }: GroupView): Block {
  const shown = rowsIn(sessions, window);
  const heading: GroupRow = {
    kind: "group",
    key: `group:${key}`,
    group: key,
    label,
    spec: specOf(label, sessions),
    sessions,
    shown: shown.length,
    trainings: countsOf(sessions),
    folded: folded.has(toWellFormed(key)),
    height: GROUP_HEIGHT,
  };
  return { key, label, heading, shown };
}

/**
 * The group after a change of its sessions, of the window or of what is folded; what did not change keeps its identity.
 * @param change undefined for none
 * @param isMoved whether the window is another
 */
export function blockAfter(
  block: Block,
  change: ListChange<KnownSession> | undefined,
  { window, folded: allFolded }: GroupView,
  isMoved: boolean,
): Block {
  const { key, label, heading } = block;
  const sessions = change
    ? keptList(heading.sessions, resort(heading.sessions, change, byStart))
    : heading.sessions;
  const isSame = sessions === heading.sessions;
  const folded = allFolded.has(toWellFormed(key));
  const shown = isMoved
    ? keptList(block.shown, rowsIn(sessions, window))
    : isSame || change === undefined
      ? block.shown
      : resort(
          block.shown,
          { gone: rowsIn(change.gone, window), come: rowsIn(change.come, window) },
          byStartOfRow,
        );
  const isLike = isSame && heading.shown === shown.length && heading.folded === folded;
  if (isLike) return shown === block.shown ? block : { ...block, shown };
  const others =
    isSame || change === undefined
      ? {}
      : { sessions, spec: specOf(label, sessions), trainings: countsAfter(heading.trainings, change) };
  return { key, label, heading: { ...heading, ...others, shown: shown.length, folded }, shown };
}

const rowsIn = (sessions: readonly KnownSession[], window: Window): readonly SessionRow[] =>
  sessions.filter((known) => isShown(known, window)).map(sessionRow);

const byStartOfRow = (a: SessionRow, b: SessionRow): number => byStart(a.known, b.known);

/** @param sessions the newest start first */
function specOf(label: GroupLabel, sessions: readonly KnownSession[]): LauncherSpec | undefined {
  const location = sessions[0]?.session.location;
  return label.kind === "persistent" && location?.kind === "persistent" ? location.spec : undefined;
}
