/**
 * Typing that goes on before the field it is meant for is there: nothing of it is lost, and none of its letters is taken for a
 * shortcut.
 */

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Who has waited for longer sees that nothing comes, and means something else. Ms. */
const PATIENCE_MS = 10_000;
/** Keys besides letters that mean something in a field that is on its way. */
const MOVES: ReadonlySet<string> = new Set(["Backspace", "Enter", "ArrowDown", "ArrowUp"]);
/** Keys that mean nothing by themselves. */
const SILENT: ReadonlySet<string> = new Set(["Shift", "CapsLock", "Control", "Alt", "AltGraph", "Meta"]);

/** A field of text: a check box has no caret. */
const isTextField = (target: EventTarget | null): target is TextField =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
  target.selectionStart !== null;

/** Whether a field would have taken the key in: AltGr comes as Control and Alt together. */
const isTyping = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  (key.length === 1 || MOVES.has(key)) && ctrlKey === altKey && !metaKey && !isComposing;

/** The text field with the caret. */
export const caretField = (): TextField | undefined =>
  isTextField(document.activeElement) ? document.activeElement : undefined;

/** Does in the field with the caret what the key would have done there. */
function typeKey(event: KeyboardEvent): void {
  const field = caretField();
  const { key } = event;
  if (!field?.dispatchEvent(new KeyboardEvent(event.type, event)) || (key.length > 1 && key !== "Backspace"))
    return;
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  const isBack = key === "Backspace";
  field.setRangeText(isBack ? "" : key, isBack && from === to ? Math.max(0, from - 1) : from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * Types keys that nobody has heard into the field with the caret, each once the one before it has been taken in. Not at once: what
 * is typed while the page renders is taken back.
 */
export async function typeKeys(events: readonly KeyboardEvent[]): Promise<void> {
  for (const event of events) {
    await Promise.resolve();
    if (isTyping(event) && !isTextField(event.target)) typeKey(event);
  }
}

export interface TypeAhead {
  /**
   * A field is on its way: what is typed is kept from now on, and typed into it once it has the caret. A press of the pointer and
   * any key that is no typing end that.
   * @param at of the event that asked for it, as its `timeStamp`
   */
  readonly awaitField: (at: number) => void;
  /** Keeps a key for the field that is on its way; false where none is, or the key is not for it. */
  readonly keep: (event: KeyboardEvent) => boolean;
  readonly end: () => void;
}

export function createTypeAhead(): TypeAhead {
  let ending: AbortController | undefined;
  let kept: KeyboardEvent[] = [];
  let until = 0;
  /** The field that had the caret when it began: what is typed there is meant for the other by now. */
  let left: TextField | undefined;

  function end(): void {
    ending?.abort();
    ending = undefined;
    kept = [];
  }

  return {
    end,
    awaitField(at) {
      until = at + PATIENCE_MS;
      if (ending) return;
      left = caretField();
      ending = new AbortController();
      const { signal } = ending;
      const onFocus = ({ target, timeStamp }: FocusEvent) => {
        if (!isTextField(target)) return;
        const typed = timeStamp > until ? [] : kept;
        end();
        void typeKeys(typed);
      };
      addEventListener("focusin", onFocus, { signal });
      addEventListener("pointerdown", end, { signal });
    },
    keep(event) {
      if (!ending || SILENT.has(event.key)) return false;
      if (event.timeStamp > until || !isTyping(event)) {
        // The shortcut itself, once more, asks for nothing else.
        if (!event.ctrlKey && !event.metaKey) end();
        return false;
      }
      if (isTextField(event.target) && event.target !== left) return false;
      kept.push(new KeyboardEvent(event.type, event));
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
