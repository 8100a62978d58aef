import { describe, expect, it } from "vitest";
import { findCommands } from "./palette-command.ts";

const LABELS = [
  "Go to Sessions",
  "Sort: newest",
  "Sort: oldest",
  "Time range: last 3 h",
  "Theme: as the system",
];
const COMMANDS = LABELS.map((label) => ({ id: label, label, run: () => undefined }));
const labels = (query: string) => findCommands(COMMANDS, query).map(({ label }) => label);

describe("the search of commands", () => {
  it.each<[query: string, found: readonly string[]]>([
    ["", LABELS],
    ["   ", LABELS],
    ["SORT", ["Sort: newest", "Sort: oldest"]],
    ["old sort", ["Sort: oldest"]],
    ["3", ["Time range: last 3 h"]],
    // A word that begins so comes before one that only holds it.
    ["s", ["Go to Sessions", "Sort: newest", "Sort: oldest", "Theme: as the system", "Time range: last 3 h"]],
    ["(", []],
    ["\u0000", []],
  ])("for %j finds %j", (query, found) => {
    expect(labels(query)).toEqual(found);
  });
});
