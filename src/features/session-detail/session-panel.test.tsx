import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold, theSession, type WireFacts } from "../../domain/answer-fixture.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import type { Known } from "../../domain/known.ts";
import type { DetailTime } from "./detail-time.ts";
import { SessionPanel } from "./session-panel.tsx";

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

function show(known: Known, { id = "s", ...facts }: Partial<DetailTime> & { id?: string } = {}) {
  const time: DetailTime = {
    frame: { from: at(-120), to: NOW, live: true },
    marks: { ticks: [], washes: [], eye: undefined },
    zone: "UTC",
    width: 400,
    latestAt: known.latest?.sentAt ?? 0,
    staleFrom: undefined,
    ...facts,
  };
  const others = ["cc3e7e94-0603-1", "cc3e7e94-ffff-1", "8d6b6a6a-1"].map((other) =>
    knownSession({ id: other, on: { launcher: "rack" } }),
  );
  render(
    <SessionPanel
      known={theSession(known, id)}
      time={time}
      watched={known.watched}
      sessions={new Map(others.map((one) => [one.session.id, one]))}
    />,
  );
}

/** "Created → ended" and "End known" of a training's row. */
function cells(trainingId: string): readonly string[] {
  const row = screen.getAllByRole("row").find((one) => one.dataset["trainingId"] === trainingId);
  if (!row) throw new Error(`no row of ${trainingId}`);
  const [, , , when, known] = within(row).getAllByRole("cell");
  return [when, known].map((cell) => cell?.textContent.replaceAll(/\s/g, " ") ?? "");
}

const seen = (minutes: number, facts: WireFacts) => answer(at(minutes), [{ startedAt: START, ...facts }]);
const RUNNING = { trainings: [`t running ${START}`] };

describe("the axis of an open row", () => {
  afterEach(() => history.replaceState(null, "", "/"));

  const axis = () => {
    const element = document.querySelector<HTMLElement>("[data-axis-from]");
    return [Number(element?.dataset["axisFrom"]), Number(element?.dataset["axisTo"])];
  };
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
  const isPressed = (name: string) => screen.getByRole("button", { name }).getAttribute("aria-pressed");

  it("is the list's, until it is fitted to the session's life and back", () => {
    show(fold([seen(59, {})]));
    expect(axis()).toEqual([at(-120), NOW]);
    press("Fit session");
    expect(isPressed("Fit session")).toBe("true");
    const [from = 0, to] = axis();
    expect(from).toBeLessThanOrEqual(START);
    expect(from).toBeGreaterThan(START - 10 * MINUTE);
    expect(to).toBe(NOW);
    press("List axis");
    expect(isPressed("List axis")).toBe("true");
    expect(axis()).toEqual([at(-120), NOW]);
  });

  it("is in the link, with that of other open rows and not of those that were closed", () => {
    history.replaceState(null, "", "/?open=s,other&fit=other,gone&range=1h");
    show(fold([seen(59, {})]));
    press("Fit session");
    expect(location.search).toBe("?open=s,other&fit=other,s&range=1h");
  });
});

describe("the trainings of an open row", () => {
  it("have a link each, to be copied by keyboard too", () => {
    const written = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    show(fold([seen(59, { id: "a/b", ...RUNNING })]), { id: "a/b" });
    const button = screen.getByRole("button", { name: "Copy link to training" });
    expect(button.tabIndex).toBe(0);
    fireEvent.click(button);
    expect(written.mock.calls).toEqual([[`${location.origin}/sessions/a%2Fb?training=t`]]);
    vi.unstubAllGlobals();
  });

  it("have none where their session has no page", () => {
    show(fold([seen(59, { id: "..", ...RUNNING })]), { id: ".." });
    expect(screen.queryByRole("button", { name: "Copy link to training" })).toBeNull();
  });

  it("are the newest fifty of more, with the way to all of them", () => {
    const many = Array.from({ length: 70 }, (_, i) => `training-${String(i).padStart(2, "0")} completed`);
    show(fold([answer(at(59), [{ trainings: many }])]));
    const table = screen.getByRole("table", { name: "Training sessions" });
    const rows = within(table)
      .getAllByRole("row")
      .filter(({ dataset }) => dataset["trainingId"] !== undefined);
    expect(rows).toHaveLength(50);
    expect(rows[0]?.dataset["trainingId"]).toBe("training-20");
    expect(table.getAttribute("aria-rowcount")).toBe("71");
    expect(rows[0]?.getAttribute("aria-rowindex")).toBe("22");
    expect(screen.getByRole("link", { name: /Show all 70/ }).getAttribute("href")).toBe("/sessions/s");
  });

  it("go on to now while answers hold them", () => {
    show(fold([seen(59, RUNNING)]));
    expect(cells("t")).toEqual(["13:00:00 → now", "still open"]);
  });

  it("go on no longer once their session has ended", () => {
    show(fold([seen(20, RUNNING), answer(at(21), [])]));
    expect(cells("t")).toEqual(["13:00:00 → after 13:20:00", "not seen"]);
  });

  it("go on no longer than they are listed", () => {
    show(fold([seen(20, RUNNING), seen(59, { trainings: [] })]));
    expect(cells("t")).toEqual(["13:00:00 → after 13:20:00", "not seen"]);
  });

  it("go on no longer than answers came", () => {
    show(fold([seen(20, RUNNING)]), { staleFrom: at(20) });
    expect(cells("t")).toEqual(["13:00:00 → after 13:20:00", "open when last seen"]);
  });

  it("end at unknown times in states that nobody knows", () => {
    show(fold([seen(59, { trainings: [`t warming ${START}`] })]));
    expect(cells("t")).toEqual(["13:00:00 → unknown", "unknown"]);
  });
});

describe("the details of a session", () => {
  it("are named after it, with nothing of a hostile id hidden and no more than anyone hears", () => {
    const id = `a\u202eb\u0007${"x".repeat(10_000)}`;
    show(fold([seen(59, { id })]), { id });
    const name = screen.getAllByRole("region")[0]?.getAttribute("aria-label") ?? "";
    expect(name).toContain("Details of session a⟨U+202E⟩b␇xxx");
    expect(name.length).toBeLessThan(500);
  });

  it("tell neighbours apart that begin alike", () => {
    const { session } = knownSession({ id: "s", startedAt: START, on: { launcher: "rack" } });
    show(fold([answer(at(59), [session])]));
    const names = within(
      screen.getByRole("heading", { name: "Also on this launcher" }).parentElement ?? document.body,
    )
      .getAllByRole("link")
      .map((link) => link.querySelector(".id-text > bdi")?.textContent);
    expect(names).toEqual(["8d6b6a6a", "cc3e7e94-0603", "cc3e7e94-ffff"]);
  });
});
