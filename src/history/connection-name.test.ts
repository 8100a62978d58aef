// @vitest-environment node
import { afterEach, describe, expect, it, vi } from "vitest";
import { connectionName } from "./connection-name.ts";

const ADDRESS = "https://api.example/v0";

afterEach(() => vi.unstubAllGlobals());

describe("the name of a connection", () => {
  it("is the address where there is no key", async () => {
    expect(await connectionName("/v0")).toBe("/v0");
  });

  it("holds the beginning of the SHA-256 of the key, and nothing of the key", async () => {
    expect(await connectionName(ADDRESS, "abc")).toBe(`${ADDRESS}#ba7816bf8f01cfea`);
  });

  it("differs between two keys at one address, and between one key at two addresses", async () => {
    const names = await Promise.all([
      connectionName(ADDRESS, "key one"),
      connectionName(ADDRESS, "key two"),
      connectionName("/v0", "key one"),
      connectionName(ADDRESS, ""),
      connectionName(ADDRESS),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is the same each time", async () => {
    expect(await connectionName(ADDRESS, "key")).toBe(await connectionName(ADDRESS, "key"));
  });

  it("does not exist for a key where the browser makes no fingerprints", async () => {
    vi.stubGlobal("crypto", {});
    expect(await connectionName(ADDRESS, "key")).toBeUndefined();
    expect(await connectionName(ADDRESS)).toBe(ADDRESS);
  });
});
