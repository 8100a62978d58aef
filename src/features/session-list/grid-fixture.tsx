/** The grid in a document without layout: every row 32 px high, in a view of 5 rows. */
import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { NO_FILTER } from "../../domain/filter.ts";
import type { KnownSession } from "../../domain/known.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import { sectionsOf } from "../../domain/sort.ts";
import type { ListView } from "../../url/list-params.ts";
import { listItems, type ListContents, type ListItem } from "./list-items.ts";
import type { ListTime } from "./list-time.tsx";
import { SessionGrid } from "./session-grid.tsx";

export const ROW = 32;
const HOUR = 3_600_000;
const TIME: ListTime = {
  frame: { from: 0, to: HOUR, live: false },
  zone: "UTC",
  staleFrom: undefined,
  width: 600,
};
const MARKS = { ticks: [], washes: [], eye: undefined };

/** To be called before each test. @param rows in view */
export function layOut(rows = 5): void {
  const heightOf = function (this: Element) {
    return this.getAttribute("role") === "treegrid" ? (rows + 1) * ROW : ROW;
  };
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(heightOf);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(heightOf);
}

/** Sessions `<prefix>0`, `<prefix>1` ..., in the order in which the list shows them. */
export const sessions = (count: number, prefix = "session-"): readonly KnownSession[] =>
  Array.from({ length: count }, (_, i) => knownSession({ id: `${prefix}${i}`, startedAt: HOUR - i }));

const VIEW: ListView = {
  ...NO_FILTER,
  sort: "-started",
  group: "none",
  open: [],
  folded: [],
  range: { kind: "last", name: "3h" },
  paused: false,
};

const sessionsOf = (items: readonly ListItem[]) =>
  new Map(
    items.flatMap((item) => (item.kind === "session" ? [[item.known.session.id, item.known] as const] : [])),
  );

interface Contents extends Partial<Omit<ListContents, "sections" | "open" | "folded">> {
  readonly open?: readonly string[];
  readonly folded?: readonly string[];
}

export const itemsOf = (shown: readonly KnownSession[], { open = [], folded = [], ...rest }: Contents = {}) =>
  listItems({
    sections: sectionsOf(shown, "-started"),
    group: "none",
    open: new Set(open),
    folded: new Set(folded),
    missing: [],
    unreadable: [],
    ...rest,
  });

export function showGrid(
  items: readonly ListItem[],
  renderPanel: (known: KnownSession) => ReactNode = () => null,
) {
  const onToggle = vi.fn<(id: string, open: boolean) => void>();
  const onFold = vi.fn<(word: string, folded: boolean) => void>();
  const onOpenPage = vi.fn<(id: string) => void>();
  const grid = (shown: readonly ListItem[], view: ListView, selected?: ReadonlySet<string>) => (
    <SessionGrid
      items={shown}
      sessions={sessionsOf(shown)}
      view={view}
      opened={
        new Set(shown.flatMap((item) => (item.kind === "session" && item.open ? item.known.session.id : [])))
      }
      time={TIME}
      marks={MARKS}
      axisRef={() => undefined}
      placeholder={null}
      renderPanel={renderPanel}
      onToggle={onToggle}
      onFold={onFold}
      onOpenPage={onOpenPage}
      selected={selected}
    />
  );
  const view = VIEW;
  const { rerender } = render(grid(items, view));
  return {
    onToggle,
    onFold,
    onOpenPage,
    /** As an answer changes the rows. */
    change: (next: readonly ListItem[]) => rerender(grid(next, view)),
    /** Of the rows shown at first. */
    select: (ids: readonly string[]) => rerender(grid(items, view, new Set(ids))),
    /** As a choice of the reader changes the rows. */
    choose: (next: readonly ListItem[]) => rerender(grid(next, { ...VIEW, sort: "started" })),
  };
}

export const gridElement = () => screen.getByRole("treegrid", { name: "Debug sessions" });

export const rowOf = (id: string): HTMLElement => {
  const row = gridElement().querySelector<HTMLElement>(`[data-session-id="${id}"]`);
  if (!row) throw new Error(`no row of ${id} is drawn`);
  return row;
};

/** Ids of the sessions whose rows are drawn, from the top: for a moment after a scroll the document has them in another order. */
export const drawnIds = () =>
  [...gridElement().querySelectorAll<HTMLElement>("[data-session-id]")]
    .toSorted((a, b) => Number(a.dataset["index"]) - Number(b.dataset["index"]))
    .map(({ dataset }) => dataset["sessionId"]);

export function scrollTo(top: number): void {
  act(() => {
    gridElement().scrollTop = top;
    fireEvent.scroll(gridElement());
  });
}

/** Rows that Tab reaches. */
export const tabStops = () => [...gridElement().querySelectorAll('[role="row"][tabindex="0"]')];
