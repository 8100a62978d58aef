/** The saved views: kept in this browser, the same in all of its tabs. */
import { pageChoice } from "../../choices/page-choice.ts";
import { useChoice } from "../../choices/use-choice.ts";
import { decodeViews, encodeViews, type SavedViews } from "../../domain/saved-views.ts";
import { showToast } from "../../ui/toast.tsx";
import { listParams } from "../../url/list-params.ts";
import { readView, writeView } from "../../url/view.ts";
import { VIEWS_SLOT } from "./slot.ts";

/**
 * What of a query makes a view: the parameters of the list, in their canonical form. Not `paused`, which belongs to the
 * watching, and not `open`, which is about the sessions of one day.
 */
export const viewQuery = (search: string): string =>
  writeView(listParams, "", { ...readView(listParams, search).view, paused: false, open: [] });

const choice = pageChoice({
  slot: VIEWS_SLOT,
  encode: encodeViews,
  decode: (text): SavedViews => decodeViews(text, viewQuery),
});

/**
 * Changes them, here and in the other tabs, and says that they are. Where storage is denied or full it holds until this tab is
 * left.
 */
export function changeViews(change: (before: SavedViews) => SavedViews, done?: string): void {
  if (!choice.change(change))
    showToast("Kept in this tab alone", "the browser stores nothing more", "failed");
  else if (done !== undefined) showToast(done);
}

/** The views; renders again when one changes, in whichever tab. */
export const useViews = (): SavedViews => useChoice(choice);
