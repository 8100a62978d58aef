import { useLayoutEffect, useRef, type RefObject } from "react";
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

/** What an animation of ours goes by. */
const HINT = "change-hint";

/**
 * Shows once, softly, where an answer changed what a drawn row says. A row that comes into view, or stands elsewhere than
 * before, hints at nothing. Draws nothing, and costs the rows nothing: an effect, because the animation is the browser's.
 */
export function ChangeHints({ scroller, items, rows }: ChangeHintsProps) {
  const before = useRef<ReadonlyMap<string, KnownSession>>(new Map());
  const given = useRef<readonly Given[]>([]);
  useLayoutEffect(() => {
    // An element that draws another row by now must not hint at that.
    given.current = given.current.filter(({ row, key, animations }) => {
      if (row.getAttribute("data-key") === key)
        return animations.some(({ playState }) => playState === "running");
      for (const animation of animations) animation.cancel();
      return false;
    });
    const drawn = new Map<string, KnownSession>();
    const changed: [row: Element, key: string, before: KnownSession, after: KnownSession][] = [];
    for (const { index, key } of rows) {
      const item = items[index];
      if (item?.kind !== "session") continue;
      drawn.set(key, item.known);
      const past = before.current.get(key);
      const row = past && past !== item.known && scroller.current?.querySelector(`[data-index="${index}"]`);
      if (row) changed.push([row, key, past, item.known]);
    }
    before.current = drawn;
    if (changed.length === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const more = changed.map(([row, key, past, now]) => ({ row, key, animations: hint(row, past, now) }));
    given.current = [...given.current, ...more];
  });
  return null;
}

interface Given {
  readonly row: Element;
  readonly key: string;
  readonly animations: readonly Animation[];
}

function hint(row: Element, before: KnownSession, after: KnownSession): readonly Animation[] {
  const { activity, counts } = visibleChange(before, after);
  const places = [
    ...(activity ? [":scope > .c-glyph"] : []),
    ...counts.map((state) => `.counts > .${state}`),
  ];
  return places.flatMap((place) => {
    const element = row.querySelector<HTMLElement>(place);
    return element ? glow(element) : [];
  });
}

/** A halo that goes out. It is there for as long as that takes, and only its opacity changes: that is the compositor's work. */
function glow(element: HTMLElement): Animation {
  element.dataset["hint"] = "";
  const animation = element.animate(KEYFRAMES, TIMING);
  const end = () => void delete element.dataset["hint"];
  animation.onfinish = end;
  animation.oncancel = end;
  return animation;
}

const KEYFRAMES: Keyframe[] = [
  { opacity: 1, offset: 0 },
  { opacity: 1, offset: 0.3 },
  { opacity: 0, offset: 1 },
];
const TIMING: KeyframeAnimationOptions = {
  duration: 1_600,
  easing: "ease-out",
  id: HINT,
  pseudoElement: "::after",
};
