/**
 * Which bar the pointer rests on or near, or has the focus by keyboard: that of the row (`data-row`) whose control has it. Bars
 * carry what they are as data attributes; nothing listens on them.
 */
import { TRAINING_STATE_ORDER, type TrainingState } from "../../domain/states.ts";
import { SLACK } from "../../ui/bar-sizes.ts";
import type { Box } from "./place-tip.ts";

export interface HoveredBar {
  readonly sessionId: string;
  readonly trainingId: string;
  readonly box: Box;
}

/** Trainings too narrow to be told apart, under one bar. */
export interface HoveredCluster {
  /** How many of which state, as far as there are any, in the order of states. */
  readonly counts: readonly (readonly [state: TrainingState, count: number])[];
  readonly count: number;
  /** Creation of the first, epoch ms. */
  readonly from: number;
  readonly box: Box;
}

export type Hovered = HoveredBar | HoveredCluster;

/** A pointer that only passes shows nothing. Between bars there is no such wait. Ms. */
const REST = 120;

/** The page shows another view: the browser's own event, and those the router sends for links and changed views. */
const NAVIGATIONS = ["popstate", "pushState", "replaceState"] as const;

/**
 * Calls back with the bar the pointer rests on or near or that has the focus, and with undefined once it leaves the bar or the
 * window, the page scrolls or shows another view, or Escape is pressed.
 * @returns what ends it
 */
export function onBarHover(callback: (bar: Hovered | undefined) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  const show = (bar: Hovered | undefined) => {
    clearTimeout(timer);
    if (!bar && !isShown) return;
    isShown = bar !== undefined;
    callback(bar);
  };
  /** What the pointer is on, shown or not. */
  let pointed: HTMLElement | undefined;
  const rest = (element: HTMLElement | undefined) => {
    if (element === pointed) return;
    pointed = element;
    const bar = element && barOf(element);
    if (!bar || isShown) return show(bar);
    clearTimeout(timer);
    timer = setTimeout(() => show(bar), REST);
  };
  let last: PointerEvent | undefined;
  // Once in a frame, because to ask where bars are lays out what other listeners have just moved.
  const follow = (event: PointerEvent) => {
    if (!last) requestAnimationFrame(look);
    last = event;
  };
  const look = () => {
    if (last && !signal.aborted) rest(barAt(last));
    last = undefined;
  };
  const hide = () => show(undefined);
  const leave = () => {
    pointed = last = undefined;
    hide();
  };
  /** Whose bar is shown for its focus. */
  let focused: Element | undefined;
  const focus = (target: EventTarget | null) => {
    focused = target instanceof Element && target.matches("[data-row] :focus-visible") ? target : undefined;
    const bar = focused && barOfRow(focused);
    if (bar) show(bar);
    else if (target instanceof Element && target.closest("[data-row]")) hide();
  };
  const blur = () => {
    if (!focused) return;
    focused = undefined;
    hide();
  };
  // A bar that has the focus stays where the reader is while its page is scrolled, as the focus itself may have done.
  const scroll = () => {
    pointed = undefined;
    show(focused && barOfRow(focused));
  };
  // What is pressed and moved drags something. A finger is pressed as it comes.
  const come = (event: PointerEvent) =>
    (event.buttons === 0 || event.pointerType === "touch") && follow(event);
  document.addEventListener("pointerover", come, { signal });
  document.addEventListener("pointermove", (event) => event.buttons === 0 && follow(event), { signal });
  // The pointer may be on a bar already: whoever listens may be fetched only once it has moved.
  rest(document.querySelector<HTMLElement>("[data-bar]:hover") ?? undefined);
  document.addEventListener("focusin", ({ target }) => focus(target), { signal });
  focus(document.activeElement);
  document.addEventListener("focusout", blur, { signal });
  document.addEventListener("scroll", scroll, { signal, capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", leave, { signal });
  addEventListener("blur", hide, { signal });
  for (const navigation of NAVIGATIONS) addEventListener(navigation, leave, { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { signal });
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}

/** What a tooltip tells of: not of trainings under one bar that says itself how many there are. */
const TOLD = "[data-bar], [data-cluster][data-from]";
const STRIP = "[data-strip-session]";

const barOfRow = (control: Element): Hovered | undefined => {
  const bar = control.closest("[data-row]")?.querySelector<HTMLElement>(TOLD);
  return bar ? barOf(bar) : undefined;
};

/** What the pointer is on, or else the nearest bar of its strip, if that is near; the uppermost of those that are as near. */
function barAt({ target, clientX, clientY }: PointerEvent): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const on = target.closest<HTMLElement>("[data-bar], [data-cluster]");
  if (on) return on.matches(TOLD) ? on : undefined;
  // Beyond its end there is its cell; and where a whole entry is a link, that is what the pointer is on.
  const strip = target.closest(STRIP) ?? target.closest(".tlc, li")?.querySelector(STRIP);
  let nearest: HTMLElement | undefined;
  let least = SLACK;
  for (const bar of strip?.querySelectorAll<HTMLElement>(TOLD) ?? []) {
    const { left, top, right, bottom } = bar.getBoundingClientRect();
    const off = Math.max(left - clientX, clientX - right, top - clientY, clientY - bottom, 0);
    if (off <= least) [nearest, least] = [bar, off];
  }
  return nearest;
}

function barOf(bar: HTMLElement): Hovered | undefined {
  const { left, top, right, bottom } = bar.getBoundingClientRect();
  const box = { left, top, right, bottom };
  const { cluster, from, trainingId } = bar.dataset;
  if (cluster !== undefined) {
    const counts = TRAINING_STATE_ORDER.map((state) => [state, Number(bar.dataset[state] ?? 0)] as const);
    return {
      counts: counts.filter(([, count]) => count > 0),
      count: Number(cluster),
      from: Number(from),
      box,
    };
  }
  const sessionId = bar.closest<HTMLElement>(STRIP)?.dataset["stripSession"];
  return sessionId === undefined || trainingId === undefined ? undefined : { sessionId, trainingId, box };
}
