/** All that the list shows of what is known, for one view of it. */
import { applyFilter, narrows } from "../../domain/filter.ts";
import type { Known, KnownSession, Scope } from "../../domain/known.ts";
import { missingIds } from "../../domain/missing-ids.ts";
import type { ListChange } from "../../domain/resort.ts";
import type { Unreadable } from "../../domain/session.ts";
import { resortSections, sectionsOf, type Sections } from "../../domain/sort.ts";
import { summaryOf, type Summary } from "../../domain/summary.ts";
import { tallyAfter, tallyOf, type Tally } from "../../domain/tally.ts";
import { reachesBack } from "../../domain/time-range.ts";
import type { ListView } from "../../url/list-params.ts";
import { listItems, type ListItem } from "./list-items.ts";
import { choosesTheSame } from "./same-choice.ts";

export interface ListInput extends Pick<Known, "sessions" | "change"> {
  /** Of the newest answer, as in `Known`. */
  readonly scope: Scope;
  readonly unreturned: readonly string[];
  readonly unreadable: readonly Unreadable[];
  readonly view: ListView;
  /** Epoch ms; to the minute is enough. */
  readonly now: number;
}

export interface ListModel {
  /** What it was made for. */
  readonly input: ListInput;
  /** All the sessions there are to show, in order. */
  readonly sorted: Sections;
  /** Those that pass the filters, in order, and counted. */
  readonly shown: Sections;
  readonly tally: Tally;
  readonly summary: Summary;
  /** Ids of the view that the API did not return. */
  readonly missing: readonly string[];
  readonly items: readonly ListItem[];
  /** The first start of those shown, epoch ms, for a view that reaches back to it. */
  readonly oldest: number | undefined;
}

/** @param previous makes no difference but to the time it takes: the list before */
export function listModel(input: ListInput, previous?: ListModel): ListModel {
  const { view, unreadable } = input;
  const { sorted, shown, tally } = shownAfter(previous, input);
  const missing = missingIds(view.ids, input.sessions, input.scope, input.unreturned);
  return {
    input,
    sorted,
    shown,
    tally,
    summary: summaryOf(tally),
    missing,
    items: listItems({
      sections: shown,
      group: view.group,
      open: new Set(view.open),
      folded: new Set(view.folded),
      missing,
      unreadable,
    }),
    oldest: reachesBack(view.range) ? oldestOf(allOf(shown)) : undefined,
  };
}

type Counted = Pick<ListModel, "sorted" | "shown" | "tally">;

/**
 * Sessions that changed are put in their place; another order sorts all of them, another filter goes through the sorted, and one
 * that asks for more of the same through those that it left.
 */
function shownAfter(previous: ListModel | undefined, input: ListInput): Counted {
  const { view } = input;
  if (previous === undefined || previous.input.view.sort !== view.sort) {
    const sorted = sectionsOf(listed(input), view.sort);
    return counted(sorted, filtered(sorted, view));
  }
  const changed = changeAfter(previous, input);
  const sorted = resortSections(previous.sorted, view.sort, changed);
  if (!choosesTheSame(previous.input.view, view)) {
    const isLess = changed.gone.length + changed.come.length === 0 && narrows(previous.input.view, view);
    return counted(sorted, filtered(isLess ? previous.shown : sorted, view));
  }
  const change = { gone: applyFilter(changed.gone, view), come: applyFilter(changed.come, view) };
  // Most lists show all there is.
  const isAll =
    previous.shown.live === previous.sorted.live && previous.shown.ended === previous.sorted.ended;
  const shown = isAll ? sorted : resortSections(previous.shown, view.sort, change);
  return { sorted, shown, tally: tallyAfter(previous.tally, change, shown.live) };
}

const counted = (sorted: Sections, shown: Sections): Counted => ({
  sorted,
  shown,
  tally: tallyOf(allOf(shown)),
});

const filtered = ({ live, ended }: Sections, view: ListView): Sections => ({
  live: applyFilter(live, view),
  ended: applyFilter(ended, view),
});

const NO_CHANGE = { gone: [], come: [] };

/** Which of the sessions to show left the list before, and which came instead. */
function changeAfter({ input: before, sorted }: ListModel, input: ListInput): ListChange<KnownSession> {
  // What ended drops out with time, whatever answers change.
  if (before.now === input.now) {
    if (before.sessions === input.sessions) return NO_CHANGE;
    const { change } = input;
    if (change?.from === before.sessions) {
      return { gone: change.gone.filter(isListed(input)), come: change.come.filter(isListed(input)) };
    }
  }
  const [past, present] = [new Set(allOf(sorted)), new Set(listed(input))];
  return {
    gone: [...past].filter((known) => !present.has(known)),
    come: [...present].filter((known) => !past.has(known)),
  };
}

/** All of both sections. */
export const allOf = ({ live, ended }: Sections): readonly KnownSession[] =>
  ended.length === 0 ? live : live.concat(ended);

/** Makes one list again and again, each time from the one before. */
export function createListModel(): (input: ListInput) => ListModel {
  let last: ListModel | undefined;
  return (input) => (last = listModel(input, last));
}

/** The list tells of an end this long; the session's page longer. Ms. */
const ENDED_SHOWN_MS = 3_600_000;

/** Whether a session is still reported, or ended lately. */
const isListed =
  ({ now }: ListInput) =>
  ({ ended }: KnownSession): boolean =>
    ended === undefined || ended.by > now - ENDED_SHOWN_MS;

const listed = (input: ListInput): readonly KnownSession[] =>
  [...input.sessions.values()].filter(isListed(input));

function oldestOf(sessions: readonly KnownSession[]): number | undefined {
  const at = sessions.reduce((oldest, { session }) => Math.min(oldest, session.startedAt), Infinity);
  return at === Infinity ? undefined : at;
}
