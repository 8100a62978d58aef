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

  it.each([
    ["Sun, 06 Nov 1994 09:09:00 GMT", undefined, 5 * 60_000],
    ["Sun, 06 Nov 1994 09:09:00 GMT", "60", 4 * 60_000],
    ["Sun, 06 Nov 1994 09:09:00 GMT", "a while", 5 * 60_000],
    ["Sun, 06 Nov 1994 08:59:00 GMT", undefined, 0],
  ])("%s is a date of a server whose clock is 15 minutes ahead, with age %s: %d ms", (value, age, wait) => {
    const headers = new Headers({ "Retry-After": value, Date: "Sun, 06 Nov 1994 09:04:00 GMT" });
    if (age !== undefined) headers.set("Age", age);
    expect(readRetryAfter(headers, NOW)).toBe(wait);
  });

  it("goes by this machine's clock where the server's is no date", () => {
    const headers = new Headers({ "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT", Date: "today" });
    expect(readRetryAfter(headers, NOW)).toBe(37_000);
  });

  it.each(["", "-5", "1.5", "soon", "Sun, nonsense", "9".repeat(40)])("%j asks nothing", (value) => {
    expect(readRetryAfter(new Headers({ "Retry-After": value }), NOW)).toBeUndefined();
  });

  it("that is missing asks nothing", () => {
    expect(readRetryAfter(new Headers(), NOW)).toBeUndefined();
  });
});
