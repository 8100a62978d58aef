import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold } from "../../domain/answer-fixture.ts";
import type { Known } from "../../domain/known.ts";
import { chooseNotices } from "./choice-store.ts";
import { fakeNotifications } from "./notification-fixture.ts";
import { fakeLocks } from "../../api/locks-fixture.ts";
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

const LOOKING = { answered: true, paused: false, connection: "one" };

function watch(known: Known, looking: Partial<typeof LOOKING> = {}) {
  const notices = (now: Known, facts = looking) => <TrainingNotices known={now} {...LOOKING} {...facts} />;
  const { rerender } = render(notices(known));
  return (now: Known, facts?: Partial<typeof LOOKING>) => rerender(notices(now, facts));
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
    next(polls("running", "failed"), { answered: true });
    expect(shown).toEqual([]);
  });

  it("are told by one tab of several, and by the next once that one is paused", async () => {
    vi.stubGlobal("navigator", { locks: fakeLocks() });
    const { shown } = fakeNotifications("granted");
    const turns = () => act(async () => {});
    const [first, second] = [watch(polls("running running")), watch(polls("running running"))];
    await turns();
    for (const next of [first, second]) next(polls("running running", "failed running"));
    expect(shown).toEqual(["Training failed"]);
    first(polls("running running", "failed running"), { paused: true });
    await turns();
    second(polls("running running", "failed running", "failed completed"));
    expect(shown).toEqual(["Training failed", "Training completed"]);
  });

  it("of another connection are not in the way", async () => {
    vi.stubGlobal("navigator", { locks: fakeLocks() });
    const { shown } = fakeNotifications("granted");
    const tabs = ["one", "other"].map((connection) => watch(polls("running"), { connection }));
    await act(async () => {});
    for (const next of tabs) next(polls("running", "failed"));
    expect(shown).toHaveLength(2);
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
