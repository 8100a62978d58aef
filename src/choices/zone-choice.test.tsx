import { act, cleanup, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { chooseZone, useZone, ZONE_FORM } from "./zone-choice.ts";

afterEach(() => {
  cleanup();
  act(() => chooseZone({ name: "local", hours: 24 }));
});

const Shown = () => {
  const { name, hours } = useZone();
  return <p>{`${name}, ${hours} h`}</p>;
};

/** What this tab hears when another one has written. */
function writtenElsewhere(kept: string): void {
  localStorage.setItem("decthings.zone", kept);
  dispatchEvent(new StorageEvent("storage", { key: "decthings.zone", newValue: kept }));
}

describe("the zone of all times", () => {
  it("is the reader's own, with 24 hours, until it is chosen in whichever tab", () => {
    render(<Shown />);
    expect(screen.getByText("local, 24 h")).toBeTruthy();
    act(() => chooseZone({ hours: 12 }));
    expect(screen.getByText("local, 12 h")).toBeTruthy();
    act(() => chooseZone({ name: "Asia/Kolkata" }));
    expect(screen.getByText("Asia/Kolkata, 12 h")).toBeTruthy();
    expect(localStorage.getItem("decthings.zone")).toBe('{"name":"Asia/Kolkata","hours":12}');
    act(() => writtenElsewhere('{"name":"UTC","hours":24}'));
    expect(screen.getByText("UTC, 24 h")).toBeTruthy();
  });

  it.each<[kept: string | null, name: string, hours: number]>([
    [null, "local", 24],
    ["no JSON", "local", 24],
    ['["UTC"]', "local", 24],
    ['{"name":"Europe/Berlin"}', "Europe/Berlin", 24],
    ['{"hours":12}', "local", 12],
    ['{"name":"Mars/Olympus","hours":"12"}', "local", 24],
    ['{"name":{"toString":"UTC"},"hours":13}', "local", 24],
    ['{"__proto__":{"name":"UTC"}}', "local", 24],
  ])("kept as %j is %s with %d hours", (kept, name, hours) => {
    expect(ZONE_FORM.decode(kept)).toEqual({ name, hours });
  });

  it("is read as it was written, and is a zone whatever was", () => {
    const zone = fc.record({
      name: fc.constantFrom("local", "UTC", "Europe/Berlin", "America/New_York"),
      hours: fc.constantFrom(12 as const, 24 as const),
    });
    fc.assert(
      fc.property(zone, (chosen) => {
        expect(ZONE_FORM.decode(ZONE_FORM.encode(chosen))).toEqual(chosen);
      }),
    );
    fc.assert(
      fc.property(hostileText, (name) => {
        const read = ZONE_FORM.decode(JSON.stringify({ name, hours: name }));
        expect(read.hours).toBe(24);
        expect(() =>
          Intl.DateTimeFormat("en", read.name === "local" ? {} : { timeZone: read.name }),
        ).not.toThrow();
      }),
    );
  });
});
