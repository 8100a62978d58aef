import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold } from "../../domain/answer-fixture.ts";
import type { Known } from "../../domain/known.ts";
import { chooseNotices } from "./choice-store.ts";
import { fakeNotifications } from "./notification-fixture.ts";
import { TrainingNotices } from "./training-notices.tsx";

/** What is known after polls that show the states of trainings `t0`, `t1` ... of the session `s`. */
const polls = (...states: readonly string[]): Known =>
  fold(
    states.map((list, index) =>
      answer(index * 5_000, [{ trainings: list.split(" ").map((state, number) => `t${number} ${state}`) }]),
    ),
  );

beforeEach(() => {
  chooseNotices(undefined, true);
});
afterEach(() => {
  cleanup();
  chooseNotices(undefined, false);
  chooseNotices("s", false);
  vi.unstubAllGlobals();
});

function watch(known: Known, { answered = true, isPoller = true } = {}) {
  const notices = (now: Known, facts = { answered, isPoller }) => <TrainingNotices known={now} {...facts} />;
  const { rerender } = render(notices(known));
  return (now: Known, facts?: { answered: boolean; isPoller: boolean }) => rerender(notices(now, facts));
}

describe("the notices of trainings", () => {
  it("are shown when they end, once", () => {
    const { shown } = fakeNotifications("granted");
    const next = watch(polls("running starting"));
    next(polls("running starting", "completed failed"));
    expect(shown).toEqual(["Training failed", "Training completed"]);
    next(polls("running starting", "completed failed", "completed failed"));
    expect(shown).toHaveLength(2);
  });

  it("lead to the training", () => {
    const notifications = fakeNotifications("granted");
    const focus = vi.spyOn(window, "focus").mockReturnValue();
    const next = watch(polls("running"));
    next(polls("running", "failed"));
    act(() => notifications.click());
    expect(location.pathname + location.search).toBe("/sessions/s?training=t0");
    expect(focus).toHaveBeenCalledTimes(1);
    history.replaceState(null, "", "/");
  });

  it("are not of what was known before an answer came to this page", () => {
    const { shown } = fakeNotifications("granted");
    const next = watch(polls("running"), { answered: false });
    next(polls("running", "failed"), { answered: true, isPoller: true });
    expect(shown).toEqual([]);
  });

  it("are another tab's while that one polls, and this one's from then on", () => {
    const { shown } = fakeNotifications("granted");
    const next = watch(polls("running running"), { isPoller: false });
    next(polls("running running", "failed running"));
    expect(shown).toEqual([]);
    next(polls("running running", "failed running", "failed completed"), { answered: true, isPoller: true });
    expect(shown).toEqual(["Training completed"]);
  });

  it("are of the chosen sessions only", () => {
    const { shown } = fakeNotifications("granted");
    chooseNotices(undefined, false);
    const next = watch(polls("running running"));
    next(polls("running running", "failed running"));
    expect(shown).toEqual([]);
    act(() => chooseNotices("s", true));
    expect(shown).toEqual([]);
    next(polls("running running", "failed running", "failed completed"));
    expect(shown).toEqual(["Training completed"]);
  });

  it("are not shown where the browser does not allow them", () => {
    const { shown } = fakeNotifications("denied");
    const next = watch(polls("running"));
    next(polls("running", "failed"));
    expect(shown).toEqual([]);
  });

  it("take nothing down where the browser refuses at the last moment", () => {
    fakeNotifications("granted");
    const refusing = Object.assign(
      function refuse() {
        throw new TypeError("Illegal constructor");
      },
      { permission: "granted" },
    );
    vi.stubGlobal("Notification", refusing);
    const next = watch(polls("running"));
    expect(() => next(polls("running", "failed"))).not.toThrow();
  });
});
