import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_FILTER } from "../domain/filter.ts";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { chooseTheme, currentTheme } from "../choices/theme-choice.ts";
import type { ListView } from "../url/list-params.ts";
import { listParams } from "../url/list-params.ts";
import { readView } from "../url/view.ts";
import { commandsOf, type CommandSources } from "./commands.ts";
import type { Shortcuts } from "./use-shortcuts.ts";

let done: unknown[] = [];

beforeEach(() => {
  done = [];
});
afterEach(() => chooseTheme("auto"));

// Object.fromEntries forgets which keys; these are those of the table.
const NOTED = Object.fromEntries(
  Object.keys(SHORTCUTS).map((name) => [name, () => void done.push(name)]),
) as Shortcuts;

const commands = (search = "", sources: Partial<CommandSources> = {}) => {
  const { view } = readView(listParams, search);
  return commandsOf({
    shortcuts: NOTED,
    view,
    change: (changes: Partial<ListView>) => void done.push(changes),
    route: "sessions",
    range: view.range,
    onRange: (range) => void done.push(range),
    onRefresh: () => void done.push("poll"),
    onSettings: () => void done.push("settings"),
    ...sources,
  });
};
const run = (label: string, search = "") => {
  const command = commands(search).find((candidate) => candidate.label === label);
  if (!command) throw new Error(`There is no command ${label}.`);
  command.run();
};
const so = (search: string) =>
  commands(search)
    .filter(({ isSo }) => isSo)
    .map(({ label }) => label);

describe("the commands of the palette", () => {
  it("are each there once", () => {
    for (const key of ["id", "label"] as const) {
      const all = commands().map((command) => command[key]);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it("say what is so already", () => {
    expect(so("")).toEqual([
      "Time range: last 3 h",
      "Group: none",
      "Sort: newest",
      "Ended sessions: show",
      "Theme: as the system",
    ]);
    expect(so("?range=all&group=model&sort=activity&ended=only")).toEqual([
      "Time range: all",
      "Group: by model",
      "Sort: activity",
      "Ended sessions: nothing else",
      "Theme: as the system",
    ]);
    expect(so("?from=2026-03-11T10:00:00Z&to=2026-03-11T11:00:00Z")).not.toContain("Time range: last 3 h");
  });

  it.each<[label: string, what: unknown]>([
    ["Go to Sessions", "sessions"],
    ["Pause updates", "pause"],
    ["Poll now", "poll"],
    ["Filter by text", "search"],
    ["Clear all filters", NO_FILTER],
    ["Time range: last 15 min", { kind: "last", name: "15m" }],
    ["Group: by launcher", { group: "launcher" }],
    ["Sort: oldest", { sort: "started" }],
    ["Ended sessions: hide", { ended: "hide" }],
    ["Settings", "settings"],
    ["Keyboard shortcuts", "help"],
  ])("%s does that and nothing else", (label, what) => {
    run(label);
    expect(done).toEqual([what]);
  });

  it("resume where updates are paused", () => {
    run("Resume updates", "?paused=1");
    expect(done).toEqual(["pause"]);
  });

  it("choose the theme", () => {
    run("Theme: dark");
    expect(currentTheme()).toBe("dark");
  });

  it("name the shortcuts of those that have one", () => {
    const keys = commands().flatMap((command) => (command.keys === undefined ? [] : [command.keys]));
    expect(keys.toSorted()).toEqual(
      Object.values(SHORTCUTS)
        .filter((key) => key !== SHORTCUTS.palette)
        .toSorted(),
    );
  });

  it("offer to sort and group only where the list is shown", () => {
    const elsewhere = commands("", { route: "timeline" }).map(({ label }) => label);
    expect(elsewhere.filter((label) => /^(Sort|Group)/.test(label))).toEqual([]);
    expect(elsewhere.filter((label) => /^(Ended|Filter|Clear)/.test(label))).toHaveLength(6);
  });

  it("offer to filter only where there are filters", () => {
    const elsewhere = commands("", { route: "launchers" }).map(({ label }) => label);
    expect(elsewhere.filter((label) => /^(Sort|Group|Ended|Filter|Clear)/.test(label))).toEqual([]);
    expect(elsewhere).toContain("Time range: all");
  });
});
