/**
 * The rows of `/timeline`: groups with a heading each, and under it a row for each session, the newest start first.
 *
 * A session has a row while it meets the window: thousands of empty rows would hide the few that a time is about. The others are
 * counted in their group's heading, so that none is missing without a word. Rows are to come and go with the window at rest and
 * not with each step of a gesture; what is given as the window says when.
 */
import { byPlace, groupSessions, type Group, type GroupLabel } from "./group.ts";
import { keptList } from "./kept-list.ts";
import type { KnownSession } from "./known.ts";
import { changeBetween, type ListChange } from "./resort.ts";
import { byStart, type SessionRow } from "./session-row.ts";
import { type Block, blockAfter, blockOf, type GroupRow, type GroupView } from "./timeline-block.ts";
import type { Window } from "./window.ts";

export type TimelineRow = GroupRow | SessionRow;

export interface TimelineRowsInput extends GroupView {
  /** Those that pass the filters, in any order. */
  readonly sessions: readonly KnownSession[];
  readonly group: Group;
}

export interface TimelineRows {
  /** What they were made for. */
  readonly input: TimelineRowsInput;
  readonly blocks: readonly Block[];
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
