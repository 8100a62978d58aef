import { act, cleanup, fireEvent } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import {
  drawnIds,
  gridElement,
  itemsOf,
  layOut,
  ROW,
  scrollTo,
  sessions,
  showGrid,
} from "./grid-fixture.tsx";
import { onSecond } from "../../ui/tick.ts";
import { prepareBesideRows } from "./session-grid.tsx";

beforeAll(async () => {
  prepareBesideRows();
  await vi.dynamicImportSettled();
});
beforeEach(() => {
  layOut();
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const all = sessions(400);

/** As a wheel that rolls: 8 rows a frame. @returns index of the first row in view */
function roll(from: number, frames = 4): number {
  let row = from;
  for (let frame = 0; frame < frames; frame += 1) {
    vi.advanceTimersByTime(16);
    scrollTo((row += 8) * ROW);
  }
  return row;
}

const passing = () => [...gridElement().querySelectorAll<HTMLElement>("[aria-hidden='true'] > [data-index]")];

/** What is said at each place in view, from the top: the ids of rows, whatever draws them. */
const said = (first: number) =>
  [...gridElement().querySelectorAll<HTMLElement>("[data-index]")]
    .filter(({ dataset }) => Number(dataset["index"]) >= first && Number(dataset["index"]) <= first + 5)
    .toSorted((a, b) => Number(a.dataset["index"]) - Number(b.dataset["index"]))
    .map((row) => row.querySelector(".c-id")?.textContent);

const rest = () => act(() => void vi.advanceTimersByTime(200));

describe("rows that go by fast", () => {
  it("are all there, each by its id, and the whole of them once the list rests", () => {
    showGrid(itemsOf(all));
    const first = roll(0);
    expect(passing().length).toBeGreaterThanOrEqual(5);
    expect(said(first)).toEqual(Array.from({ length: 6 }, (_, n) => `session-${first + n}`.slice(0, 8)));
    rest();
    expect(passing()).toEqual([]);
    expect(drawnIds()).toContain(`session-${first}`);
  });

  it("go from element to element: no more of them than are in view", () => {
    showGrid(itemsOf(all));
    roll(0, 12);
    expect(passing().length).toBeLessThan(24);
  });

  it("let nothing tick until the list rests, or is left", () => {
    vi.setSystemTime(1_700_000_000_250);
    const ticks = vi.fn<() => void>();
    const stop = onSecond(ticks);
    showGrid(itemsOf(sessions(2_000)));
    // Whatever ticked before.
    vi.advanceTimersByTime(1_000);
    ticks.mockClear();
    roll(0, 80);
    expect(ticks).not.toHaveBeenCalled();
    rest();
    expect(ticks).toHaveBeenCalledTimes(1);
    roll(700);
    cleanup();
    expect(ticks).toHaveBeenCalledTimes(2);
    stop();
  });

  it("are opened by a press as they go by", () => {
    const { onToggle } = showGrid(itemsOf(all));
    const first = roll(0);
    const one = passing().find(({ dataset }) => dataset["index"] === String(first + 1));
    if (one) fireEvent.click(one);
    rest();
    expect(onToggle.mock.calls.map(([id, open]) => [id, open])).toEqual([[`session-${first + 1}`, true]]);
  });

  it("say what an answer tells meanwhile, and stand where it puts them", () => {
    const { change } = showGrid(itemsOf(all));
    const first = roll(0);
    const gone = all[first + 2];
    const next = all.filter((known) => known !== gone).concat(knownSession({ id: "oldest", startedAt: 1 }));
    change(itemsOf(next));
    const top = Math.round(gridElement().scrollTop / ROW);
    expect(said(top)).toEqual(next.slice(top, top + 6).map(({ session }) => session.id.slice(0, 8)));
  });

  it("are not taken for rows that keys lead to", () => {
    showGrid(itemsOf(all));
    for (let step = 1; step <= 6; step += 1) {
      vi.advanceTimersByTime(33);
      fireEvent.keyDown(gridElement(), { key: "PageDown" });
      scrollTo(step * 10 * ROW);
    }
    expect(passing()).toEqual([]);
    expect(drawnIds()).toContain("session-60");
  });
});
