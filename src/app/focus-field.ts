/** Puts the caret into a field by its id; nothing where the view has none. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  // On a small screen it stands in a sheet, which nobody may have opened yet.
  if (!field.checkVisibility()) field.closest<HTMLElement>("[popover]")?.showPopover();
  const from = document.activeElement;
  field.focus();
  field.select();
  if (from instanceof HTMLElement && from !== field) comeBack(field, from);
}

/** Who leaves the field with Escape goes on where the caret came from. */
function comeBack(field: HTMLElement, from: HTMLElement): void {
  const ending = new AbortController();
  const { signal } = ending;
  let isLeft = false;
  field.addEventListener("keydown", ({ key }) => (isLeft = key === "Escape"), { signal });
  field.addEventListener(
    "blur",
    () => {
      ending.abort();
      // Once nothing has the focus any more.
      if (isLeft) queueMicrotask(() => from.isConnected && from.focus());
    },
    { signal },
  );
}

/** The shortcuts that do nothing else: what hears them has them, and no view needs them before that. */
export const FIELD_SHORTCUTS = {
  search: () => focusField("search-sessions"),
  ids: () => focusField("session-ids"),
};
