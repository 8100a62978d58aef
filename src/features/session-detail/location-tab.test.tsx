import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold } from "../../domain/answer-fixture.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import type { Known, KnownSession } from "../../domain/known.ts";
import type { Location } from "../../domain/session.ts";
import { LocationTab } from "./location-tab.tsx";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 11, 14, 0, 0);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const at = (location: Location): KnownSession => {
  const known = knownSession({ id: "this", startedAt: NOW - 30 * MINUTE });
  return { ...known, session: { ...known.session, location } };
};
const SPEC = {
  cpus: 0.25,
  memoryMebibytes: 65_536.5,
  diskMebibytes: 512,
  gpus: { count: 2, model: "L4\u202e" },
};

function show(session: KnownSession, others: readonly KnownSession[] = []) {
  const known: Known = {
    ...fold([answer(NOW - MINUTE, [])]),
    sessions: new Map([session, ...others].map((one) => [one.session.id, one])),
  };
  render(<LocationTab session={session} known={known} staleFrom={undefined} zone="UTC" />);
}

const figures = () =>
  screen
    .getAllByRole("term")
    .map((term) => [
      term.textContent,
      ...[...(term.nextElementSibling?.children ?? [])].map(({ textContent }) =>
        textContent.replaceAll(/\s/g, " "),
      ),
    ]);

describe("where a session runs", () => {
  it("is told line by line, as it reads and as the API gave it", () => {
    show(at({ kind: "temporary", spec: SPEC }));
    expect(figures()).toEqual([
      ["vCPU", "0.25", "cpus 0.25"],
      ["Memory", "64 GiB", "65 536.5 MiB"],
      ["Swap", "not set"],
      ["Disk", "512 MiB", "512 MiB"],
      ["GPU", "2 × L4⟨U+202E⟩", "count 2, model L4⟨U+202E⟩"],
    ]);
    expect(screen.queryByText("Sessions on this launcher")).toBeNull();
  });

  it("names a persistent launcher whole and leads to it", () => {
    const launcherId = "d1f241b6-a000-470f-a235-78fb924cc71b";
    show(at({ kind: "persistent", launcherId, spec: SPEC }));
    expect(figures()[0]).toEqual(["Launcher id", launcherId]);
    expect(screen.getByRole("link", { name: "Open launcher" }).getAttribute("href")).toBe(
      `/launchers?launcher=${launcherId}`,
    );
  });

  it.each<[Location, RegExp]>([
    [{ kind: "absent" }, /did not say where/],
    [{ kind: "unrecognised", type: "edge\u0007Device" }, /does not know: edge␇Device/],
  ])("says so where there is no specification: %j", (location, words) => {
    show(at(location));
    expect(document.body.textContent).toMatch(words);
  });
});

describe("the sessions on a launcher", () => {
  const here = (index: number, facts: Partial<KnownSession> = {}): KnownSession => ({
    ...knownSession({
      id: `other-${String(index).padStart(2, "0")}`,
      startedAt: NOW - (60 - index) * MINUTE,
      on: { launcher: "rack" },
      trainings: ["running"],
    }),
    ...facts,
  });
  const own = (facts: Partial<KnownSession> = {}): KnownSession => ({
    ...knownSession({ id: "this", startedAt: NOW - 30 * MINUTE, on: { launcher: "rack" } }),
    ...facts,
  });
  const lines = () =>
    screen
      .getAllByRole("listitem")
      .map((line) => line.querySelector(".lab")?.textContent.replaceAll(/\s/g, " ") ?? "");

  it("are those of now and the one of the page, newest first, each with its strip", () => {
    show(own(), [here(1), here(40), here(50, { ended: { after: 1, by: 2 } })]);
    const [newer = "", mine = "", older = ""] = lines();
    expect(lines()).toHaveLength(3);
    expect(newer).toContain("other-40");
    expect(mine).toContain("this session");
    expect(older).toContain("other-01");
    expect(screen.getByText("3 now · they share its specification")).toBeTruthy();
    for (const line of screen.getAllByRole("listitem"))
      expect(line.querySelector("[data-strip-session]")).toBeTruthy();
  });

  it("lead to their pages, except the one that is shown", () => {
    show(own(), [here(1)]);
    const list = screen.getByRole("list");
    expect(within(list).getAllByRole("link")).toHaveLength(1);
    expect(within(list).getByRole("link").getAttribute("href")).toBe("/sessions/other-01");
  });

  it("do not leave out the one of the page, and tell how many more there are", () => {
    show(
      own({ ended: { after: NOW - 2 * MINUTE, by: NOW - MINUTE } }),
      Array.from({ length: 20 }, (_, index) => here(index + 31)),
    );
    expect(lines()).toHaveLength(12);
    expect(lines().at(-1)).toContain("this session");
    expect(screen.getByText("20 now · they share its specification")).toBeTruthy();
    expect(screen.getByRole("link", { name: "9 other sessions" }).getAttribute("href")).toBe(
      "/?launcher=rack",
    );
  });
});
