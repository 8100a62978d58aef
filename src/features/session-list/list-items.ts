/** The rows of the grid, in order: what is one row on screen is one item here. */
import { formatNumber } from "../../domain/format-number.ts";
import { groupWords } from "../../domain/group-words.ts";
import { groupSessions, type Group } from "../../domain/group.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { Unreadable } from "../../domain/session.ts";
import type { Sections } from "../../domain/sort.ts";
import { toWellFormed } from "../../domain/well-formed.ts";

export type ListItem =
  | { readonly kind: "session"; readonly key: string; readonly known: KnownSession; readonly open: boolean }
  /** What an expanded row shows; always right below its session. */
  | { readonly kind: "panel"; readonly key: string; readonly known: KnownSession }
  | {
      readonly kind: "group";
      readonly key: string;
      /** Our own word for it, and the id it goes by, if any. */
      readonly name: string;
      readonly id: string | undefined;
      readonly count: number;
    }
  | { readonly kind: "section"; readonly key: string; readonly title: string; readonly note: string }
  /** An id of the view that the API did not return. */
  | { readonly kind: "missing"; readonly key: string; readonly id: string }
  | { readonly kind: "unreadable"; readonly key: string; readonly entry: Unreadable };

const FOCUSABLE = {
  session: true,
  missing: true,
  unreadable: true,
  panel: false,
  group: false,
  section: false,
} as const satisfies Record<ListItem["kind"], boolean>;

/** Whether the keyboard can stand on its row. */
export const isFocusable = (item: ListItem | undefined): boolean =>
  item !== undefined && FOCUSABLE[item.kind];

/** The session id that its row shows, if any. */
export function idOf(item: ListItem | undefined): string | undefined {
  switch (item?.kind) {
    case "session":
      return item.known.session.id;
    case "missing":
      return item.id;
    case "unreadable":
      return item.entry.id;
    default:
      return undefined;
  }
}

export interface ListContents {
  readonly sections: Sections;
  readonly group: Group;
  /** In the form links hold them: without lone surrogates. */
  readonly open: ReadonlySet<string>;
  readonly missing: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** The rows of a list. Rows that say the same again are the same objects. */
export function listItems({ sections, group, open, missing, unreadable }: ListContents): readonly ListItem[] {
  const items: ListItem[] = [];
  const push = (known: KnownSession) => {
    // Most links open no row, and then no id needs to be put into the form of links.
    const isOpen = open.size > 0 && open.has(toWellFormed(known.session.id));
    items.push(sessionItem(known, isOpen));
    if (isOpen) items.push({ kind: "panel", key: `panel:${known.session.id}`, known });
  };

  for (const part of groupSessions(sections.live, group)) {
    if (group !== "none") {
      const { name, id } = groupWords(part.label);
      items.push({ kind: "group", key: `group:${part.key}`, name, id, count: part.sessions.length });
    }
    for (const known of part.sessions) push(known);
  }
  items.push(...missing.map((id) => ({ kind: "missing" as const, key: `missing:${id}`, id })));
  if (sections.ended.length > 0) {
    items.push({
      kind: "section",
      key: "section:ended",
      title: "Ended while watching",
      note: `${formatNumber(sections.ended.length)} · no longer returned by the API`,
    });
    for (const known of sections.ended) push(known);
  }
  if (unreadable.length > 0) {
    items.push({
      kind: "section",
      key: "section:unreadable",
      title: "Unreadable",
      note: `${formatNumber(unreadable.length)} · returned, but not in a form this page can read`,
    });
    items.push(
      ...unreadable.map((entry) => ({
        kind: "unreadable" as const,
        key: `unreadable:${entry.index}`,
        entry,
      })),
    );
  }
  return items;
}

type SessionItem = Extract<ListItem, { kind: "session" }>;

/** The row of each session that was asked for before, by whether it is open: an answer or a filter makes anew only what changed. */
const made = {
  open: new WeakMap<KnownSession, SessionItem>(),
  closed: new WeakMap<KnownSession, SessionItem>(),
};

function sessionItem(known: KnownSession, open: boolean): SessionItem {
  const items = open ? made.open : made.closed;
  let item = items.get(known);
  if (item === undefined) {
    item = { kind: "session", key: `session:${known.session.id}`, known, open };
    items.set(known, item);
  }
  return item;
}
