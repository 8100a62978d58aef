import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortNumber } from "./short-number.ts";

describe("a count in a narrow column", () => {
  it.each([
    [0, "0"],
    [987, "987"],
    [1_000, "1k"],
    [1_299, "1.2k"],
    [9_999, "9.9k"],
    [10_000, "10k"],
    [999_999, "999k"],
    [1_000_000, "1M"],
    [3_450_000, "3.4M"],
  ])("of %d is %s", (count, text) => {
    expect(shortNumber(count)).toBe(text);
  });

  it("takes no more than four characters, and never says more than there are", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (count) => {
        const text = shortNumber(count);
        expect(text.length).toBeLessThanOrEqual(4);
        const times = { k: 1e3, M: 1e6 }[text.slice(-1)] ?? 1;
        expect(Number.parseFloat(text) * times).toBeLessThanOrEqual(count + 1e-6 * times);
      }),
    );
  });
});
