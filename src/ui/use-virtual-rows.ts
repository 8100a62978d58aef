/**
 * The rows of a long list that are worth drawing: those in view and a few beyond, whatever their heights. Our own, and
 * not a library's, because the list's calm hangs on it: which rows stay mounted, and what moves when one above grows.
 *
 * Rows are on a layer that does not scroll: it sticks to the view, and is moved when the page hears that the list was
 * scrolled. A browser scrolls what is painted before it tells the page; so there is always a row wherever one looks.
 */
import {
  useCallback,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from "react";
import { rowPlaces, rowsInView, type RowPlaces, type RowRange } from "./row-places.ts";
import { createSlots } from "./row-slots.ts";

/** Beyond each end of the view: small steps draw nothing anew. */
const OVERSCAN = 2;
/** So long after the last of it a scroll is over. Ms. */
export const SCROLLED_MS = 150;
/** A list this short is drawn whole: then the browser's own search finds all of it. */
const SHORT = 28;

export interface VirtualRow {
  readonly index: number;
  readonly key: string;
  /** What React tells its element by: that of a row which left, where the two are made of the same. */
  readonly slot: string;
  /** Px from the top of the first row. */
  readonly start: number;
  readonly end: number;
}

interface VirtualRowsInput {
  /** All there are, in order. */
  readonly all: readonly { readonly key: string }[];
  /** Whether a row is one of many that are made of the same elements. */
  readonly isAlike: (index: number) => boolean;
  /** Height of a row that was not drawn yet, px. */
  readonly estimate: (index: number) => number;
  /** What scrolls; its head sticks above the rows and covers the first of them. */
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly headHeight: number;
  /**
   * Index of the row that stands at the top of the view while the row at an index is in it: it stays mounted, and covers what
   * is there. That of a row itself or a negative one means none.
   */
  readonly headOf: (index: number) => number;
  /** Indexes of rows that stay mounted wherever the view is; a negative one means none. */
  readonly kept: readonly number[];
}

export interface VirtualRows {
  /** To be drawn, in order. */
  readonly rows: readonly VirtualRow[];
  /** The same, in an order of their elements that never changes: see `row-order.ts` for that of the document. */
  readonly elements: readonly VirtualRow[];
  readonly places: RowPlaces;
  /** What of the rows was above the view when they were last worked out, px. */
  readonly top: number;
  /** For the `ref` of each row: learns its height, and follows it. A row carries `data-key` and `data-index`. */
  readonly measure: (element: HTMLElement | null) => () => void;
  /** For the `ref` of what holds the rows, in an element that sticks to the view and is `height` px high. */
  readonly layerRef: RefObject<HTMLDivElement | null>;
  readonly height: number;
  /**
   * May draw rows that are scrolled by in place of the list: told of those in view and of the place, px, and of neither once
   * the list has come to rest. Tells whether it draws them: the list then draws what it did.
   */
  readonly passRef: RefObject<((seen?: RowRange, top?: number) => boolean) | undefined>;
  /** What the rows on the screen go by: for who scrolls to one that is not there. */
  readonly sightRef: RefObject<Sight>;
}

interface Sight extends Pick<VirtualRowsInput, "headOf" | "headHeight"> {
  readonly places: RowPlaces;
  readonly drawn: RowRange;
}

interface View {
  readonly top: number;
  readonly height: number;
}

/** What part of the rows is in view: the browser's to change, the list's to follow. */
function createViewport() {
  let view: View = { top: 0, height: 0 };
  const listeners = new Set<() => void>();
  return {
    view: () => view,
    set: (next: View) => {
      if (next.top === view.top && next.height === view.height) return;
      view = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Gives nothing, for what asks for a function: the `ref` of a row whose height is the style sheet's, a row without a panel. */
export const nothing = () => undefined;

export function useVirtualRows({
  all,
  isAlike,
  estimate,
  scrollerRef,
  headHeight,
  headOf,
  kept,
}: VirtualRowsInput): VirtualRows {
  const [viewport] = useState(createViewport);
  const view = useSyncExternalStore(viewport.subscribe, viewport.view);
  /** Heights of rows that were drawn and differ from their estimate, by key. */
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const places = useMemo(
    () =>
      rowPlaces(
        all.length,
        heights.size === 0 ? estimate : (index) => heights.get(keyAt(all, index)) ?? estimate(index),
      ),
    [all, estimate, heights],
  );
  const drawn = rowsInView(places, view.top, view.height, all.length <= SHORT ? SHORT : OVERSCAN);

  const layerRef = useRef<HTMLDivElement>(null);
  const passRef: VirtualRows["passRef"] = useRef(undefined);
  const sightRef = useRef<Sight>({ places, drawn, headOf, headHeight });
  // Before the rows of this render are attached: they are measured against the places it gave them.
  useInsertionEffect(() => {
    sightRef.current = { places, drawn, headOf, headHeight };
  });

  // Scrolling and sizes are the browser's; the list follows them before it paints.
  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    const look = (): View => ({
      top: element.scrollTop,
      height: Math.max(0, element.clientHeight - headHeight),
    });
    let scrolled: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      delete element.dataset["scrolling"];
      passRef.current?.();
      viewport.set(look());
    };
    const follow = () => {
      clearTimeout(scrolled);
      // For `row-order.ts`, which is called for each time that it is written.
      if (!("scrolling" in element.dataset)) element.dataset["scrolling"] = "";
      scrolled = setTimeout(rest, SCROLLED_MS);
      const now = look();
      moveLayer(layerRef.current, now.top);
      const seen = rowsInView(sightRef.current.places, now.top, now.height);
      const { first, last } = sightRef.current.drawn;
      if (passRef.current?.(seen, now.top)) return;
      // While what is drawn covers what is seen there is nothing to do.
      if (seen.first < first || seen.last > last) viewport.set(now);
    };
    const sizes = new ResizeObserver(() => viewport.set(look()));
    // Without rows there is time until the browser says it: to ask has it lay out all of a page that is about to change.
    if (sightRef.current.drawn.last >= 0) {
      moveLayer(layerRef.current, element.scrollTop);
      viewport.set(look());
    }
    element.addEventListener("scroll", follow);
    sizes.observe(element);
    return () => {
      clearTimeout(scrolled);
      // No other comes: what waits for the end of the scroll would wait until the next.
      if ("scrolling" in element.dataset) rest();
      element.removeEventListener("scroll", follow);
      sizes.disconnect();
    };
  }, [scrollerRef, headHeight, viewport]);

  const learn = useCallback(
    (element: HTMLElement) => {
      const { key } = element.dataset;
      const height = element.offsetHeight;
      const index = Number(element.dataset["index"]);
      const { places: known } = sightRef.current;
      const end = known.start(index + 1);
      const grown = height - (end - known.start(index));
      if (key === undefined || height === 0 || grown === 0) return;
      setHeights((now) => (now.get(key) === height ? now : new Map(now).set(key, height)));
      // A row above the view that turns out taller or smaller must not move what is in view.
      const list = scrollerRef.current;
      if (list && end <= list.scrollTop) list.scrollBy({ top: grown, behavior: "instant" });
    },
    [scrollerRef],
  );
  const observer = useRef<ResizeObserver>(undefined);
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return nothing;
      observer.current ??= new ResizeObserver((entries) => {
        for (const { target } of entries) if (target instanceof HTMLElement) learn(target);
      });
      const { current } = observer;
      // It tells the first height too, before anything is painted: asking here would lay out the page for each row.
      current.observe(element);
      return () => current.unobserve(element);
    },
    [learn],
  );

  const indexes = new Set([...kept, headOf(drawn.first)].filter((index) => index >= 0 && index < all.length));
  for (let index = drawn.first; index <= drawn.last; index += 1) indexes.add(index);
  const inOrder = [...indexes].toSorted((a, b) => a - b);
  const alike = inOrder.filter(isAlike).map((index) => keyAt(all, index));
  const [ownSlots] = useState(createSlots);
  const bound = new Set(kept.map((index) => keyAt(all, index)));
  const slots = ownSlots.of(alike, bound);
  // Which elements there are is known once React has made them.
  useInsertionEffect(() => {
    ownSlots.keep(slots);
  });
  const slotOf = new Map(slots.map((key, slot) => [key, slot]));
  const rows = inOrder.map((index) => {
    const key = keyAt(all, index);
    return {
      index,
      key,
      slot: String(slotOf.get(key) ?? key),
      start: places.start(index),
      end: places.start(index + 1),
    };
  });
  const elements = rows.toSorted((a, b) => (a.slot < b.slot ? -1 : 1));
  return {
    rows,
    elements,
    places,
    top: view.top,
    measure,
    layerRef,
    height: view.height,
    passRef,
    sightRef,
  };
}

const keyAt = (rows: VirtualRowsInput["all"], index: number): string => rows[index]?.key ?? "";

function moveLayer(layer: HTMLElement | null, top: number): void {
  if (layer) layer.style.transform = `translateY(${-top}px)`;
}
