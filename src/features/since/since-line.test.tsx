import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold, type WireFacts } from "../../domain/answer-fixture.ts";
import type { Known } from "../../domain/known.ts";
import { listParams } from "../../url/list-params.ts";
import { readView } from "../../url/view.ts";
import { SinceLine } from "./since-line.tsx";

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 11, 14, 0, 0);
/** Hidden just after the answer of minute 0, seen again just before that of minute 14. */
const AWAY = { at: START + 1_000, returnedAt: START + 14 * MINUTE - 1_000 };
const VIEW = {
  sort: "model",
  group: "launcher",
  range: { kind: "last", name: "12h" },
} as const;

beforeEach(() => {
  vi.useFakeTimers({ now: AWAY.returnedAt });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const at = (minute: number, sessions: readonly WireFacts[]) => answer(START + minute * MINUTE, sessions);
const onDismiss = vi.fn<() => void>();
const line = (known: Known) => <SinceLine known={known} away={AWAY} view={VIEW} onDismiss={onDismiss} />;
const shown = () => screen.queryByRole("status", { name: "Since you looked" });
const text = () => shown()?.textContent.replaceAll(/\s/gu, " ");
const linkTo = (name: string) => {
  const href = screen.getByRole("link", { name }).getAttribute("href") ?? "";
  return readView(listParams, new URL(href, "http://page.example").search).view;
};

const A = { id: "a", startedAt: START - MINUTE, trainings: ["t running"] };
const B = { id: "b", startedAt: START - MINUTE };
const failed = (count: number): readonly WireFacts[] =>
  Array.from({ length: count }, (_, index) => ({ ...A, id: `s${index}`, trainings: ["t failed"] }));
const running = (count: number) => failed(count).map((one) => ({ ...one, trainings: ["t running"] }));

describe("the line about the time away", () => {
  it("counts what happened, each count a link to exactly those sessions", () => {
    const young = ["x", "y"].map((id) => ({ id, startedAt: START + 5 * MINUTE }));
    render(line(fold([at(0, [A, B]), at(6, [{ ...A, trainings: ["t failed"] }, ...young])])));
    expect(text()).toBe("Since you looked, 13 m ago: 2 started · 1 failed · 1 ended");
    expect(linkTo("2 started").ids).toEqual(["x", "y"]);
    expect(linkTo("1 failed")).toMatchObject({ ids: ["a"], ended: "show", ...VIEW });
    expect(linkTo("1 ended").ids).toEqual(["b"]);
  });

  it("says so where some of what happened is in memory no more", () => {
    const known = fold([at(0, [A, B]), at(5, [B])]);
    const { rerender } = render(line({ ...known, wholeFrom: AWAY.at }));
    expect(text()).toBe("Since you looked, 13 m ago: 1 ended");
    rerender(line({ ...known, wholeFrom: AWAY.at + 1 }));
    expect(text()).toBe("Since you looked, 13 m ago, at least: 1 ended");
  });

  it("is not there when nothing happened", () => {
    const { container } = render(line(fold([at(0, [A]), at(6, [A])])));
    expect(container.textContent).toBe("");
  });

  it("leads to the nearest filter where the sessions are too many for a link", () => {
    render(line(fold([at(0, running(21)), at(6, failed(21))])));
    expect(linkTo("21 failed")).toMatchObject({ ids: [], state: ["failed"], sort: "model" });
    expect(screen.getByRole("link", { name: "21 failed" }).title).toBe(
      'Every session in the state "Last training failed"',
    );
  });

  it("is dismissed by a press", () => {
    render(line(fold([at(0, running(1)), at(6, failed(1))])));
    const status = screen.getByRole("status", { name: "Since you looked" });
    fireEvent.click(within(status).getByRole("button", { name: "Dismiss" }));
    expect(onDismiss).toHaveBeenCalledTimes(1);
  });

  it("takes in the first answer after the return, and nothing later", () => {
    const before = fold([at(0, running(3))]);
    const { rerender } = render(line(before));
    expect(shown()).toBeNull();
    const first = fold([at(14, [...failed(1), ...running(3).slice(1)])], before);
    rerender(line(first));
    expect(text()).toContain("1 failed");
    const second = fold([at(15, [...failed(2), ...running(3).slice(2)])], first);
    rerender(line(second));
    expect(text()).toContain("1 failed");
    rerender(line(fold([at(16, failed(3).slice(1))], second)));
    expect(text()).not.toContain("ended");
  });

  it("takes back what turned out not to have happened", () => {
    const missing = fold([at(0, [A, B]), at(6, [A])]);
    const { rerender } = render(line(missing));
    expect(text()).toContain("1 ended");
    rerender(line(fold([at(14, [A, B])], missing)));
    expect(shown()).toBeNull();
  });
});
