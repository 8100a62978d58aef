import { render } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Phase } from "../api/phase.ts";
import { answer, fold } from "../domain/answer-fixture.ts";
import type { Route } from "../url/paths.ts";
import { TabSigns } from "./tab-signs.tsx";

const known = fold([answer(0, [{ id: "5d4015bb-1\u202e", trainings: ["t running"] }])]);
const FACTS = {
  known,
  phase: "live" as Phase,
  isStale: false,
  route: { route: "sessions" } as Route,
  hiddenSince: undefined,
};

beforeEach(() => {
  const link = document.createElement("link");
  link.rel = "icon";
  link.href = "/icon.svg";
  document.head.replaceChildren(link);
});

const icon = () => document.querySelector("link")?.getAttribute("href") ?? "";
function watch(facts: Partial<typeof FACTS> = {}) {
  const { rerender, unmount } = render(<TabSigns {...FACTS} {...facts} />);
  return {
    unmount,
    rerender: (changed: Partial<typeof FACTS>) => rerender(<TabSigns {...FACTS} {...facts} {...changed} />),
  };
}

it("shows title and icon, and the page's own again once it is over", () => {
  const { unmount } = watch();
  expect(document.title).toBe("1 running · Debug Sessions");
  expect(icon()).toMatch(/^data:image\/svg\+xml/);
  unmount();
  expect(document.title).toBe("Debug Sessions");
  expect(icon()).toBe("/icon.svg");
});

it.each<[Phase, boolean, string]>([
  ["live", false, "1 running · Debug Sessions"],
  ["retrying", false, "1 running · Debug Sessions"],
  ["retrying", true, "No answer · Debug Sessions"],
  ["offline", true, "Offline · Debug Sessions"],
  ["waiting", true, "Waiting · Debug Sessions"],
  ["paused", false, "Paused · Debug Sessions"],
  ["unauthorised", false, "Key rejected · Debug Sessions"],
  ["refused", false, "Stopped · Debug Sessions"],
])("tells of the phase %s, stale: %s", (phase, isStale, title) => {
  watch({ phase, isStale });
  expect(document.title).toBe(title);
});

it.each<["timeline" | "launchers", string]>([
  ["timeline", "1 running · Timeline · Debug Sessions"],
  ["launchers", "1 running · Launchers · Debug Sessions"],
])("names the view %s beside what goes on", (route, title) => {
  const { rerender } = watch({ route: { route } });
  expect(document.title).toBe(title);
  rerender({ route: { route: "sessions" } });
  expect(document.title).toBe("1 running · Debug Sessions");
});

it("hides nothing in an id", () => {
  watch({ route: { route: "session", id: "\u202e\u0000ab" } });
  expect(document.title).toBe("⟨U+202E⟩␀ab · Debug Sessions");
});

it("writes nothing where nothing changed", () => {
  const { rerender } = watch();
  const written = vi.fn<() => void>();
  const observer = new MutationObserver(written);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const title = vi.spyOn(document, "title", "set");
  rerender({ known: { ...known } });
  rerender({ phase: "retrying" });
  expect(title).not.toHaveBeenCalled();
  expect(observer.takeRecords()).toEqual([]);
  rerender({ phase: "paused" });
  expect(title).toHaveBeenCalledTimes(1);
  observer.disconnect();
});
