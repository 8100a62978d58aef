import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { visibleChange } from "../../domain/visible-change.ts";
import type { KnownSession } from "../../domain/known.ts";
import type { VirtualRow } from "../../ui/use-virtual-rows.ts";
import type { ListItem } from "./list-items.ts";

interface ChangeHintsProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly items: readonly ListItem[];
  /** Those that are drawn. */
  readonly rows: readonly VirtualRow[];
}

/**
 * Shows once, softly, where an answer changed what a drawn row says. A row that comes into view, or stands elsewhere than
 * before, hints at nothing. Draws nothing, and costs the rows nothing: an effect, because the hints are the style sheet's.
 */
export function ChangeHints({ scroller, items, rows }: ChangeHintsProps) {
  const before = useRef<ReadonlyMap<string, KnownSession>>(new Map());
  /** What hints now. */
  const hinting = useRef<ReadonlySet<HTMLElement>>(new Set());
  useLayoutEffect(() => {
    const drawn = new Map<string, KnownSession>();
    const changed: [row: Element, before: KnownSession, after: KnownSession][] = [];
    for (const { index, key } of rows) {
      const item = items[index];
      if (item?.kind !== "session") continue;
      drawn.set(key, item.known);
      const past = before.current.get(key);
      const row = past && past !== item.known && scroller.current?.querySelector(`[data-index="${index}"]`);
      if (row) changed.push([row, past, item.known]);
    }
    before.current = drawn;
    // An element that draws another row by now must not hint at that; what has left the list never ends to hint, and is let go.
    const still = [...hinting.current].filter((place) => {
      if (place.isConnected && place.dataset["hint"] === rowKey(place)) return true;
      delete place.dataset["hint"];
      return false;
    });
    const isMoving = changed.length > 0 && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    hinting.current = new Set([...still, ...(isMoving ? changed.flatMap((one) => hint(...one)) : [])]);
  });
  useEffect(() => {
    const list = scroller.current;
    const end = ({ target, animationName }: AnimationEvent) => {
      if (animationName === HINT && target instanceof HTMLElement) delete target.dataset["hint"];
    };
    list?.addEventListener("animationend", end);
    return () => list?.removeEventListener("animationend", end);
  }, [scroller]);
  return null;
}

/** The name of the style sheet's animation (`list-rows.css`). */
const HINT = "change-hint";

const rowKey = (place: HTMLElement) => place.closest<HTMLElement>("[data-key]")?.dataset["key"];

/** @returns the places that hint from now on, marked with the row whose change that is */
function hint(row: Element, before: KnownSession, after: KnownSession): readonly HTMLElement[] {
  const { activity, counts } = visibleChange(before, after);
  const places = [
    ...(activity ? [":scope > .c-glyph"] : []),
    ...counts.map((state) => `.counts > .${state}`),
  ];
  return places.flatMap((place) => {
    const element = row.querySelector<HTMLElement>(place);
    if (element) element.dataset["hint"] = rowKey(element) ?? "";
    return element ?? [];
  });
}
