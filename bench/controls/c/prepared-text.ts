import type { DebugSession } from "@decthings/api-client";
import { searchText } from "../shared/words.ts";

const prepared = new WeakMap<DebugSession, string>();

/** What the filter looks at, made once for each reading of a session. */
export function preparedText(session: DebugSession): string {
  const known = prepared.get(session);
  if (known !== undefined) return known;
  const text = searchText(session);
  prepared.set(session, text);
  return text;
}
