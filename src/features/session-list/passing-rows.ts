/**
 * What stands in view while rows go by faster than anybody reads: of each the id and the age, which tell where one is. The rows themselves follow as soon as the list slows down: all that they show would take longer than the next
 * frame, and be gone with it. Plain elements that go from row to row, because React's own take their time too.
 */
import { useEffect, useLayoutEffect, useRef } from "react";
import { ageOf } from "../../domain/age.ts";
import { durationText } from "../../domain/format-duration.ts";
import { shortId } from "../../domain/format-id.ts";
import { holdTicks, pageNow } from "../../ui/tick.ts";
import type { RowRange } from "../../ui/row-places.ts";
import type { VirtualRows } from "../../ui/use-virtual-rows.ts";
import { visibleText } from "../../ui/visible-text.ts";
import { ROW_CLASS } from "./row-class.ts";
import { idOf, type ListItem } from "./list-items.ts";
import { createSpeed } from "../../ui/scroll-speed.ts";

interface PassingRowsInput {
  readonly items: readonly ListItem[];
  readonly headOf: (index: number) => number;
  readonly virtual: VirtualRows;
}

/** One element that draws a row in passing. */
interface Passing {
  readonly element: HTMLElement;
  readonly id: Text;
  readonly age: Text;
}

export function usePassingRows(props: PassingRowsInput): void {
  const { layerRef, passRef } = props.virtual;
  const latest = useRef(props);
  const passing = useRef<ReturnType<typeof createPassing>>(undefined);
  // With the rows of each render: those that it drew need no other, and the others may say something else.
  useLayoutEffect(() => {
    latest.current = props;
    passing.current?.again();
  });
  // An effect, because these elements are none of React's.
  useEffect(() => {
    const { current: list } = layerRef;
    if (!list) return undefined;
    const own = createPassing(list, () => latest.current);
    passing.current = own;
    passRef.current = own.follow;
    return () => {
      passRef.current = undefined;
      passing.current = undefined;
      own.end();
    };
  }, [layerRef, passRef]);
}

/** @param list the layer of the rows themselves */
function createPassing(list: HTMLElement, latest: () => PassingRowsInput) {
  const layer = document.createElement("div");
  layer.className = "rows";
  // Who listens hears the rows once they are there.
  layer.setAttribute("aria-hidden", "true");
  const speed = createSpeed();
  /** By index of the row: those in view, and others until they are needed. */
  const drawn = new Map<number, Passing>();
  /** Drew what is no longer to be seen. */
  const idle: Passing[] = [];
  let now: { readonly seen: RowRange; readonly top: number } | undefined;

  const letGo = (index: number) => {
    const one = drawn.get(index);
    drawn.delete(index);
    return one;
  };
  const drop = (index: number) => {
    const one = letGo(index);
    one?.element.remove();
    if (one) idle.push(one);
  };
  // Keys lead from row to row, and each row they lead to has to be there.
  document.addEventListener("keydown", speed.forget, true);
  const rest = () => {
    if (!now) return;
    now = undefined;
    layer.remove();
    for (const index of drawn.keys()) drop(index);
    holdTicks(false);
  };

  const draw = (isAnew: boolean) => {
    if (!now) return;
    const { items, headOf, virtual } = latest();
    const { seen, top } = now;
    const wanted = new Set([headOf(seen.first)]);
    for (let index = seen.first; index <= seen.last; index += 1) wanted.add(index);
    // What the list itself has drawn needs nothing.
    for (const { index } of virtual.rows) wanted.delete(index);
    const free = [...drawn.keys()].filter((index) => !wanted.has(index));
    const freed = () => {
      const index = free.pop();
      return index === undefined ? idle.pop() : letGo(index);
    };
    for (const index of wanted) {
      const item = items[index];
      const before = drawn.get(index);
      if (!item || (before && !isAnew)) continue;
      const one = before ?? freed() ?? createOne();
      drawn.set(index, one);
      const { start } = virtual.places;
      write(one, item, { index, top: start(index), height: start(index + 1) - start(index) });
      if (!one.element.isConnected) layer.append(one.element);
    }
    // What they say may be told by another row by now.
    if (isAnew) free.forEach(drop);
    layer.style.transform = `translateY(${-top}px)`;
    // Behind the rows: the head that stands at the top of the view is one of them, and nothing passes over it.
    if (!layer.isConnected) list.before(layer);
  };

  return {
    /** @returns whether it draws what is seen; without a place the list has come to rest */
    follow: (seen?: RowRange, top = 0): boolean => {
      if (!seen || !speed.isFast(seen.first, performance.now())) {
        rest();
        return false;
      }
      if (!now) holdTicks(true);
      now = { seen, top };
      draw(false);
      return true;
    },
    again: () => draw(true),
    end() {
      document.removeEventListener("keydown", speed.forget, true);
      rest();
    },
  };
}

function createOne(): Passing {
  const element = document.createElement("div");
  const cell = (className: string) => {
    const own = document.createElement("span");
    own.className = className;
    element.append(own);
    return own.appendChild(document.createTextNode(""));
  };
  const id = cell("c-id mono");
  // Holds its column.
  cell("c-model");
  return { element, id, age: cell("c-age") };
}

interface Place {
  readonly index: number;
  /** Px. */
  readonly top: number;
  readonly height: number;
}

function write({ element, id, age }: Passing, item: ListItem, { index, top, height }: Place): void {
  const { style, dataset } = element;
  // Only what differs: each of these has the browser look at the element again.
  const className = `passing ${ROW_CLASS[item.kind]}`;
  if (element.className !== className) element.className = className;
  // The heights of all others are the style sheet's.
  const panelHeight = item.kind === "panel" ? `${height}px` : "";
  if (style.height !== panelHeight) style.height = panelHeight;
  style.transform = `translateY(${top}px)`;
  // As the rows have it: a click finds what it is on.
  dataset["index"] = String(index);
  dataset["key"] = item.key;
  const shown = idOf(item);
  say(id, shown === undefined ? "" : shortText(shown));
  const known = item.kind === "session" ? item.known : undefined;
  say(age, known ? durationText(ageOf(known, pageNow())) : "");
}

function say(text: Text, words: string): void {
  if (text.data !== words) text.data = words;
}

const shortText = (id: string): string => visibleText(shortId(id));
