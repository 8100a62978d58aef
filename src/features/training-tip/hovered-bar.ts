/**
 * Which bar the pointer rests on, or has the focus by keyboard: that of the row (`data-row`) whose control has it. Bars carry
 * what they are as data attributes; nothing listens on them.
 */
import { TRAINING_STATE_ORDER, type TrainingState } from "../../domain/states.ts";
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

/** A pointer so near to a bar of its strip is on it: one may be 3 px wide. Px. */
const NEAR_X = 4;
const NEAR_Y = 5;

/** The page shows another view: the browser's own event, and those the router sends for links and changed views. */
const NAVIGATIONS = ["popstate", "pushState", "replaceState"] as const;

/**
 * Calls back with the bar the pointer rests on or that has the focus, and with undefined once it leaves the bar or the window,
 * the page scrolls or shows another view, or Escape is pressed.
 * @returns what ends it
 */
export function onBarHover(callback: (bar: Hovered | undefined) => void): () => void {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  const show = (bar: Hovered | undefined) => {
    clearTimeout(timer);
    if (!bar && !isShown) return;
    isShown = bar !== undefined;
    callback(bar);
  };
  /** What the pointer is on, shown or not. */
  let pointed: Element | undefined;
  const rest = (element: Element | undefined) => {
    if (element === pointed) return;
    pointed = element;
    const bar = element && barOf(element);
    if (!bar || isShown) return show(bar);
    clearTimeout(timer);
    timer = setTimeout(() => show(bar), REST);
  };
  const over = (event: PointerEvent) => rest(barAt(event));
  const hide = () => show(undefined);
  const leave = () => {
    pointed = undefined;
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
  const scroll = () => show(focused && barOfRow(focused));
  const { signal } = ending;
  document.addEventListener("pointerover", over, { signal });
  document.addEventListener("pointermove", over, { signal, passive: true });
  // The pointer may be on a bar already: whoever listens may be fetched only once it has moved.
  rest(document.querySelector("[data-bar]:hover") ?? undefined);
  document.addEventListener("focusin", ({ target }) => focus(target), { signal });
  focus(document.activeElement);
  document.addEventListener("focusout", blur, { signal });
  document.addEventListener("scroll", scroll, { signal, capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", leave, { signal });
  addEventListener("blur", hide, { signal });
  for (const navigation of NAVIGATIONS) addEventListener(navigation, hide, { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { signal });
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}

/** What a tooltip tells of. */
const TOLD = "[data-bar], [data-cluster][data-from]";

const barOfRow = (control: Element): Hovered | undefined => {
  const bar = control.closest("[data-row]")?.querySelector<HTMLElement>(TOLD);
  return bar ? barOf(bar) : undefined;
};

/** What the pointer is on, or else the nearest bar of the strip that it is on, if that is near. */
function barAt({ target, clientX, clientY }: PointerEvent): Element | undefined {
  if (!(target instanceof Element)) return undefined;
  const on = target.closest(TOLD);
  if (on) return on;
  let nearest: Element | undefined;
  let least = Infinity;
  for (const bar of target.closest("[data-strip-session]")?.querySelectorAll(TOLD) ?? []) {
    const { left, top, right, bottom } = bar.getBoundingClientRect();
    const x = Math.max(0, left - clientX, clientX - right);
    const y = Math.max(0, top - clientY, clientY - bottom);
    if (x <= NEAR_X && y <= NEAR_Y && x + y < least) [nearest, least] = [bar, x + y];
  }
  return nearest;
}

function barOf(bar: Element): Hovered | undefined {
  if (!(bar instanceof HTMLElement)) return undefined;
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
  const sessionId = bar.closest<HTMLElement>("[data-strip-session]")?.dataset["stripSession"];
  return sessionId === undefined || trainingId === undefined ? undefined : { sessionId, trainingId, box };
}
