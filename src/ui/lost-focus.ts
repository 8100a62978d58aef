/**
 * Whoever goes by keyboard is somewhere at any time. What holds the focus may leave the page by what somebody does: a button that
 * clears what it stands for, a row whose page is opened. A browser then begins at the top of the document again.
 */
import { focusMain } from "./keep-focus.ts";
import { openerOfPanel } from "./open-panel.ts";

/**
 * How long it is waited after something was done, and after each look, before it is looked where the focus is: parts of a view may
 * have to be fetched. Ms.
 */
const LOOKS_MS = [50, 200, 500, 2_000] as const;
/** So many steps of the history are remembered. */
const MOST_STEPS = 50;

/**
 * Puts a focus that was lost to the main part of the view; after a step back to a list, to the row where it was.
 * @returns what ends it
 */
export function findLostFocus(): () => void {
  const ending = new AbortController();
  /** The key of the row that had the focus when a step was left, by its address. */
  const rows = new Map<string, string>();
  /** What had the focus when something was done last. */
  let held: Element | undefined;
  /** What was done last is a step through the history. */
  let isBack = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (at: number): void => {
    clearTimeout(timer);
    const wait = LOOKS_MS[at];
    if (wait === undefined || held === undefined) return;
    timer = setTimeout(() => {
      if (document.activeElement === document.body && !held?.isConnected) {
        const key = isBack ? rows.get(location.href) : undefined;
        const row = rowOf(key);
        row?.focus({ preventScroll: true });
        // The row may have to be scrolled to before it is drawn.
        held = row ?? (key !== undefined && at < 2 ? held : (focusPanel() ?? focusMain() ?? held));
      }
      // What stands for a part until it is fetched goes again.
      look(at + 1);
    }, wait);
  };
  const act = (): void => {
    const { activeElement } = document;
    const isNowhere = activeElement === document.body;
    // Who does something before a lost focus is found again has not put it nowhere.
    if (isNowhere && !held?.isConnected) return look(0);
    isBack = false;
    held = isNowhere ? undefined : (activeElement ?? undefined);
    // What lies over a list leaves the list where it was.
    if (held && !held.closest("dialog")) keepRow(held);
    look(0);
  };
  const keepRow = (element: Element): void => {
    const key = element.closest<HTMLElement>("[data-key]")?.dataset["key"];
    rows.delete(location.href);
    if (key !== undefined) rows.set(location.href, key);
    const [oldest] = rows.keys();
    if (rows.size > MOST_STEPS && oldest !== undefined) rows.delete(oldest);
  };
  const stepBack = (): void => {
    const { activeElement } = document;
    isBack = true;
    if (activeElement && activeElement !== document.body) held = activeElement;
    look(0);
  };
  const how = { capture: true, signal: ending.signal };
  addEventListener("keydown", act, how);
  addEventListener("click", act, how);
  addEventListener("popstate", stepBack, how);
  // Another tab may choose what takes a field from under who types in it.
  addEventListener("storage", act, how);
  return () => {
    ending.abort();
    clearTimeout(timer);
  };
}

/** @returns the panel that is open over the view and has the focus by then; undefined where none is */
function focusPanel(): HTMLElement | undefined {
  const opener = openerOfPanel();
  const id = opener?.getAttribute("aria-controls") ?? opener?.getAttribute("popovertarget");
  const opened = document.getElementById(id ?? "");
  const panel = opened?.querySelector<HTMLElement>("[role=dialog]") ?? opened;
  if (!panel) return undefined;
  panel.tabIndex = -1;
  panel.focus({ preventScroll: true });
  return panel;
}

/** For who sends a whole view away: the focus goes to the main part of the next as soon as there is one. */
export function passFocusOn(at = 0): void {
  const wait = LOOKS_MS[at];
  if (wait === undefined) return;
  setTimeout(() => {
    if (document.activeElement === document.body) focusMain();
    passFocusOn(at + 1);
  }, wait);
}

function rowOf(key: string | undefined): HTMLElement | undefined {
  const drawn = document.querySelectorAll<HTMLElement>("[data-key]");
  return key === undefined ? undefined : [...drawn].find(({ dataset }) => dataset["key"] === key);
}
