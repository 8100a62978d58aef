import type { KeyboardEvent, ReactNode, Ref } from "react";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** In words as they are shown. */
  readonly count?: string | undefined;
}

/** Element ids: a page has one set of tabs. */
const tabId = (id: string): string => `tab-${id}`;
const panelId = (id: string): string => `tab-panel-${id}`;

/** The index a key leads to, or undefined where the key means nothing here. */
function step(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % count;
    case "ArrowLeft":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** Before a tab that was brought into view, px: where the first one stands. */
const BEFORE = 8;
/** After it, px: past what fades there on a phone (small-screen.css). */
const AFTER = 40;

/** Whole, by moving nothing but the list of tabs, and at once: nobody watches it come. */
function bringIntoView(tab: HTMLElement | null): void {
  const list = tab?.parentElement;
  if (!tab || !list) return;
  const [seen, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  const before = own.left - BEFORE - seen.left;
  const after = own.right + AFTER - seen.right;
  if (before < 0) list.scrollLeft += before;
  else if (after > 0) list.scrollLeft += after;
}

interface TabsProps<Id extends string> {
  /** The tab list's name, spoken. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A tab list with one stop for Tab; arrows, Home and End move and select. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const onKeyDown = (event: KeyboardEvent): void => {
    // With another key an arrow is the browser's: back, or a selection.
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const index = tabs.findIndex((tab) => tab.id === selected);
    const to = step(event.key, index, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(tabId(tab.id))?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {tabs.map(({ id, label: word, count }) => (
        <button
          key={id}
          ref={id === selected ? bringIntoView : undefined}
          type="button"
          role="tab"
          id={tabId(id)}
          aria-selected={id === selected}
          aria-controls={id === selected ? panelId(id) : undefined}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
          onKeyDown={onKeyDown}
        >
          <span data-word={word}>{word}</span>
          {count !== undefined && <small>{count}</small>}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What the selected tab shows. */
export function TabPanel({ ref, id, className, children }: TabPanelProps) {
  return (
    <div
      ref={ref}
      role="tabpanel"
      id={panelId(id)}
      aria-labelledby={tabId(id)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a panel without controls is reached by itself
      tabIndex={0}
      className={className}
    >
      {children}
    </div>
  );
}
