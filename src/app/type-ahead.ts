/**
 * Typing that goes on before the field it is meant for is there: nothing of it is lost, and none of its letters is taken for a
 * shortcut.
 */

/** Where keys are typed text. */
const FIELD = "input, textarea";
/** Who has waited for longer sees that nothing comes, and means something else. Ms. */
const PATIENCE_MS = 10_000;

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !isComposing;

/** The text field with the caret. */
function caretField(): HTMLInputElement | HTMLTextAreaElement | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
    ? activeElement
    : undefined;
}

/** Does in the field with the caret what the key would have done there. */
export function typeKey(event: KeyboardEvent): void {
  const field = caretField();
  if (!field || !isPlain(event)) return;
  const { key } = event;
  const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (key.length > 1 && key !== "Backspace") {
    field.dispatchEvent(new KeyboardEvent(event.type, event));
    return;
  }
  const isBack = key === "Backspace";
  field.setRangeText(isBack ? "" : key, isBack && from === to ? Math.max(0, from - 1) : from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

export interface TypeAhead {
  /**
   * A field is on its way: keys are kept from now on, and typed into it once it has the caret. A press of the pointer ends that.
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

  function end(): void {
    ending?.abort();
    ending = undefined;
  }

  /** Types what was kept, each key once the one before it has been taken in. */
  async function type(): Promise<void> {
    end();
    for (const event of kept) {
      await Promise.resolve();
      typeKey(event);
    }
  }

  return {
    end,
    awaitField(at) {
      end();
      kept = [];
      until = at + PATIENCE_MS;
      ending = new AbortController();
      const { signal } = ending;
      const onFocus = ({ target }: FocusEvent) => {
        if (target instanceof Element && target.matches(FIELD)) void type();
      };
      addEventListener("focusin", onFocus, { signal });
      addEventListener("pointerdown", end, { signal });
    },
    keep(event) {
      if (event.timeStamp > until || !isPlain(event)) return false;
      // They lead away from it.
      if (event.key === "Escape" || event.key === "Tab") end();
      if (!ending || (event.target instanceof Element && event.target.closest(FIELD))) return false;
      kept.push(event);
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
