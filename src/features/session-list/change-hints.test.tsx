import { fireEvent } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import { itemsOf, layOut, ROW, scrollTo, sessions, showGrid } from "./grid-fixture.tsx";
import { prepareBesideRows } from "./session-grid.tsx";

beforeAll(async () => {
  prepareBesideRows();
  await vi.dynamicImportSettled();
});

beforeEach(() => layOut());
afterEach(() => vi.restoreAllMocks());

/** What hints at a change, as `session class`. */
const hinted = () =>
  [...document.querySelectorAll<HTMLElement>("[data-hint]")].map(
    (place) => `${place.closest<HTMLElement>("[data-session-id]")?.dataset["sessionId"]} ${place.className}`,
  );
/** As the browser tells of an animation that has ended. */
const goOut = () => {
  for (const place of document.querySelectorAll("[data-hint]")) {
    const end = new Event("animationend", { bubbles: true });
    fireEvent(place, Object.assign(end, { animationName: "change-hint" }));
  }
};

const all = sessions(60);
const training = (at: number, ...trainings: readonly string[]) =>
  all.with(at, knownSession({ id: `session-${at}`, startedAt: 3_600_000 - at, trainings }));

describe("a hint", () => {
  it("is given where an answer changed what a row says, and nowhere else", () => {
    const { change } = showGrid(itemsOf(all));
    expect(hinted()).toEqual([]);
    change(itemsOf(training(1, "running")));
    expect(hinted()).toEqual(["session-1 c-glyph", "session-1 n running"]);
    goOut();
    change(itemsOf(training(1, "running", "running")));
    expect(hinted()).toEqual(["session-1 n running"]);
    goOut();
    change(itemsOf(training(1, "running", "running")));
    expect(hinted()).toEqual([]);
  });

  it("goes with its row", () => {
    const { change } = showGrid(itemsOf(all));
    change(itemsOf(training(1, "running")));
    expect(hinted()).toHaveLength(2);
    scrollTo(40 * ROW);
    expect(hinted()).toEqual([]);
  });

  it("is not given of what comes into view", () => {
    const { change } = showGrid(itemsOf(all));
    change(itemsOf(training(40, "running")));
    scrollTo(40 * ROW);
    expect(hinted()).toEqual([]);
  });

  it("is not given of a row that stands elsewhere", () => {
    const { choose } = showGrid(itemsOf(training(1, "running")));
    choose(itemsOf(training(1, "running").toReversed()));
    expect(hinted()).toEqual([]);
  });

  it("is not given to who asked for less motion", () => {
    const { change } = showGrid(itemsOf(all));
    const match = window.matchMedia.bind(window);
    vi.spyOn(window, "matchMedia").mockImplementation((query) =>
      // What always holds.
      match(query.includes("reduce") ? "(min-width: 1px)" : query),
    );
    change(itemsOf(training(1, "running")));
    expect(hinted()).toEqual([]);
  });
});
