import { describe, expect, it } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 37_000],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 37_000],
    ["Sun Nov  6 08:49:37 1994", 37_000],
    ["Sun, 06 Nov 1994 08:48:00 GMT", 0],
  ])("%s asks to wait %d ms", (value, wait) => {
    expect(readRetryAfter(new Headers({ "Retry-After": value }), NOW)).toBe(wait);
  });

  it.each(["", "-5", "1.5", "soon", "Sun, nonsense", "9".repeat(40)])("%j asks nothing", (value) => {
    expect(readRetryAfter(new Headers({ "Retry-After": value }), NOW)).toBeUndefined();
  });

  it("that is missing asks nothing", () => {
    expect(readRetryAfter(new Headers(), NOW)).toBeUndefined();
  });
});
