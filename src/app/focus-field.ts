/** Puts the caret into a field by its id; nothing where the view has none. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  // On a small screen it stands in a sheet, which nobody may have opened yet.
  if (!field.checkVisibility()) field.closest<HTMLElement>("[popover]")?.showPopover();
  field.focus();
  field.select();
}

/** The shortcuts that do nothing else: what hears them has them, and no view needs them before that. */
export const FIELD_SHORTCUTS = {
  search: () => focusField("search-sessions"),
  ids: () => focusField("session-ids"),
};
