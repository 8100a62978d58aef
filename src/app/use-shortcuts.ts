import { useEffect, useRef } from "react";

/** What single keys do, anywhere but in a field or a menu; letters in lower case. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Where keys are typed text, or belong to what is open. */
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=menu], dialog";

/** Listens to the page's single-key shortcuts. An effect, because keys that no element has focus for reach only the document. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.repeat ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing
      )
        return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      // Caps Lock and Shift do not change which key was pressed.
      const key = event.key.toLowerCase();
      const action = Object.hasOwn(current.current, key) ? current.current[key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** Puts the caret into a field by its id; nothing where the view has none. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
