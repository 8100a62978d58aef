import { describe, expect, it } from "vitest";
import { isLoopbackAddress, isLoopbackHost, isLoopbackOrigin } from "./loopback.ts";

describe("what counts as this machine", () => {
  it("are the loopback addresses, also written as IPv6", () => {
    expect(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"].every(isLoopbackAddress)).toBe(true);
    expect(["10.0.0.1", "::ffff:10.0.0.1", "1127.0.0.1", "::", "", undefined].some(isLoopbackAddress)).toBe(
      false,
    );
  });

  it("are its three names, with or without a port", () => {
    expect(["localhost", "LOCALHOST:80", "127.0.0.1:8787", "[::1]:8787"].every(isLoopbackHost)).toBe(true);
    expect(
      ["localhost.example", "example:127", "127.0.0.1.nip.example:1", "", undefined].some(isLoopbackHost),
    ).toBe(false);
  });

  it("are origins of those names", () => {
    expect(["http://localhost:5173", "https://127.0.0.1", "http://[::1]:1"].every(isLoopbackOrigin)).toBe(
      true,
    );
    expect(["null", "", "https://localhost.example", "file://"].some(isLoopbackOrigin)).toBe(false);
  });
});
