/** Pointer and keyboard of the grid, taken at its root: rows need no handlers of their own. */
import { useEffect, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { toWellFormed } from "../../domain/well-formed.ts";
import { afterPaint } from "../../ui/after-paint.ts";
import { copySessionId, copySessionLink } from "./copying.ts";
import { keyOf } from "../../ui/key-of.ts";
import { useFocusRow } from "../../ui/use-focus-row.ts";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import { isFocusable, type ListItem } from "./list-items.ts";
import { type TogglesInput, useToggles } from "./use-toggles.ts";

/** `replace`: in place of the present step of the history. */
export type OnToggle = (id: string, open: boolean, options?: { readonly replace: boolean }) => void;

export interface GridKeysInput extends TogglesInput {
  readonly items: readonly ListItem[];
  /** What the reader has open by now, in the form of links. */
  readonly opened: ReadonlySet<string>;
  /** Gives what was pressed and clicked before anything listened, once: no more is kept from then on. */
  readonly takeEarly: () => readonly Event[];
  readonly virtual: VirtualRows;
  readonly setActive: (key: string) => void;
}

const PAGE = 10;

/** How far a key moves, as the index to start looking at and the direction to look in. */
export const STEPS: Readonly<Record<string, (at: number, last: number) => { from: number; by: 1 | -1 }>> = {
  ArrowDown: (at) => ({ from: at + 1, by: 1 }),
  j: (at) => ({ from: at + 1, by: 1 }),
  ArrowUp: (at) => ({ from: at - 1, by: -1 }),
  k: (at) => ({ from: at - 1, by: -1 }),
  PageDown: (at, last) => ({ from: Math.min(last, at + PAGE), by: at + PAGE >= last ? -1 : 1 }),
  PageUp: (at) => ({ from: Math.max(0, at - PAGE), by: at <= PAGE ? 1 : -1 }),
  Home: () => ({ from: 0, by: 1 }),
  End: (_, last) => ({ from: last, by: -1 }),
};

/** Keys that do something to the row they are pressed on. */
export const ACTING: ReadonlySet<string> = new Set(["Enter", " ", "ArrowRight", "ArrowLeft", "o", "c", "l"]);

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;

/** What a click on it belongs to the thing itself and not to the row. */
const OWN_CLICK = "button, a, input, summary, [data-panel]";

export function useGridKeys({
  items,
  opened,
  scroller,
  takeEarly,
  virtual,
  setActive,
  ...toggling
}: GridKeysInput): void {
  const { toggle, openPage } = useToggles({ ...toggling, scroller });
  const isOpen = ({ known }: Extract<ListItem, { kind: "session" }>) => {
    const link = toWellFormed(known.session.id);
    return toggling.asked.get(link) ?? opened.has(link);
  };
  const focusRow = useFocusRow({
    scrollerRef: scroller,
    virtual,
    keyAt: (index) => items[index]?.key,
    setActive,
  });

  const move = (at: number, key: string): boolean => {
    const step = STEPS[key]?.(at, items.length - 1);
    if (!step) return false;
    for (let index = step.from; items[index]; index += step.by) {
      if (isFocusable(items[index])) {
        focusRow(index);
        return true;
      }
    }
    return true;
  };

  /** What asked to select before selecting was there, each with the row that it was on. */
  const early = useRef<(readonly [event: KeyboardEvent | MouseEvent, key: string | undefined])[]>([]);
  // At each render: it is another part of the page that makes rows selectable.
  useEffect(() => {
    if (early.current.length === 0 || !isSelectable(scroller.current)) return;
    const missed = early.current.splice(0);
    // What listens for them comes with the same render. The focus stays where the reader is by now.
    queueMicrotask(() => {
      for (const [event, key] of missed) {
        const { target } = event;
        // An element may draw another row by now.
        if (target instanceof Element && rowOf(target)?.dataset["key"] === key)
          flushSync(() => target.dispatchEvent(copyOf(event)));
      }
    });
  });
  /** Keeps what asks to select while selecting is still to come. @returns whether it is kept */
  const keepForSelecting = (event: KeyboardEvent | MouseEvent): boolean => {
    if (!asksToSelect(event) || isSelectable(scroller.current)) return false;
    early.current.push([event, rowOf(event.target)?.dataset["key"]]);
    // It never scrolls, and the text of the whole page, which an early one may have selected, is not what is meant.
    event.preventDefault();
    getSelection()?.removeAllRanges();
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || keepForSelecting(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rowOf(event.target);
    const index = row ? Number(row.dataset["index"]) : -1;
    const item = items[index];
    if (!item) {
      if (event.target === scroller.current && move(-1, keyOf(event))) event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      if (item.kind === "panel") focusRow(index - 1);
      else if (item.kind === "session" && isOpen(item)) toggle(item.known.session.id, false);
      else row?.blur();
      event.preventDefault();
      return;
    }
    // Keys pressed on something inside a row are that thing's own.
    if (event.target !== row) return;
    if (move(index, keyOf(event)) || (item.kind === "session" && act(item, event))) event.preventDefault();
  };

  /** A key held down moves on and on, but acts once. */
  const act = (item: Extract<ListItem, { kind: "session" }>, event: KeyboardEvent) => {
    const { id } = item.known.session;
    const open = isOpen(item);
    const key = keyOf(event);
    if (event.repeat) return ACTING.has(key);
    switch (key) {
      case "Enter":
        toggle(id, !open);
        return true;
      case "ArrowRight":
        if (!open) toggle(id, true);
        return true;
      case "ArrowLeft":
        if (open) toggle(id, false);
        return true;
      case "o":
        openPage(id);
        return true;
      case "c":
        void copySessionId(id);
        return true;
      case "l":
        void copySessionLink(id);
        return true;
      default:
        return false;
    }
  };

  const itemAt = (event: MouseEvent | FocusEvent) => {
    // Another meaning of it was found.
    if (event.defaultPrevented) return undefined;
    const row = rowOf(event.target);
    return row ? items[Number(row.dataset["index"])] : undefined;
  };
  /** What the last click did, which a double click undoes: it is a way to the page, not to the details. */
  const clicked = useRef<{ readonly id: string; readonly wasOpen: boolean } | undefined>(undefined);
  const onClick = (event: MouseEvent) => {
    // The second click of a double click belongs to that.
    if (event.detail > 1) return;
    clicked.current = undefined;
    if (event.target instanceof Element && event.target.closest(OWN_CLICK)) return;
    if (keepForSelecting(event)) return;
    // Selecting text inside a row is no click on it.
    if (getSelection()?.isCollapsed === false) return;
    const item = itemAt(event);
    if (item?.kind !== "session") return;
    const { id } = item.known.session;
    clicked.current = { id, wasOpen: isOpen(item) };
    toggle(id, !isOpen(item));
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest(OWN_CLICK)) return;
    const item = itemAt(event);
    if (item?.kind !== "session") return;
    const { id } = item.known.session;
    if (clicked.current?.id === id) toggle(id, clicked.current.wasOpen, { replace: true });
    clicked.current = undefined;
    openPage(id);
  };
  /** Calls off what is still to be noted of a press. */
  const noting = useRef<() => void>(undefined);
  const onFocus = (event: FocusEvent) => {
    noting.current?.();
    const item = itemAt(event);
    if (!item) return;
    const take = () => setActive(item.key);
    // A press gives the focus before it is a click, and what that asks for is to be seen first.
    if (rowOf(event.target)?.matches(":active")) noting.current = afterPaint(take);
    else take();
  };

  const current = useRef({ onKeyDown, onClick, onDoubleClick, onFocus });
  // With the rows themselves: a key that came between them and an effect would meet the rows of before.
  useLayoutEffect(() => {
    current.current = { onKeyDown, onClick, onDoubleClick, onFocus };
  });
  // Heard at the document, because what stands round the rows or in them may take a key or a press first.
  useEffect(() => {
    const ending = new AbortController();
    const hear = <K extends keyof DocumentEventMap>(type: K, take: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(
        type,
        (event) => {
          if (event.target instanceof Node && scroller.current?.contains(event.target)) take(event);
        },
        { signal: ending.signal },
      );
    hear("keydown", (event) => current.current.onKeyDown(event));
    hear("click", (event) => current.current.onClick(event));
    hear("dblclick", (event) => current.current.onDoubleClick(event));
    hear("focusin", (event) => current.current.onFocus(event));
    const missed = takeEarly().filter(isRowsOwn);
    // After this effect, because each of them is to find what the one before it did.
    queueMicrotask(() => missed.forEach(again));
    return () => {
      ending.abort();
      noting.current?.();
    };
  }, [scroller, takeEarly]);
}

const isSelectable = (scroller: Element | null): boolean =>
  scroller?.hasAttribute("aria-multiselectable") ?? false;

/** A row, or all of them, or those up to one. */
function asksToSelect(event: KeyboardEvent | MouseEvent): boolean {
  const { target, altKey } = event;
  const isHeld = event.ctrlKey || event.metaKey;
  if (event instanceof MouseEvent) return isHeld || event.shiftKey;
  if (altKey || target !== rowOf(target)) return false;
  return isHeld ? keyOf(event) === "a" && !event.shiftKey : event.key === " ";
}

const copyOf = (event: Event): Event =>
  event instanceof KeyboardEvent ? new KeyboardEvent(event.type, event) : new MouseEvent(event.type, event);

/** Whether nothing but the rows would have heard it: what others took, they took already. */
function isRowsOwn(event: Event): boolean {
  if (event.defaultPrevented) return false;
  if (event instanceof KeyboardEvent)
    return asksToSelect(event) || keyOf(event) in STEPS || ACTING.has(keyOf(event));
  return event.target instanceof Element && !event.target.closest(OWN_CLICK);
}

/**
 * Lets an event happen once more: a click where it was; a key where the keys before it have led, as long as the reader had
 * not gone elsewhere.
 */
function again(event: Event, index: number, all: readonly Event[]): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  flushSync(() => {
    if (target !== all[index - 1]?.target) rowOf(target)?.focus({ preventScroll: true });
    (event instanceof KeyboardEvent ? document.activeElement : target)?.dispatchEvent(copyOf(event));
  });
}
