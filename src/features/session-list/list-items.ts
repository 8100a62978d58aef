/** The rows of the grid, in order: what is one row on screen is one item here. */
import { groupSessions, type Group } from "../../domain/group.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { Unreadable } from "../../domain/session.ts";
import type { Sections } from "../../domain/sort.ts";
import { toWellFormed } from "../../domain/well-formed.ts";

export type ListItem =
  | { readonly kind: "session"; readonly key: string; readonly known: KnownSession; readonly open: boolean }
  /** What an expanded row shows; always right below its session. */
  | { readonly kind: "panel"; readonly key: string; readonly known: KnownSession }
  | HeadItem
  /** An id of the view that the API did not return. */
  | { readonly kind: "missing"; readonly key: string; readonly id: string }
  | { readonly kind: "unreadable"; readonly key: string; readonly entry: Unreadable };

/** Stands above the rows of a group or a section, which it can hide. */
export type HeadItem = {
  readonly kind: "group" | "section";
  readonly key: string;
  readonly by: Group | SectionName;
  /** What links call it. */
  readonly word: string;
  readonly folded: boolean;
  /** Of its rows. */
  readonly count: number;
  /** Those of its rows that are sessions, in order. */
  readonly sessions: readonly KnownSession[];
};

/** What no session that runs stands under. The words are those of links, where a group's has another form. */
export type SectionName = "ended" | "unreadable";

export const isHead = (item: ListItem | undefined): item is HeadItem =>
  item?.kind === "group" || item?.kind === "section";

const FOCUSABLE = {
  session: true,
  missing: true,
  unreadable: true,
  group: true,
  section: true,
  panel: false,
} as const satisfies Record<ListItem["kind"], boolean>;

/** Whether the keyboard can stand on its row. */
export const isFocusable = (item: ListItem | undefined): boolean =>
  item !== undefined && FOCUSABLE[item.kind];

/** The id that its row shows, if any. */
export function idOf(item: ListItem | undefined): string | undefined {
  switch (item?.kind) {
    case "session":
      return item.known.session.id;
    case "missing":
      return item.id;
    case "unreadable":
      return item.entry.id;
    // As in its key, after its kind.
    case "group":
      return /^group:\w+:(.*)/su.exec(item.key)?.[1];
    default:
      return undefined;
  }
}

export interface ListContents {
  readonly sections: Sections;
  readonly group: Group;
  /** In the form links hold them: without lone surrogates. */
  readonly open: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  readonly missing: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** The rows of a list. Closed ones that say the same again are the same objects. */
export function listItems({
  sections,
  group,
  open,
  folded,
  missing,
  unreadable,
}: ListContents): readonly ListItem[] {
  // Whole lists are joined at the end: most rows are looked at by nobody.
  const parts: (ListItem | readonly ListItem[])[] = [];
  // Hardly any id has another form in links, and putting thousands into it takes its time.
  const linkOf = [...open].some((link) => link.includes("\uFFFD")) ? toWellFormed : (id: string) => id;
  const push = (sessions: readonly KnownSession[]) => {
    const rows = rowsOf(sessions);
    parts.push(
      open.size === 0
        ? rows
        : rows.flatMap<ListItem>((row) => {
            const { key, known } = row;
            if (!open.has(linkOf(known.session.id))) return row;
            return [
              { kind: "session", key, known, open: true },
              { kind: "panel", key: `panel:${known.session.id}`, known },
            ];
          }),
    );
  };

  /** Its sessions with it, unless it is folded; tells whether its rows are shown. */
  const pushHead = (head: Omit<HeadItem, "folded">): boolean => {
    const isFolded = folded.has(head.word);
    parts.push({ ...head, folded: isFolded });
    if (!isFolded) push(head.sessions);
    return !isFolded;
  };
  const pushSection = (by: SectionName, { length: count }: readonly unknown[], of: readonly KnownSession[]) =>
    count > 0 && pushHead({ kind: "section", key: `section:${by}`, by, word: by, count, sessions: of });

  if (group === "none") push(sections.live);
  else {
    for (const { key, sessions } of groupSessions(sections.live, group)) {
      const word = toWellFormed(key);
      pushHead({ kind: "group", key: `group:${key}`, by: group, word, count: sessions.length, sessions });
    }
  }
  for (const id of missing) parts.push({ kind: "missing", key: `missing:${id}`, id });
  pushSection("ended", sections.ended, sections.ended);
  if (pushSection("unreadable", unreadable, [])) {
    for (const entry of unreadable) {
      parts.push({ kind: "unreadable", key: `unreadable:${entry.index}`, entry });
    }
  }
  return new Array<ListItem>().concat(...parts);
}

type SessionItem = Extract<ListItem, { kind: "session" }>;

/** The closed row of each session, and those of each list, that were asked for before: an answer makes anew only what changed. */
const made = new WeakMap<KnownSession, SessionItem>();
const madeOf = new WeakMap<readonly KnownSession[], readonly SessionItem[]>();

function rowsOf(sessions: readonly KnownSession[]): readonly SessionItem[] {
  let rows = madeOf.get(sessions);
  if (rows) return rows;
  rows = sessions.map((known) => {
    let row = made.get(known);
    if (!row) {
      row = { kind: "session", key: `session:${known.session.id}`, known, open: false };
      made.set(known, row);
    }
    return row;
  });
  madeOf.set(sessions, rows);
  return rows;
}
