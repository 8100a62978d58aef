import { describe, expect, it } from "vitest";
import { PageConfigError, readPageConfig } from "./page-config.ts";

const origin = "http://127.0.0.1:4173";

describe("config.json", () => {
  it("gives the mode and an absolute address for a path", () => {
    expect(readPageConfig({ mode: "demo", apiAddress: "/v0", actions: false }, origin)).toEqual({
      mode: "demo",
      apiAddress: `${origin}/v0`,
      actions: false,
    });
  });

  it("keeps an absolute address, without a trailing slash", () => {
    const config = readPageConfig({ mode: "direct", apiAddress: "https://api.example/v0/" }, origin);
    expect(config).toEqual({ mode: "direct", apiAddress: "https://api.example/v0", actions: false });
  });

  it.each([
    [null],
    ["demo"],
    [{}],
    [{ mode: "other", apiAddress: "/v0" }],
    [{ mode: "demo" }],
    [{ mode: "demo", apiAddress: 7 }],
    [{ mode: "demo", apiAddress: "javascript:alert(1)" }],
    [{ mode: "demo", apiAddress: "http://" }],
    [{ mode: "demo", apiAddress: "/v0?key=x" }],
    [{ mode: "demo", apiAddress: "https://user:secret@api.example/v0" }],
  ])("refuses %j with a sentence", (json) => {
    expect(() => readPageConfig(json, origin)).toThrow(PageConfigError);
  });
});
