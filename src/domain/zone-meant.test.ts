import { describe, expect, it } from "vitest";
import { zoneMeant } from "./zone-meant.ts";

describe("the zone that a person means", () => {
  const LISTED = ["Europe/Berlin", "Asia/Calcutta"];
  it.each<[typed: string, zone: string | undefined]>([
    ["Europe/Berlin", "Europe/Berlin"],
    [" europe/berlin ", "Europe/Berlin"],
    // Not listed, and known all the same.
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["utc", "UTC"],
    ["", undefined],
    ["Europe/Ber", undefined],
    ["local", undefined],
    ["Mars/Olympus", undefined],
    ["<img src=x>", undefined],
  ])("who types %j is %j", (typed, zone) => {
    expect(zoneMeant(typed, LISTED)).toBe(zone);
  });
});
