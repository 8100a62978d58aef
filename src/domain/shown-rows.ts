/** What is done with the list's rows beside showing them: which sessions they are of, in which order. */
import type { KnownSession } from "./known.ts";

/**
 * A row of the list. Those of a session have the kind `session`; others may be about one, as its details are. The head of a
 * group stands for its sessions while they are folded away: they pass the filters like the others.
 */
export interface ShownRow {
  readonly kind: string;
  readonly known?: KnownSession;
  readonly folded?: boolean;
  readonly sessions?: readonly KnownSession[];
}

/** The sessions of the rows, in their order. */
export function shownSessions(rows: readonly ShownRow[]): readonly KnownSession[] {
  const found: KnownSession[] = [];
  for (const { kind, known, folded, sessions = [] } of rows) {
    if (kind === "session" && known) found.push(known);
    if (folded) for (const one of sessions) found.push(one);
  }
  return found;
}

/** The ids of the rows, in their order. */
export const shownIds = (rows: readonly ShownRow[]): readonly string[] =>
  shownSessions(rows).map(({ session }) => session.id);

/** Those of the ids that are shown, in the order of the list, then the others in the order in which they were chosen. */
export function inOrder(ids: ReadonlySet<string>, rows: readonly ShownRow[]): readonly string[] {
  return [...new Set([...shownIds(rows).filter((id) => ids.has(id)), ...ids])];
}

/** A row for each of the ids of which anything is known. */
export const rowsOf = (
  ids: readonly string[],
  known: ReadonlyMap<string, KnownSession>,
): readonly ShownRow[] =>
  ids.flatMap((id) => {
    const one = known.get(id);
    return one ? [{ kind: "session", known: one }] : [];
  });
