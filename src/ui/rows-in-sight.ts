/** Rows of one height within a page that scrolls: those in sight and some beyond are drawn, space stands for the others. */
import { useCallback, useState } from "react";
import { sameFields } from "./same-fields.ts";
import { createSpeed } from "./scroll-speed.ts";
import { SCROLLED_MS } from "./use-virtual-rows.ts";

/** A row by its index, or the space that so many rows would take. */
export type RowOrSpace =
  | { readonly kind: "row"; readonly index: number }
  | { readonly kind: "space"; readonly key: string; readonly rows: number };

/** So few are drawn whole: then the browser's own search finds all of them. */
const SHORT = 60;
/** Beyond each end of what is in sight. */
const OVERSCAN = 16;
/** Rows come and go by so many: one would be a render for each, and many at once a frame that comes late. */
const STEP = 2;
/** Drawn before anything is measured. */
const AT_FIRST = 40;

/**
 * The rows to draw with the space between them, first to last.
 * @param kept indexes that are drawn wherever they are, such as that of the row with the focus; others than rows count for nothing
 */
export function rowsAndSpace(
  count: number,
  first: number,
  last: number,
  kept: readonly number[],
): readonly RowOrSpace[] {
  const indexes = new Set(kept.filter((index) => index >= 0 && index < count));
  for (let index = Math.max(0, first); index <= Math.min(last, count - 1); index += 1) indexes.add(index);
  const out: RowOrSpace[] = [];
  let next = 0;
  const space = (until: number) => {
    if (until > next) out.push({ kind: "space", key: `space ${next}`, rows: until - next });
  };
  for (const index of [...indexes].toSorted((a, b) => a - b)) {
    space(index);
    out.push({ kind: "row", index });
    next = index + 1;
  }
  space(count);
  return out;
}

interface RowsInSight {
  /** For the `ref` of what holds the rows and nothing else; each of its rows carries its index as `data-sight`. */
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  readonly rows: readonly RowOrSpace[];
  /** Px. */
  readonly rowHeight: number;
  /** Whether the row goes by faster than anybody reads it: what tells it apart is enough. Rows that are kept are always whole. */
  readonly isPassing: (index: number) => boolean;
}

/** The index of the row that has the focus inside; -1: none. */
function focusedIn(holder: HTMLElement): number {
  const row = document.activeElement?.closest<HTMLElement>("[data-sight]");
  return row && holder.contains(row) ? Number(row.dataset["sight"]) : -1;
}

/**
 * @param estimate height of a row that was not measured yet, px
 * @param kept indexes of rows that are drawn wherever they are, besides that which has the focus; others than rows count for nothing
 */
export function useRowsInSight(count: number, estimate: number, kept: readonly number[]): RowsInSight {
  const [rowHeight, setRowHeight] = useState(estimate);
  const [drawn, setDrawn] = useState({ first: 0, last: AT_FIRST, focused: -1, isPassing: false });
  const isLong = count > SHORT;
  // Where the rows are on the screen is the browser's to say: when they are there, and whenever something scrolls.
  const ref = useCallback(
    (holder: HTMLElement | null) => {
      if (!holder || !isLong) return undefined;
      let height = estimate;
      const speed = createSpeed();
      let scrolled: ReturnType<typeof setTimeout> | undefined;
      const look = () => {
        const { top } = holder.getBoundingClientRect();
        const within = (index: number) => Math.max(0, Math.min(count - 1, Math.floor(index / STEP) * STEP));
        const first = within(-top / height - OVERSCAN);
        const last = within((innerHeight - top) / height + OVERSCAN + STEP);
        const isPassing = speed.isFast(first, performance.now());
        const next = { first, last, focused: focusedIn(holder), isPassing };
        setDrawn((before) => (sameFields(before, next) ? before : next));
        clearTimeout(scrolled);
        if (isPassing) scrolled = setTimeout(rest, SCROLLED_MS);
      };
      const rest = () => setDrawn((before) => (before.isPassing ? { ...before, isPassing: false } : before));
      const measure = () => {
        const measured = holder.querySelector("[data-sight]")?.getBoundingClientRect().height ?? 0;
        height = measured > 0 ? measured : estimate;
        setRowHeight((before) => (Math.abs(before - height) < 0.1 ? before : height));
        look();
      };
      // Keys lead somewhere, however fast: what they lead to is there at once.
      const lead = () => {
        speed.forget();
        rest();
      };
      measure();
      document.addEventListener("keydown", lead, { capture: true });
      document.addEventListener("scroll", look, { capture: true, passive: true });
      addEventListener("resize", measure);
      return () => {
        clearTimeout(scrolled);
        document.removeEventListener("keydown", lead, { capture: true });
        document.removeEventListener("scroll", look, { capture: true });
        removeEventListener("resize", measure);
      };
    },
    [isLong, count, estimate],
  );
  const { first, last } = isLong ? drawn : { first: 0, last: count - 1 };
  const whole = [...kept, drawn.focused];
  return {
    ref,
    rows: rowsAndSpace(count, first, last, whole),
    rowHeight,
    isPassing: (index) => isLong && drawn.isPassing && !whole.includes(index),
  };
}
