/** The rows of the grid, in order: what is one row on screen is one item here. */
import { groupSessions, type Group, type SessionGroup } from "../../domain/group.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { Unreadable } from "../../domain/session.ts";
import type { Sections } from "../../domain/sort.ts";
import { toWellFormed } from "../../domain/well-formed.ts";

export type ListItem =
  | { readonly kind: "session"; readonly key: string; readonly known: KnownSession; readonly open: boolean }
  /** What an expanded row shows; always right below its session. */
  | { readonly kind: "panel"; readonly key: string; readonly known: KnownSession }
  | { readonly kind: "group"; readonly key: string; readonly group: SessionGroup }
  | { readonly kind: "section"; readonly key: string; readonly title: string; readonly note: string }
  /** An id of the view that the API did not return. */
  | { readonly kind: "missing"; readonly key: string; readonly id: string }
  | { readonly kind: "unreadable"; readonly key: string; readonly entry: Unreadable };

export interface ListContents {
  readonly sections: Sections;
  readonly group: Group;
  /** In the form links hold them: without lone surrogates. */
  readonly open: ReadonlySet<string>;
  readonly missing: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

export function listItems({ sections, group, open, missing, unreadable }: ListContents): readonly ListItem[] {
  const items: ListItem[] = [];
  const push = (known: KnownSession) => {
    const { id } = known.session;
    const isOpen = open.has(toWellFormed(id));
    items.push({ kind: "session", key: `session:${id}`, known, open: isOpen });
    if (isOpen) items.push({ kind: "panel", key: `panel:${id}`, known });
  };

  for (const part of groupSessions(sections.live, group)) {
    if (group !== "none") items.push({ kind: "group", key: `group:${part.key}`, group: part });
    part.sessions.forEach(push);
  }
  items.push(...missing.map((id) => ({ kind: "missing" as const, key: `missing:${id}`, id })));
  if (sections.ended.length > 0) {
    items.push({
      kind: "section",
      key: "section:ended",
      title: "Ended while watching",
      note: `${sections.ended.length} · no longer returned by the API`,
    });
    sections.ended.forEach(push);
  }
  if (unreadable.length > 0) {
    items.push({
      kind: "section",
      key: "section:unreadable",
      title: "Unreadable",
      note: `${unreadable.length} · returned, but not in a form this page can read`,
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
