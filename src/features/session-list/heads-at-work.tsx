import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { showRow } from "../../ui/use-focus-row.ts";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import { isHead, type HeadItem, type ListItem } from "./list-items.ts";
import { pinAt } from "../../ui/pin-at.ts";

export type OnFold = (word: string, folded: boolean) => void;

interface HeadsAtWorkProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly items: readonly ListItem[];
  /** Index of the head of a row; -1: none. */
  readonly headOf: (index: number) => number;
  readonly virtual: Pick<VirtualRows, "places" | "sightRef">;
  readonly onFold: OnFold;
}

/**
 * What the heads of groups do: one stays at the top of the view while its rows are there, until the next pushes it away, and
 * each folds its rows away. It is the row itself that stays, so there is one to focus, to press and to announce. Draws nothing.
 *
 * Effects, because scrolling is the browser's, and because lists without heads do not fetch this: what is taken here is
 * marked as handled (`preventDefault`), and the list needs to know nothing of it. The list moves its layer at the same scroll
 * events, so that both are painted at once.
 */
export function HeadsAtWork(props: HeadsAtWorkProps) {
  const { scroller } = props;
  const pinned = useRef<HTMLElement>(undefined);
  const latest = useRef(props);
  // After each render: rows come and go, and so does the head.
  useLayoutEffect(() => {
    latest.current = props;
    pinned.current = pin(pinned.current, props);
  });
  // Not before the list itself is there: it is above this.
  useEffect(() => {
    const list = scroller.current;
    if (!list) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const follow = () => {
      pinned.current = pin(pinned.current, latest.current);
    };
    list.addEventListener("scroll", follow, { passive: true, signal });
    list.addEventListener("click", (event) => onClick(event, latest.current), { signal });
    list.addEventListener("keydown", (event) => onKeyDown(event, latest.current), { signal });
    list.setAttribute("data-pins", "");
    follow();
    return () => {
      ending.abort();
      list.removeAttribute("data-pins");
      if (pinned.current) release(pinned.current);
    };
  }, [scroller]);
  return null;
}

const rowAt = (list: HTMLElement | null, index: number): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;

/** @param before the row that was at the top until now */
function pin(
  before: HTMLElement | undefined,
  { scroller: { current: list }, virtual, headOf }: HeadsAtWorkProps,
): HTMLElement | undefined {
  const place = list ? pinAt(virtual.places, headOf, list.scrollTop) : undefined;
  const row = place ? rowAt(list, place.head) : null;
  if (before && before !== row) release(before);
  if (!row || !place) return undefined;
  // Beside `transform`, which is the list's.
  row.style.translate = `0 ${place.by}px`;
  row.dataset["pinned"] = "";
  return row;
}

function release(row: HTMLElement): void {
  row.style.translate = "";
  delete row.dataset["pinned"];
}

/** Where rows of the group were in view, its head comes to stand where it was seen. */
function fold(
  { word, folded }: HeadItem,
  index: number,
  { scroller, virtual, onFold }: HeadsAtWorkProps,
): void {
  if (!folded) showRow(scroller.current, virtual.sightRef.current, index);
  onFold(word, !folded);
}

const rowOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;

function onClick(event: MouseEvent, props: HeadsAtWorkProps): void {
  const index = Number(rowOf(event)?.dataset["index"] ?? -1);
  const item = props.items[index];
  // The second click of a double click would undo the first.
  if (!isHead(item) || event.detail > 1) return;
  if (event.target instanceof Element && event.target.closest("button")) return;
  if (getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  fold(item, index, props);
}

function onKeyDown(event: KeyboardEvent, props: HeadsAtWorkProps): void {
  const row = rowOf(event);
  if (!row || row !== event.target || event.ctrlKey || event.metaKey || event.altKey) return;
  const index = Number(row.dataset["index"]);
  const item = props.items[index];
  if (isHead(item)) onHeadKey(event, item, index, props);
  else if (
    event.key === "ArrowLeft" &&
    row.getAttribute("aria-expanded") !== "true" &&
    props.headOf(index) >= 0
  ) {
    event.preventDefault();
    // It is in view, wherever its group is.
    rowAt(props.scroller.current, props.headOf(index))?.focus({ preventScroll: true });
  }
}

/** What a key does to a head; a key held down does it once. */
function onHeadKey(event: KeyboardEvent, item: HeadItem, index: number, props: HeadsAtWorkProps): void {
  const { folded } = item;
  const isAsked = event.key === "Enter" || event.key === (folded ? "ArrowRight" : "ArrowLeft");
  if (isAsked && !event.repeat) fold(item, index, props);
  if (event.key.toLowerCase() === "c" && !event.repeat) copyButtonOf(event)?.click();
  // A space never scrolls.
  if (isAsked || event.key === " ") event.preventDefault();
}

const copyButtonOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.querySelector<HTMLElement>(".copy") : null;
