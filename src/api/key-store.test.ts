import { afterEach, describe, expect, it, vi } from "vitest";
import { currentKey, forgetKey, keepKey } from "./key-store.ts";

afterEach(() => {
  vi.restoreAllMocks();
  forgetKey();
});

/** Everything a storage holds, as one text. */
const held = (storage: Storage): string =>
  Array.from({ length: storage.length }, (_, i) => {
    const name = storage.key(i) ?? "";
    return `${name}=${storage.getItem(name)}`;
  }).join("\n");

describe("the key of this tab", () => {
  it("is in memory only, unless the person asks otherwise", () => {
    keepKey("canary", false);
    expect(currentKey()).toBe("canary");
    expect(held(sessionStorage) + held(localStorage)).not.toContain("canary");
  });

  it("is in session storage when the person ticked it, and nowhere else", () => {
    keepKey("canary", true);
    expect(held(sessionStorage)).toContain("canary");
    expect(held(localStorage)).not.toContain("canary");
  });

  it("leaves no trace of an earlier key that was kept", () => {
    keepKey("first", true);
    keepKey("second", false);
    expect(held(sessionStorage)).not.toContain("first");
    expect(currentKey()).toBe("second");
  });

  it("is forgotten everywhere", () => {
    keepKey("canary", true);
    forgetKey();
    expect(currentKey()).toBeUndefined();
    expect(held(sessionStorage)).not.toContain("canary");
  });

  it("works where storage is denied", () => {
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(denied);
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(denied);
    vi.spyOn(Storage.prototype, "removeItem").mockImplementation(denied);
    keepKey("canary", true);
    expect(currentKey()).toBe("canary");
  });
});
