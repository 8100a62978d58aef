import { useEffect, useRef } from "react";
import { shortcutOf, type Shortcut } from "../domain/shortcuts.ts";
import { isViewCovered } from "../ui/open-panel.ts";
import { takeEarlyKeys } from "./early-keys.ts";
import { FIELD_SHORTCUTS } from "./focus-field.ts";
import { caretField, createTypeAhead, typeKeys } from "./type-ahead.ts";

/** What each of the page's shortcuts does. */
export type Shortcuts = Readonly<Record<Shortcut, () => void>>;

/** The same without those that only lead into a field. */
export type ViewShortcuts = Omit<Shortcuts, keyof typeof FIELD_SHORTCUTS>;

/** Where keys are typed text, or belong to what is open. */
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=menu], dialog";
/** How long the second key of two may take. Ms. */
const PATIENCE_MS = 1500;

interface ShortcutKeysProps {
  readonly shortcuts: Shortcuts;
  /** Something was asked for that may still be on its way. */
  readonly isAsking: boolean;
  /** It is wanted no more. */
  readonly onGiveUp: () => void;
}

/** Listens to the page's shortcuts. Draws nothing. */
export function ShortcutKeys({
  shortcuts,
  ...props
}: Omit<ShortcutKeysProps, "shortcuts"> & { readonly shortcuts: ViewShortcuts }) {
  useShortcuts({ ...props, shortcuts: { ...FIELD_SHORTCUTS, ...shortcuts } });
  return null;
}

/** Listens to the page's shortcuts. An effect, because keys that no element has focus for reach only the document. */
export function useShortcuts(props: ShortcutKeysProps): void {
  const current = useRef(props);
  /** It was asked for since the last render. */
  const isAsked = useRef(false);
  useEffect(() => {
    current.current = props;
    isAsked.current = false;
  });
  useEffect(() => {
    let before: string | undefined;
    let beforeAt = 0;
    const ahead = createTypeAhead();
    const press = (event: KeyboardEvent) => {
      if (ahead.keep(event)) return;
      const { key, target, timeStamp } = event;
      const isPending = isAsked.current || current.current.isAsking;
      // What is open closes itself.
      if (key === "Escape" && isPending && !document.querySelector("dialog[open]")) {
        isAsked.current = false;
        current.current.onGiveUp();
        // Nothing else was meant by it: no row closes, and no selection goes.
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      const isTyped = isTypedWithAlt(event);
      const isHeld = (event.ctrlKey || event.metaKey) && !isTyped;
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (event.altKey && !isTyped) return;
      // Shift itself comes between the two keys of a capital.
      if (key.length > 1 || (isHeld && event.shiftKey)) return;
      // What had the focus in what is open may be gone, and who typed there goes on to type.
      if (!isHeld && target instanceof Element && (target.closest(OWN_KEYS) || isViewCovered())) return;
      // Caps Lock and Shift do not change which key was pressed.
      const pressed = (isHeld ? "mod+" : "") + key.toLowerCase();
      const shortcut = shortcutOf(pressed, timeStamp - beforeAt < PATIENCE_MS ? before : undefined);
      // The second of two keys is the page's before it is a row's; any other is a row's first.
      if (event.eventPhase === Event.CAPTURING_PHASE && (!shortcut || shortcutOf(pressed))) return;
      before = pressed;
      beforeAt = timeStamp;
      if (!shortcut) return;
      event.preventDefault();
      // Its file may not be here yet, and who opens it goes on to type.
      if (shortcut === "palette") ahead.awaitField(timeStamp);
      isAsked.current ||= shortcut === "palette" || shortcut === "help";
      current.current.shortcuts[shortcut]();
    };
    again(takeEarlyKeys(), press);
    addEventListener("keydown", press);
    addEventListener("keydown", press, true);
    return () => {
      ahead.end();
      removeEventListener("keydown", press);
      removeEventListener("keydown", press, true);
    };
  }, []);
}

/** Many keyboards have brackets and slashes on a third level: with AltGr, which comes as Control and Alt too, or Option. */
const isTypedWithAlt = (event: KeyboardEvent): boolean =>
  !/[\p{L}\p{N}]/u.test(event.key) &&
  (event.getModifierState("AltGraph") || (event.altKey && !event.ctrlKey && !event.metaKey));

/** Does what early keys ask for; those after one that leads into a field are typed into that. */
function again(early: readonly KeyboardEvent[], press: (event: KeyboardEvent) => void): void {
  for (const [index, event] of early.entries()) {
    const before = caretField();
    press(event);
    const field = caretField();
    if (field !== undefined && field !== before) return void typeKeys(early.slice(index + 1));
  }
}
