/**
 * Which rows the list shows while somebody reads it: what is there changes in its place at once, and what would move it
 * waits, counted, until the reader lets go.
 */
import type { KnownSession } from "../../domain/known.ts";
import { toWellFormed } from "../../domain/well-formed.ts";
import { staying } from "../../ui/staying.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ListItem } from "./list-items.ts";
import { laysOutTheSame } from "./same-choice.ts";

/**
 * `nothing`: rows come and go as answers tell. `arrivals`: the reader is further down, and new sessions wait. `moves`: the
 * pointer or the focus is in the list, and all that would move a row waits.
 */
export type Hold = "nothing" | "arrivals" | "moves";

export interface CalmInput {
  /** The rows as the newest answer has them. */
  readonly wanted: readonly ListItem[];
  readonly view: ListView;
  readonly hold: Hold;
  /** All that is known, for a row that is shown and no longer wanted. */
  readonly sessions: ReadonlyMap<string, KnownSession>;
}

export interface CalmItems {
  readonly items: readonly ListItem[];
  /** Sessions that wait to be shown. */
  readonly arrivals: number;
  /** Rows that wait to leave their place. */
  readonly moves: number;
}

/** @param shown the rows on screen, with the view that they were made for; undefined before the first */
function calmItems(
  { wanted, view, hold, sessions }: CalmInput,
  shown: { readonly items: readonly ListItem[]; readonly view: ListView } | undefined,
): CalmItems {
  const asWanted: CalmItems = { items: wanted, arrivals: 0, moves: 0 };
  // What the reader asks for is not kept waiting, and an empty list has nothing to hold on to.
  if (hold === "nothing" || !shown || !laysOutTheSame(shown.view, view)) return asWanted;
  if (haveSamePlaces(shown.items, wanted)) return asWanted;
  const shownKeys = new Set<string>();
  for (const { kind, key } of shown.items) if (kind === "session") shownKeys.add(key);
  if (shownKeys.size === 0) return asWanted;
  const isArrival = ({ kind, key }: ListItem) => kind === "session" && !shownKeys.has(key);
  let arrivals = 0;
  for (const item of wanted) if (isArrival(item)) arrivals += 1;
  if (hold === "arrivals") {
    return arrivals === 0 ? asWanted : { items: withoutArrivals(wanted, isArrival), arrivals, moves: 0 };
  }
  const items = inPlace(shown.items, { wanted, view, sessions });
  return { items, arrivals, moves: movesBetween(shown.items, wanted) };
}

/** Whether the rows stand in the same order, whatever they say and whichever of them are open. */
function haveSamePlaces(shown: readonly ListItem[], wanted: readonly ListItem[]): boolean {
  let at = 0;
  for (const item of shown) {
    if (item.kind === "panel") continue;
    while (wanted[at]?.kind === "panel") at += 1;
    const other = wanted[at];
    if (other !== item && other?.key !== item.key) return false;
    at += 1;
  }
  while (wanted[at]?.kind === "panel") at += 1;
  return at === wanted.length;
}

function withoutArrivals(
  wanted: readonly ListItem[],
  isArrival: (item: ListItem) => boolean,
): readonly ListItem[] {
  const items: ListItem[] = [];
  let skipped: string | undefined;
  for (const item of wanted) {
    if (isArrival(item)) skipped = item.kind === "session" ? item.known.session.id : undefined;
    else if (item.kind !== "panel" || item.known.session.id !== skipped) items.push(item);
  }
  // The head of a group of which nothing else is shown waits with it.
  return items.filter(
    (item, index) => item.kind !== "group" || item.folded || items[index + 1]?.kind === "session",
  );
}

/** The same rows at the same places, with what they say now. */
function inPlace(
  shown: readonly ListItem[],
  { wanted, view, sessions }: Omit<CalmInput, "hold">,
): readonly ListItem[] {
  const now = new Map(wanted.map((item) => [item.key, item]));
  const open = new Set(view.open);
  const items: ListItem[] = [];
  for (const item of shown) {
    if (item.kind === "panel") continue;
    const next = now.get(item.key) ?? unwanted(item, sessions, open);
    items.push(next);
    if (next.kind !== "session" || !next.open) continue;
    const key = `panel:${next.known.session.id}`;
    items.push(now.get(key) ?? { kind: "panel", key, known: next.known });
  }
  return items;
}

/** A row that would have left. */
function unwanted(
  item: ListItem,
  sessions: ReadonlyMap<string, KnownSession>,
  links: ReadonlySet<string>,
): ListItem {
  if (item.kind !== "session") return item;
  const { id } = item.known.session;
  const known = sessions.get(id) ?? item.known;
  const open = links.has(toWellFormed(id));
  return known === item.known && open === item.open ? item : { ...item, known, open };
}

/** How many of the session rows on screen would leave their place: the fewest that, taken away, leave the others in order. */
function movesBetween(shown: readonly ListItem[], wanted: readonly ListItem[]): number {
  const place = new Map<string, number>();
  for (const [index, { kind, key }] of wanted.entries()) if (kind === "session") place.set(key, index);
  let rows = 0;
  const places: number[] = [];
  for (const { kind, key } of shown) {
    if (kind !== "session") continue;
    rows += 1;
    const at = place.get(key);
    if (at !== undefined) places.push(at);
  }
  return rows - staying(places).size;
}

/** Holds on again and again, each time to the rows that were shown before. */
export function createCalm(): (input: CalmInput) => CalmItems {
  let shown: Parameters<typeof calmItems>[1];
  return (input) => {
    const calm = calmItems(input, shown);
    shown = { items: calm.items, view: input.view };
    return calm;
  };
}
