import { NO_FILTER } from "../domain/filter.ts";
import type { ListView } from "./list-params.ts";
import { sessionsPath } from "./paths.ts";

/** More ids make a link that nobody can read, and some chats cut. */
const MOST_IDS = 20;
const MOST_CHARACTERS = 1_500;

/** Whether a link can name each of these sessions. */
export const fitsLink = (ids: readonly string[]): boolean =>
  ids.length <= MOST_IDS && ids.join().length <= MOST_CHARACTERS;

/**
 * The list with exactly these sessions, in the order and range of `view`; with what `otherwise` filters by, where they
 * are too many for a link.
 */
export function pathOfSessions(
  ids: readonly string[],
  view: Partial<ListView> = {},
  otherwise: Partial<ListView> = {},
): string {
  return sessionsPath({ ...view, ...NO_FILTER, ...(fitsLink(ids) ? { ids } : otherwise) });
}
