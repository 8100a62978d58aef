import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { summarise } from "../../domain/summary-fixture.ts";
import type { Summary } from "../../domain/summary.ts";
import { readView } from "../../url/view.ts";
import { listParams, type ListView } from "../../url/list-params.ts";
import { SummaryStrip } from "./summary-strip.tsx";

const show = (summary: Summary, search = "") => {
  const change = vi.fn<(changes: Partial<ListView>) => void>();
  const { view } = readView(listParams, search);
  render(<SummaryStrip summary={summary} view={view} change={change} renderHeld={() => null} />);
  return change;
};

const held = (all: Summary["gpus"]) => {
  show({ ...summarise([]), gpus: all });
  return screen.getByText("GPU in use").parentElement;
};
const gpus = (model: string) => held([{ model, count: 2 }]);

describe("the GPUs in use", () => {
  it.each([
    [[], "0", undefined],
    [[{ model: "T4", count: 0.5 }], "0.5", "× T4"],
    [
      [
        { model: "L4", count: 1_848 },
        { model: "A·100", count: 2.25 },
      ],
      "1850.25",
      "1848 × L4 · 2.25 × A·100",
    ],
  ])("are counted in all, and told by model: %j", (all, total, models) => {
    const stat = held(all);
    expect(stat?.querySelector(".v")?.firstChild?.textContent).toBe(total);
    expect(stat?.querySelector("bdi")?.textContent).toBe(models);
    // And to who asks, where there is no room for several; else what is told is where the figures come from.
    expect(stat?.querySelector(".v")?.getAttribute("title")).toBe(all.length > 1 ? models : null);
  });

  it("hide nothing of a hostile model, and isolate it", () => {
    const stat = gpus("A\u202e100\u0000");
    expect(stat?.querySelector("bdi")?.textContent).toBe("× A⟨U+202E⟩100␀");
  });

  it("name no more of a model than anyone can read", () => {
    expect(gpus("x".repeat(10_000))?.textContent.length).toBeLessThan(3_000);
  });
});

describe("large figures", () => {
  it("have their digits grouped", () => {
    const { trainings } = summarise([]);
    show({ ...summarise([]), sessions: 10_000, ended: 12_345, trainings: { ...trainings, failed: 23_244 } });
    const text = screen.getByRole("region", { name: "Summary" }).textContent;
    for (const figure of ["10\u202f000", "12\u202f345", "23\u202f244"]) expect(text).toContain(figure);
  });
});

describe("a count", () => {
  const counts: Summary = {
    ...summarise([]),
    sessions: 3,
    ended: 2,
    trainings: { starting: 1, running: 4, completed: 5, failed: 6, unrecognised: 7 },
  };
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
  const pressed = () => screen.queryAllByRole("button", { pressed: true }).map((one) => one.textContent);

  it.each<[count: string, search: string, changes: Partial<ListView>]>([
    ["3 sessions", "", { ended: "hide" }],
    ["3 sessions", "?ended=hide", { ended: "show" }],
    ["3 sessions", "?ended=only", { ended: "hide" }],
    ["+ 2 ended", "", { ended: "only" }],
    ["+ 2 ended", "?ended=only", { ended: "show" }],
    ["1 starting", "", { state: ["starting"] }],
    ["1 starting", "?state=failed", { state: ["starting", "failed"] }],
    ["4 running", "?state=running,failed", { state: ["failed"] }],
    ["5 completed", "", { state: ["idle"] }],
    ["6 failed", "?state=failed", { state: [] }],
  ])("%s at /%s asks for %o", (name, search, changes) => {
    const change = show(counts, search);
    press(name);
    expect(change.mock.calls).toEqual([[changes]]);
  });

  it("shows that it is pressed, and no other does", () => {
    show(counts, "?state=failed,idle&ended=only");
    expect(pressed()).toEqual(["+ 2 ended", "5 completed", "6 failed"]);
  });

  it("of a state that nobody knows filters nothing", () => {
    show(counts);
    expect(screen.queryByRole("button", { name: /unrecognised/u })).toBeNull();
  });

  it("of those that ended can be taken off when none is left", () => {
    show({ ...counts, ended: 0 }, "?ended=only");
    expect(pressed()).toEqual(["+ 0 ended"]);
  });
});
