/** The rows of the grid, in order: what is one row on screen is one item here. */
import { groupSessions, type Group } from "../../domain/group.ts";
import type { KnownSession } from "../../domain/known.ts";
import { onceFor } from "../../domain/once-for.ts";
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
    // As in its key, after its kind; what is no launcher and no model has none.
    case "group":
      return /^group:(?:persistent|model):(.*)/su.exec(item.key)?.[1];
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
  // Hardly any id has another form in links, and putting thousands into it takes its time.
  const linkOf = [...open].some((link) => link.includes("\uFFFD")) ? toWellFormed : (id: string) => id;
  const withPanels = (sessions: readonly KnownSession[]): readonly ListItem[] => {
    const rows = rowsOf(sessions);
    if (open.size === 0) return rows;
    return rows.flatMap<ListItem>((row) => {
      const { known } = row;
      const { id } = known.session;
      return open.has(linkOf(id))
        ? [
            { ...row, open: true },
            { kind: "panel", key: `panel:${id}`, known },
          ]
        : row;
    });
  };

  /** A head with the rows under it, unless it is folded; nothing where it has none. */
  const headed = (
    head: Omit<HeadItem, "folded" | "count">,
    others?: readonly ListItem[],
  ): readonly ListItem[] => {
    const { length: count } = others ?? head.sessions;
    if (count === 0) return [];
    const isFolded = folded.has(head.word);
    const rows = isFolded ? [] : (others ?? withPanels(head.sessions));
    return [{ ...head, count, folded: isFolded }, ...rows];
  };
  const section = (by: SectionName, sessions: readonly KnownSession[], others?: readonly ListItem[]) =>
    headed({ kind: "section", key: `section:${by}`, by, word: by, sessions }, others);

  const grouped: ListItem[] = [];
  if (group !== "none") {
    for (const { key, sessions } of groupSessions(sections.live, group)) {
      const word = toWellFormed(key);
      const rows = headed({ kind: "group", key: `group:${key}`, by: group, word, sessions });
      for (const item of rows) grouped.push(item);
    }
  }
  // Whole lists are joined: most rows are looked at by nobody.
  return new Array<ListItem>().concat(
    group === "none" ? withPanels(sections.live) : grouped,
    missing.map((id) => ({ kind: "missing", key: `missing:${id}`, id })),
    section("ended", sections.ended),
    section(
      "unreadable",
      [],
      unreadable.map((entry) => ({ kind: "unreadable", key: `unreadable:${entry.index}`, entry })),
    ),
  );
}

type SessionItem = Extract<ListItem, { kind: "session" }>;

/** The closed row of a session: an answer makes anew only what changed. */
const rowOf = onceFor((known: KnownSession): SessionItem => ({
  kind: "session",
  key: `session:${known.session.id}`,
  known,
  open: false,
}));

/** Those of a list. */
const rowsOf = onceFor((sessions: readonly KnownSession[]): readonly SessionItem[] => sessions.map(rowOf));
