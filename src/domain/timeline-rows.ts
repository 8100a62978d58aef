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
import { type TrainingCounts, trainingCounts } from "./activity.ts";
import { byPlace, groupSessions, type Group, type GroupLabel, type SessionGroup } from "./group.ts";
import { keptList } from "./kept-list.ts";
import type { KnownSession } from "./known.ts";
import { changeBetween, type ListChange, resort } from "./resort.ts";
import type { LauncherSpec } from "./session.ts";
import { TRAINING_STATE_ORDER } from "./states.ts";
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
  readonly trainings: TrainingCounts;
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
  readonly blocks: readonly Block[];
  /** From top to bottom. */
  readonly rows: readonly TimelineRow[];
}

/** A group with its rows, those that are folded away too. */
interface Block {
  readonly key: string;
  readonly label: GroupLabel;
  readonly heading: GroupRow;
  readonly shown: readonly SessionRow[];
}

/**
 * The rows. What did not change is the same object as before: rows, headings, and the list itself.
 * @param previous makes no difference but to that, and to the time it takes: the rows before
 */
export function timelineRows(given: TimelineRowsInput, previous?: TimelineRows): TimelineRows {
  const sessions = keptList(previous?.input.sessions, given.sessions);
  const input = sessions === given.sessions ? given : { ...given, sessions };
  if (previous !== undefined && isSameInput(previous.input, input)) return previous;
  const blocks = blocksAfter(previous, input);
  const rows: TimelineRow[] = [];
  for (const { heading, shown } of blocks) {
    rows.push(heading);
    if (!heading.folded) for (const row of shown) rows.push(row);
  }
  return { input, blocks, rows: keptList(previous?.rows, rows) };
}

const isSameWindow = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to;

const isSameInput = (a: TimelineRowsInput, b: TimelineRowsInput): boolean =>
  a.sessions === b.sessions &&
  a.group === b.group &&
  a.folded === b.folded &&
  isSameWindow(a.window, b.window);

/** Only what changed in a group is put in its place; only for another grouping are all made again. */
function blocksAfter(previous: TimelineRows | undefined, input: TimelineRowsInput): readonly Block[] {
  const { sessions, group } = input;
  if (previous === undefined || previous.input.group !== group) {
    return groupSessions(sessions.toSorted(byStart), group).map((one) => blockOf(one, input));
  }
  const changes = changesOf(changeBetween(previous.input.sessions, sessions, isSameSession), group);
  const isMoved = !isSameWindow(previous.input.window, input.window);
  const blocks: Block[] = [];
  for (const block of previous.blocks) {
    const after = blockAfter(block, changes.get(block.key), input, isMoved);
    changes.delete(block.key);
    if (after.heading.sessions.length > 0) blocks.push(after);
  }
  for (const [key, { label, come }] of changes) {
    blocks.push(blockOf({ key, label, sessions: come.toSorted(byStart) }, input));
  }
  return blocks.sort(byPlace);
}

function blockOf({ key, label, sessions }: SessionGroup, { window, folded }: TimelineRowsInput): Block {
  const shown = rowsIn(sessions, window);
  const heading: GroupRow = {
    kind: "group",
    key: `group:${key}`,
    group: key,
    label,
    spec: specOf(label, sessions),
    sessions,
    shown: shown.length,
    trainings: countsAfter(NO_TRAININGS, { gone: [], come: sessions }),
    folded: folded.has(key),
    height: GROUP_HEIGHT,
  };
  return { key, label, heading, shown };
}

function blockAfter(
  block: Block,
  change: GroupChange | undefined,
  { window, folded: allFolded }: TimelineRowsInput,
  isMoved: boolean,
): Block {
  const { key, label, heading } = block;
  const sessions = change
    ? keptList(heading.sessions, resort(heading.sessions, change, byStart))
    : heading.sessions;
  const isSame = sessions === heading.sessions;
  const folded = allFolded.has(key);
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

interface GroupChange extends ListChange<KnownSession> {
  readonly label: GroupLabel;
}

/** The change of each group that has one, by its key. */
function changesOf(change: ListChange<KnownSession>, group: Group): Map<string, GroupChange> {
  const changes = new Map<string, GroupChange>();
  for (const { key, label, sessions } of groupSessions(change.gone, group)) {
    changes.set(key, { label, gone: sessions, come: [] });
  }
  for (const { key, label, sessions } of groupSessions(change.come, group)) {
    changes.set(key, { label, gone: changes.get(key)?.gone ?? [], come: sessions });
  }
  return changes;
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

const NO_TRAININGS: TrainingCounts = { starting: 0, running: 0, completed: 0, failed: 0, unrecognised: 0 };

/** The trainings of those still reported, after a change of the sessions. */
function countsAfter(before: TrainingCounts, { gone, come }: ListChange<KnownSession>): TrainingCounts {
  const after = { ...before };
  const add = (known: KnownSession, times: 1 | -1): void => {
    if (known.ended !== undefined) return;
    const counts = trainingCounts(known);
    for (const state of TRAINING_STATE_ORDER) after[state] += times * counts[state];
  };
  for (const known of gone) add(known, -1);
  for (const known of come) add(known, 1);
  return after;
}

function specOf(label: GroupLabel, sessions: readonly KnownSession[]): LauncherSpec | undefined {
  return label.kind === "persistent" ? newestSpec(sessions) : undefined;
}

function newestSpec(sessions: readonly KnownSession[]): LauncherSpec | undefined {
  let newest = sessions[0]?.session;
  for (const { session } of sessions) if (newest && isNewer(session, newest)) newest = session;
  return newest?.location.kind === "persistent" ? newest.location.spec : undefined;
}
