import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { Profiler } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold, theSession } from "../../domain/answer-fixture.ts";
import type { EventKind } from "../../domain/event-kinds.ts";
import type { Known } from "../../domain/known.ts";
import { RANGE_ORDER, type TimeRange } from "../../domain/time-range.ts";
import { allMediaMatch } from "../../ui/media-fixture.ts";
import type { SessionTab, SessionView } from "../../url/session-params.ts";
import { SessionPage } from "./session-page.tsx";

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 11, 13, 0, 0);
const NOW = START + 60 * MINUTE;
const at = (minutes: number) => START + minutes * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Shown {
  readonly staleFrom?: number;
  readonly range?: TimeRange;
  readonly tab?: SessionTab;
  readonly events?: EventKind;
}

const changed = vi.fn<(changes: Partial<SessionView>) => void>();

function show(
  known: Known,
  { staleFrom, range = { kind: "last", name: "all" }, tab = "timeline", events = "all" }: Shown,
) {
  render(
    <SessionPage
      session={theSession(known)}
      known={known}
      view={{ tab, training: null, events, range }}
      change={changed}
      staleFrom={staleFrom}
      zone="UTC"
      notices={null}
    />,
  );
}

/** The cells of a training's table row after its name, with plain spaces. */
function cells(trainingId: string): readonly string[] {
  const row = screen.getAllByRole("row").find((one) => one.dataset["trainingId"] === trainingId);
  if (!row) throw new Error(`no row of ${trainingId}`);
  const texts = within(row).getAllByRole("cell");
  return texts.slice(2).map(({ textContent }) => textContent.replaceAll(/\s/g, " "));
}

const seen = (minutes: number, trainings: readonly string[]) =>
  answer(at(minutes), [{ startedAt: START, trainings }]);
const none = (minutes: number) => answer(at(minutes), []);
const RUNNING = `t running ${START}`;

describe("the table of a session's trainings", () => {
  it("says when an open training was last seen so, not when its picture ends", () => {
    show(fold([seen(59, [RUNNING])]), {});
    expect(cells("t")).toEqual(["13:00:00", "13:59:00", "–", "1 h 00 m", "still open"]);
  });

  it("says the same whatever stretch is drawn", () => {
    const range: TimeRange = { kind: "fixed", from: at(-60), to: at(-30) };
    show(fold([seen(59, [RUNNING])]), { range });
    expect(cells("t")).toEqual(["13:00:00", "13:59:00", "–", "1 h 00 m", "still open"]);
  });

  it("does not let a training of an ended session go on", () => {
    show(fold([seen(20, [RUNNING]), none(21)]), {});
    expect(cells("t")).toEqual(["13:00:00", "13:20:00", "–", "≥ 20 m 00 s", "not seen"]);
  });

  it("does not let a training go on that its session lists no more", () => {
    show(fold([seen(20, [RUNNING]), seen(59, [])]), {});
    expect(cells("t")).toEqual(["13:00:00", "13:20:00", "–", "≥ 20 m 00 s", "not seen"]);
  });

  it("does not let a training go on after answers stopped", () => {
    show(fold([seen(20, [RUNNING])]), { staleFrom: at(20) });
    expect(cells("t")).toEqual(["13:00:00", "13:20:00", "–", "≥ 20 m 00 s", "open when last seen"]);
  });

  it("does not call a state open that nobody knows", () => {
    show(fold([seen(59, [`t warming ${START}`])]), {});
    expect(cells("t")).toEqual(["13:00:00", "–", "–", "?", "unknown"]);
  });
});

describe("when a session was last seen", () => {
  const lastSeen = () => {
    const text = screen.getByText("Last seen", { selector: "dt" }).nextElementSibling?.textContent ?? "";
    return text.replaceAll(/\s/gu, " ");
  };

  it("goes on as time does while answers list it", () => {
    show(fold([seen(59, [])]), {});
    expect(lastSeen()).toBe("13:59:001 m 00 s ago");
    act(() => void vi.advanceTimersByTime(2_000));
    expect(lastSeen()).toBe("13:59:001 m 02 s ago");
  });

  it("is a fact where they no longer do", () => {
    show(fold([seen(20, []), none(21)]), {});
    expect(lastSeen()).toBe("13:20:00no longer reported");
  });
});

describe("earlier lives of a session", () => {
  const again = (minutes: number, trainings: readonly string[]) =>
    answer(at(minutes), [{ startedAt: at(30), trainings }]);

  it("have rows of their own where they meet the range", () => {
    const known = fold([seen(10, [`t running ${START}`]), again(59, [])]);
    show(known, { range: { kind: "last", name: "3h" } });
    expect(screen.getByText("Earlier")).toBeTruthy();
    cleanup();
    show(known, { range: { kind: "fixed", from: at(40), to: at(50) } });
    expect(screen.queryByText("Earlier")).toBeNull();
  });

  it("are told in the activity", () => {
    show(fold([seen(10, []), again(59, [])]), { tab: "activity" });
    const lines = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(lines.filter((line) => line.includes("Session first seen"))).toHaveLength(2);
    expect(lines.filter((line) => line.includes("no longer reported"))).toHaveLength(1);
  });
});

describe("the log of a session's activity", () => {
  const lines = () => screen.queryAllByRole("listitem").map(({ textContent }) => textContent);
  const known = () => fold([seen(10, [RUNNING]), seen(40, [`t completed ${START}`])]);

  it("shows the kind of events that the link asks for, and asks for another", () => {
    show(known(), { tab: "activity", events: "trainings" });
    expect(lines()).toHaveLength(2);
    expect(lines().every((line) => line.includes("Training"))).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "Connection" }));
    expect(changed).toHaveBeenLastCalledWith({ events: "connection" });
  });

  it("says so where there are none of a kind", () => {
    show(fold([seen(59, [])]), { tab: "activity", events: "connection" });
    expect(lines()).toEqual([]);
    expect(screen.getByText("No gap: answers came all the time.")).toBeTruthy();
  });

  it("is copied as it is shown", () => {
    const written = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    show(known(), { tab: "activity", events: "session" });
    fireEvent.click(screen.getByRole("button", { name: "Copy log" }));
    vi.unstubAllGlobals();
    expect(written.mock.calls[0]?.[0]).toBe(
      "Session s, as observed, newest first, times in UTC\n2026-03-11T13:10:00.010Z Session first seen, started 13:00:00\n",
    );
  });
});

describe("the trainings of a session", () => {
  const three = ["a-1 completed", "b-2 failed", "c-3 running"];
  const button = (name: RegExp) => screen.getByRole("button", { name });

  it("are one stop for Tab, and arrows go between them", () => {
    show(fold([seen(59, three)]), {});
    const stops = [/a-1/, /b-2/, /c-3/].map((name) => button(name).tabIndex);
    expect(stops).toEqual([0, -1, -1]);
    button(/a-1/).focus();
    fireEvent.keyDown(button(/a-1/), { key: "End" });
    expect(document.activeElement).toBe(button(/c-3/));
    fireEvent.keyDown(button(/c-3/), { key: "ArrowUp" });
    expect(document.activeElement).toBe(button(/b-2/));
    expect([/a-1/, /b-2/, /c-3/].map((name) => button(name).tabIndex)).toEqual([-1, 0, -1]);
  });

  it("leave keys alone that pan", () => {
    show(fold([seen(59, three)]), {});
    button(/a-1/).focus();
    expect(fireEvent.keyDown(button(/a-1/), { key: "ArrowDown", ctrlKey: true })).toBe(true);
    expect(document.activeElement).toBe(button(/a-1/));
  });
});

describe("the page of a session", () => {
  it("is the main landmark, with the session's head and tabs in it", () => {
    show(fold([seen(59, [])]), {});
    const main = within(screen.getByRole("main"));
    expect(main.getByRole("heading", { level: 1 })).toBeTruthy();
    expect(main.getByRole("tabpanel")).toBeTruthy();
  });

  it("begins each tab, and the same of another session, at its top", () => {
    const panels = new Set<HTMLElement>();
    const known = fold([
      answer(at(59), [
        { id: "a", startedAt: START },
        { id: "b", startedAt: START },
      ]),
    ]);
    const page = (id: string, tab: SessionTab) => (
      <SessionPage
        session={theSession(known, id)}
        known={known}
        view={{ tab, training: null, events: "all", range: { kind: "last", name: "all" } }}
        change={changed}
        staleFrom={undefined}
        zone="UTC"
        notices={null}
      />
    );
    const { rerender } = render(page("a", "activity"));
    for (const [id, tab] of [
      ["a", "activity"],
      ["a", "raw"],
      ["b", "raw"],
    ] as const) {
      rerender(page(id, tab));
      panels.add(screen.getByRole("tabpanel"));
    }
    expect(panels.size).toBe(3);
  });

  it("renders each second while seconds of what it tells are told, and each minute from an hour on", () => {
    const rendered = vi.fn<() => void>();
    const known = fold([seen(0, [])]);
    vi.setSystemTime(NOW - 10_000);
    render(
      <Profiler id="page" onRender={rendered}>
        <SessionPage
          session={theSession(known)}
          known={known}
          view={{ tab: "parameters", training: null, events: "all", range: { kind: "last", name: "all" } }}
          change={changed}
          staleFrom={undefined}
          zone="UTC"
          notices={null}
        />
      </Profiler>,
    );
    rendered.mockClear();
    act(() => void vi.advanceTimersByTime(5_000));
    expect(rendered).toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(6_000));
    expect(screen.getByText("Age").nextElementSibling?.textContent.replaceAll(/\s/g, " ")).toBe("1 h 00 m");
    rendered.mockClear();
    act(() => void vi.advanceTimersByTime(50_000));
    expect(rendered).not.toHaveBeenCalled();
  });

  it("tells trainings apart that begin alike", () => {
    const alike = [
      "5d4015bb-0603-4684-be15-0 running",
      "5d4015bb-ffff-4684-be15-0 running",
      "cc3e7e94-1 failed",
    ];
    show(fold([seen(59, alike)]), {});
    const names = screen
      .getAllByRole("button", { pressed: false })
      .flatMap((button) => button.querySelector(".id-text > bdi[aria-hidden]")?.textContent ?? []);
    expect(names).toEqual(["5d4015bb-0603", "5d4015bb-ffff", "cc3e7e94"]);
  });

  it("tells them apart in its table too, where their ids have no room", () => {
    allMediaMatch(true);
    const alike = ["5d4015bb-0603-4684-be15-0 running", "5d4015bb-ffff-4684-be15-0 running"];
    show(fold([seen(59, alike)]), {});
    vi.restoreAllMocks();
    const names = [...document.querySelectorAll("tr[data-training-id] .id-text > bdi[aria-hidden]")];
    expect(names.map(({ textContent }) => textContent)).toEqual(["5d4015bb-0603", "5d4015bb-ffff"]);
  });
});

describe("the range of a session's page", () => {
  it.each(RANGE_ORDER)("%s has a segment of its own, which is pressed", (name) => {
    show(fold([seen(59, [])]), { range: { kind: "last", name } });
    const group = screen.getByRole("group", { name: "Time range" });
    expect(within(group).getAllByRole("button", { pressed: true })).toHaveLength(1);
  });
});
