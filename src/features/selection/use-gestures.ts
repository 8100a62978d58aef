/**
 * Keys and pointer of selecting. They are heard on the element round the list, before the list's own: what is taken here is
 * marked as handled (`preventDefault`), and the list leaves it alone. So the list needs to know nothing of selecting.
 */
import { useEffect, useRef } from "react";
import { keyOf } from "../../ui/key-of.ts";
import { watchLongPress } from "./long-press.ts";

export interface Gestures {
  readonly onToggle: (id: string) => void;
  /** To the row, from wherever the range begins. */
  readonly onExtend: (id: string) => void;
  /** A range is about to grow from this row by the keyboard. */
  readonly onLead: (id: string) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** A finger rests on the row. */
  readonly onLongPress: (id: string) => void;
  /** Whether there is anything that `onClear` would end. */
  readonly isOn: boolean;
  /** Whether a plain click or tap selects. */
  readonly isPicking: boolean;
}

/** Keys that move the focus from row to row; with Shift they take the range along. */
const MOVES: ReadonlySet<string> = new Set([
  "ArrowDown",
  "ArrowUp",
  "PageDown",
  "PageUp",
  "Home",
  "End",
  "j",
  "k",
]);

/** Where keys are typed text, or belong to what is open. */
const OWN_KEYS = "input, textarea, select, [role=menu], [role=dialog], dialog, button[aria-expanded=true]";

/** What a click on it belongs to the thing itself and not to the row. */
const OWN_CLICK = "button, a, input, summary";

const elementOf = ({ target }: Event): Element | undefined =>
  target instanceof Element ? target : undefined;

const rowOf = (event: Event): HTMLElement | undefined =>
  elementOf(event)?.closest<HTMLElement>("[data-session-id]") ?? undefined;

const idOf = (row: HTMLElement | undefined): string | undefined => row?.dataset["sessionId"];

/** Listens within `place`. An effect, because it is about the browser's own events. */
export function useGestures(place: HTMLElement | null, gestures: Gestures): void {
  const current = useRef(gestures);
  useEffect(() => {
    current.current = gestures;
  });
  useEffect(() => (place ? listen(place, () => current.current) : undefined), [place]);
}

function listen(place: HTMLElement, now: () => Gestures): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  /** The next row that gets the focus ends the range: it may first have to be scrolled to. */
  let isExtending = false;
  const press = watchLongPress(place, signal, (event) => {
    const id = idOf(rowOf(event));
    if (id !== undefined) now().onLongPress(id);
    return id !== undefined;
  });

  const clear = (event: KeyboardEvent) => {
    if (!now().isOn) return;
    event.preventDefault();
    now().onClear();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    isExtending = false;
    if (event.defaultPrevented || event.isComposing || elementOf(event)?.closest(OWN_KEYS)) return;
    const { altKey, shiftKey } = event;
    const key = keyOf(event);
    const hasModifier = event.ctrlKey || event.metaKey;
    if (key === "Escape") clear(event);
    else if (key === "a" && hasModifier && !shiftKey && !altKey) {
      event.preventDefault();
      now().onAll();
    }
    const row = elementOf(event)?.closest<HTMLElement>('[role="row"]') ?? undefined;
    if (hasModifier || altKey || row !== event.target) return;
    const id = idOf(row);
    if (shiftKey && MOVES.has(key)) {
      isExtending = true;
      // The head of a group lies in the midst of a range, and begins none.
      if (id !== undefined) now().onLead(id);
    } else if (key === " " && id !== undefined) {
      event.preventDefault();
      if (!event.repeat) (shiftKey ? now().onExtend : now().onToggle)(id);
    }
  };
  const onFocus = (event: FocusEvent) => {
    const id = idOf(rowOf(event));
    if (!isExtending || id === undefined || rowOf(event) !== event.target) return;
    isExtending = false;
    now().onExtend(id);
  };

  /** What a click on the row does here; undefined where it is the list's. */
  const meaningOf = (event: MouseEvent): ((id: string) => void) | undefined => {
    const target = elementOf(event);
    if (target?.closest(OWN_CLICK)) return undefined;
    if (event.shiftKey) return now().onExtend;
    const isOnBox = target?.closest(".c-chev") && (now().isOn || matchMedia("(hover: hover)").matches);
    return event.ctrlKey || event.metaKey || isOnBox || now().isPicking ? now().onToggle : undefined;
  };
  const onPointer = () => {
    isExtending = false;
  };
  const onMouseDown = (event: MouseEvent) => {
    const row = rowOf(event);
    // A click with Shift would select the text up to it.
    if (!row || event.button !== 0 || !event.shiftKey || !meaningOf(event)) return;
    event.preventDefault();
    row.focus({ preventScroll: true });
  };
  const onClick = (event: MouseEvent) => {
    const id = idOf(rowOf(event));
    const act = id === undefined ? undefined : meaningOf(event);
    if (id === undefined || !act) return;
    event.preventDefault();
    if (!press.wasLong()) act(id);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (rowOf(event) && meaningOf(event)) event.preventDefault();
  };

  place.addEventListener("keydown", onKeyDown, { signal });
  place.addEventListener("focusin", onFocus, { signal });
  place.addEventListener("pointerdown", onPointer, { signal });
  place.addEventListener("mousedown", onMouseDown, { signal });
  place.addEventListener("click", onClick, { signal });
  place.addEventListener("dblclick", onDoubleClick, { signal });
  // Somebody who cleared a filter or closed a menu has the focus nowhere.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.target === document.body && event.key === "Escape" && !event.defaultPrevented) clear(event);
    },
    { signal },
  );
  return () => ending.abort();
}
