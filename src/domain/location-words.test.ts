import { describe, expect, it } from "vitest";
import { locationParts, locationTitle } from "./location-words.ts";
import type { Location } from "./session.ts";

const spec = { cpus: 16, memoryMebibytes: 65_536, gpus: { model: "L4", count: 2 } };

describe("a location in a few words", () => {
  it.each<[Location, readonly string[], string]>([
    [
      { kind: "persistent", launcherId: "rack-1", spec },
      ["16\u202fvCPU", "64\u202fGiB", "2×\u202fL4"],
      "Persistent launcher rack-1",
    ],
    [
      { kind: "temporary", spec: { cpus: 0.25, memoryMebibytes: 512 } },
      ["0.25\u202fvCPU", "512\u202fMiB"],
      "Temporary launcher",
    ],
    [{ kind: "unrecognised", type: "moonBase" }, ["moonBase"], "Unrecognised location: moonBase"],
    [{ kind: "absent" }, ["not told"], "No location"],
  ])("of %j", (location, parts, title) => {
    expect(locationParts(location)).toEqual(parts);
    expect(locationTitle(location)).toBe(title);
  });
});
