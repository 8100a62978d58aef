/**
 * The button that copies the id of the row under the pointer, or of the one with the focus. One for the whole list, put into
 * the row when somebody is there: a button in each row would be made anew with every row that comes into view.
 */
import { useEffect, type RefObject } from "react";
import { copySessionId } from "./copying.ts";

const LABEL = "Copy session id";

export function useRowCopy(scroller: RefObject<HTMLElement | null>): void {
  // An effect, because it stands in the rows' elements, which know nothing of it.
  useEffect(() => {
    const list = scroller.current;
    if (!list) return undefined;
    const button = createButton();
    const come = ({ target }: Event) => {
      const cell = target instanceof Element && target.closest("[data-session-id]")?.querySelector(".c-id");
      if (cell && button.parentElement !== cell) cell.append(button);
    };
    const ending = new AbortController();
    const { signal } = ending;
    list.addEventListener("pointerover", come, { signal });
    list.addEventListener("focusin", come, { signal });
    return () => {
      ending.abort();
      button.remove();
    };
  }, [scroller]);
}

function createButton(): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.title = LABEL;
  button.setAttribute("aria-label", LABEL);
  // The keyboard has a key of its own for it, and the focus stays with the row: the button goes to another with the pointer.
  button.tabIndex = -1;
  button.addEventListener("mousedown", (event) => event.preventDefault());
  // Asked at the press: by then the row's element may draw another session.
  button.addEventListener("click", () => {
    const id = button.closest<HTMLElement>("[data-session-id]")?.dataset["sessionId"];
    if (id !== undefined) void copySessionId(id);
  });
  return button;
}
