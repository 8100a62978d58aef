/**
 * The rows of `/timeline`: groups with a heading each, and under it a row for each session, the newest start first.
 *
 * A session has a row while it meets the window: thousands of empty rows would hide the few that a time is about. The others are
 * counted in their group's heading, so that none is missing without a word. Rows are to come and go with the window at rest and
 * not with each step of a gesture; what is given as the window says when.
 *
 * How high a row is hangs on what is known of its session alone, so that ten thousand have their places before any is
 * drawn, and none changes its height under a zoom.
 */
import { trainingCounts } from "./activity.ts";
import { groupSessions, type Group, type GroupLabel, type SessionGroup } from "./group.ts";
import { keptList } from "./kept-list.ts";
import type { KnownSession } from "./known.ts";
import { changeBetween, resort } from "./resort.ts";
import type { LauncherSpec } from "./session.ts";
import { TRAINING_STATE_ORDER, type TrainingState } from "./states.ts";
import { lanesOf } from "./strip-layout.ts";
import { isNewer } from "./tally.ts";
import type { Window } from "./window.ts";

/** Of a group's heading, px. */
export const GROUP_HEIGHT = 32;

/** Of a session's row by its lanes, px: bars of 7 px and 2 between them where there are three or more. */
const HEIGHTS: readonly number[] = [26, 26, 26, 33, 42];

export interface SessionRow {
  readonly kind: "session";
  /** Unique among the rows. */
  readonly key: string;
  readonly known: KnownSession;
  readonly lanes: number;
  /** Px. */
  readonly height: number;
}

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
  readonly trainings: Readonly<Record<TrainingState, number>>;
  readonly folded: boolean;
  /** Px. */
  readonly height: number;
}

export type TimelineRow = GroupRow | SessionRow;

export interface TimelineRowsInput {
  /** Those that pass the filters, in any order. */
  readonly sessions: readonly KnownSession[];
  readonly group: Group;
  readonly window: Window;
  /** Keys of groups (`SessionGroup.key`) whose sessions are folded away. */
  readonly folded: ReadonlySet<string>;
}

export interface TimelineRows {
  /** What they were made for. */
  readonly input: TimelineRowsInput;
  /** The sessions in the order of the rows. */
  readonly ordered: readonly KnownSession[];
  /** From top to bottom. */
  readonly rows: readonly TimelineRow[];
}

/**
 * The rows. What did not change is the same object as before: rows, headings, and the list itself.
 * @param previous makes no difference but to that, and to the time it takes: the rows before
 */
export function timelineRows(given: TimelineRowsInput, previous?: TimelineRows): TimelineRows {
  const sessions = keptList(previous?.input.sessions, given.sessions);
  const input = sessions === given.sessions ? given : { ...given, sessions };
  if (previous !== undefined && isSameInput(previous.input, input)) return previous;
  const ordered = orderedAfter(previous, sessions);
  const before = new Map<string, GroupRow>();
  for (const row of previous?.rows ?? []) if (row.kind === "group") before.set(row.group, row);
  const rows: TimelineRow[] = [];
  for (const group of groupSessions(ordered, input.group)) {
    const shown = group.sessions.filter((known) => isShown(known, input.window));
    const folded = input.folded.has(group.key);
    rows.push(groupRow(before.get(group.key), group, shown.length, folded));
    if (!folded) for (const known of shown) rows.push(sessionRow(known));
  }
  return { input, ordered, rows: keptList(previous?.rows, rows) };
}

const isSameInput = (a: TimelineRowsInput, b: TimelineRowsInput): boolean =>
  a.sessions === b.sessions &&
  a.group === b.group &&
  a.folded === b.folded &&
  a.window.from === b.window.from &&
  a.window.to === b.window.to;

/** Only what changed is put in its place. */
function orderedAfter(
  previous: TimelineRows | undefined,
  sessions: readonly KnownSession[],
): readonly KnownSession[] {
  if (previous === undefined) return sessions.toSorted(byStart);
  return resort(previous.ordered, changeBetween(previous.input.sessions, sessions, isSameSession), byStart);
}

const isSameSession = (a: KnownSession, b: KnownSession): boolean => a.session.id === b.session.id;

/** The newest start first; equal ones by id. */
const byStart = ({ session: a }: KnownSession, { session: b }: KnownSession): number =>
  b.startedAt - a.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Whether any life under its id meets the window. A session that is still reported goes on beyond any window. */
export const isShown = (known: KnownSession, window: Window): boolean =>
  lives(known, window) || known.earlier.some((life) => lives(life, window));

function lives({ session, trainings, ended, lastSeen }: KnownSession, { from, to }: Window): boolean {
  // A training can be older than its session, where the clocks of servers differ.
  const hasBegun = session.startedAt <= to || (trainings[0]?.training.createdAt ?? Infinity) <= to;
  return hasBegun && (ended === undefined || Math.max(session.startedAt, lastSeen ?? 0, ended.by) >= from);
}

const rowsOfSessions = new WeakMap<KnownSession, SessionRow>();

/** The same row for the same session object. */
function sessionRow(known: KnownSession): SessionRow {
  const cached = rowsOfSessions.get(known);
  if (cached !== undefined) return cached;
  const lanes = lanesOf(known);
  const row: SessionRow = {
    kind: "session",
    key: `session:${known.session.id}`,
    known,
    lanes,
    height: HEIGHTS[lanes] ?? 0,
  };
  rowsOfSessions.set(known, row);
  return row;
}

function groupRow(
  before: GroupRow | undefined,
  { key, label, sessions: now }: SessionGroup,
  shown: number,
  folded: boolean,
): GroupRow {
  const sessions = keptList(before?.sessions, now);
  if (before !== undefined && sessions === before.sessions) {
    // Everything else of it follows from its sessions.
    return before.shown === shown && before.folded === folded ? before : { ...before, shown, folded };
  }
  const trainings: Record<TrainingState, number> = {
    starting: 0,
    running: 0,
    completed: 0,
    failed: 0,
    unrecognised: 0,
  };
  for (const known of sessions) {
    if (known.ended !== undefined) continue;
    const counts = trainingCounts(known);
    for (const state of TRAINING_STATE_ORDER) trainings[state] += counts[state];
  }
  return {
    kind: "group",
    key: `group:${key}`,
    group: key,
    label,
    spec: label.kind === "persistent" ? newestSpec(sessions) : undefined,
    sessions,
    shown,
    trainings,
    folded,
    height: GROUP_HEIGHT,
  };
}

function newestSpec(sessions: readonly KnownSession[]): LauncherSpec | undefined {
  let newest = sessions[0]?.session;
  for (const { session } of sessions) if (newest && isNewer(session, newest)) newest = session;
  return newest?.location.kind === "persistent" ? newest.location.spec : undefined;
}
