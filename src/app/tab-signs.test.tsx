import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Phase } from "../api/phase.ts";
import { recalledQuery } from "../api/recalled-query.ts";
import { answer, fold } from "../domain/answer-fixture.ts";
import { knownSession } from "../domain/known-fixture.ts";
import type { KnownSession } from "../domain/known.ts";
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
  const connection = { serial: 1, recall: () => Promise.resolve(undefined) };
  const kept = new QueryClient();
  const { rerender, unmount } = render(<TabSigns connection={connection} {...FACTS} {...facts} />, {
    wrapper: ({ children }) => <QueryClientProvider client={kept}>{children}</QueryClientProvider>,
  });
  return {
    unmount,
    /** What its page had from what is kept. */
    recall: (session: KnownSession) =>
      kept.setQueryData(recalledQuery(connection, session.session.id).queryKey, session),
    rerender: (changed: Partial<typeof FACTS>) =>
      rerender(<TabSigns connection={connection} {...FACTS} {...facts} {...changed} />),
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

it("tells of a session that its page has from what is kept", async () => {
  const { recall } = watch({ route: { route: "session", id: "d28c0d19" } });
  expect(document.title).toBe("d28c0d19 · Debug Sessions");
  recall(knownSession({ id: "d28c0d19", ended: { after: 1, by: 2 } }));
  await vi.waitFor(() => expect(document.title).toBe("d28c0d19 ended · Debug Sessions"));
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
