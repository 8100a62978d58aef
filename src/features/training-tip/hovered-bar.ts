/**
 * Which bar the pointer rests on, or has the focus by keyboard: that of the row (`data-row`) whose control has it. Bars carry
 * what they are as data attributes; nothing listens on them.
 */
import type { Box } from "./place-tip.ts";

export interface HoveredBar {
  readonly sessionId: string;
  readonly trainingId: string;
  readonly box: Box;
}

/** A pointer that only passes shows nothing. Between bars there is no such wait. Ms. */
const REST = 120;

/** The page shows another view: the browser's own event, and those the router sends for links and changed views. */
const NAVIGATIONS = ["popstate", "pushState", "replaceState"] as const;

/**
 * Calls back with the bar the pointer rests on or that has the focus, and with undefined once it leaves the bar or the window,
 * the page scrolls or shows another view, or Escape is pressed.
 * @returns what ends it
 */
export function onBarHover(callback: (bar: HoveredBar | undefined) => void): () => void {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  const show = (bar: HoveredBar | undefined) => {
    clearTimeout(timer);
    if (!bar && !isShown) return;
    isShown = bar !== undefined;
    callback(bar);
  };
  const rest = (target: EventTarget | null) => {
    const bar = barOf(target);
    if (!bar || isShown) return show(bar);
    clearTimeout(timer);
    timer = setTimeout(() => show(bar), REST);
  };
  const over = ({ target }: Event) => rest(target);
  const hide = () => show(undefined);
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
  // The pointer may be on a bar already: whoever listens may be fetched only once it has moved.
  document.addEventListener("pointermove", over, { signal, once: true });
  const under = document.querySelector("[data-bar]:hover");
  if (under) rest(under);
  document.addEventListener("focusin", ({ target }) => focus(target), { signal });
  focus(document.activeElement);
  document.addEventListener("focusout", blur, { signal });
  document.addEventListener("scroll", scroll, { signal, capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", hide, { signal });
  addEventListener("blur", hide, { signal });
  for (const navigation of NAVIGATIONS) addEventListener(navigation, hide, { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { signal });
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}

const barOfRow = (control: Element): HoveredBar | undefined =>
  barOf(control.closest("[data-row]")?.querySelector("[data-bar]") ?? null);

function barOf(target: EventTarget | null): HoveredBar | undefined {
  const bar = target instanceof Element ? target.closest<HTMLElement>("[data-bar]") : null;
  const sessionId = bar?.closest<HTMLElement>("[data-strip-session]")?.dataset["stripSession"];
  const trainingId = bar?.dataset["trainingId"];
  if (!bar || sessionId === undefined || trainingId === undefined) return undefined;
  const { left, top, right, bottom } = bar.getBoundingClientRect();
  return { sessionId, trainingId, box: { left, top, right, bottom } };
}
