/**
 * Whoever goes by keyboard is somewhere at any time. What holds the focus may leave the page by what somebody does: a button that
 * clears what it stands for, a row whose page is opened. A browser then begins at the top of the document again.
 */

/** How long after something was done it is looked where the focus is, and looked again: parts of a view may have to be fetched. Ms. */
const LOOKS_MS = [50, 200, 500] as const;
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
  let held: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (at: number, isBack: boolean): void => {
    clearTimeout(timer);
    const wait = LOOKS_MS[at];
    if (wait === undefined || held === null) return;
    timer = setTimeout(() => {
      if (document.activeElement === document.body && !held?.isConnected) {
        const row = isBack ? rowOf(rows.get(location.href)) : undefined;
        // The row may have to be scrolled to before it is drawn.
        const isPatient = isBack && at < LOOKS_MS.length - 1;
        const found = row ?? (isPatient ? undefined : mainPart());
        found?.focus({ preventScroll: true });
        held = found ?? held;
      }
      // What stands for a part until it is fetched goes again.
      look(at + 1, isBack);
    }, wait);
  };
  const act = (): void => {
    const { activeElement } = document;
    held = activeElement === document.body ? null : activeElement;
    const key = held?.closest<HTMLElement>("[data-key]")?.dataset["key"];
    rows.delete(location.href);
    if (key !== undefined) rows.set(location.href, key);
    const [oldest] = rows.keys();
    if (rows.size > MOST_STEPS && oldest !== undefined) rows.delete(oldest);
    look(0, false);
  };
  const how = { capture: true, signal: ending.signal };
  addEventListener("keydown", act, how);
  addEventListener("click", act, how);
  addEventListener(
    "popstate",
    () => {
      const { activeElement } = document;
      held = activeElement === document.body ? held : activeElement;
      look(0, true);
    },
    how,
  );
  return () => {
    ending.abort();
    clearTimeout(timer);
  };
}

function rowOf(key: string | undefined): HTMLElement | undefined {
  const drawn = document.querySelectorAll<HTMLElement>("[data-key]");
  return key === undefined ? undefined : [...drawn].find(({ dataset }) => dataset["key"] === key);
}

function mainPart(): HTMLElement | null {
  const main = document.querySelector("main");
  if (main) main.tabIndex = -1;
  return main;
}
