/** Which sessions have changed since an instant, gathered from answer to answer at the price of what each of them changed. */
import type { Known } from "./known.ts";

export interface News {
  /** As they are now. */
  readonly sessions: Known["sessions"];
  /** Ids of those that have changed or come since; some of them may be known no longer. */
  readonly ids: ReadonlySet<string>;
}

/** Where the gathering begins: of these sessions nothing has changed yet. */
export const noNews = ({ sessions }: Pick<Known, "sessions">): News => ({ sessions, ids: new Set() });

export function newsAfter(before: News, { sessions, change }: Known): News {
  if (before.sessions === sessions) return before;
  const ids = new Set(before.ids);
  if (change?.from === before.sessions) for (const { session } of change.come) ids.add(session.id);
  else for (const [id, session] of sessions) if (before.sessions.get(id) !== session) ids.add(id);
  return { sessions, ids };
}
