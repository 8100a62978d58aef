import { describe, expect, it } from "vitest";
import { PageConfigError, readPageConfig } from "./page-config.ts";

const origin = "http://127.0.0.1:4173";

describe("config.json", () => {
  it("gives the mode and an absolute address for a path", () => {
    expect(readPageConfig({ mode: "demo", apiAddress: "/v0", actions: false }, origin)).toEqual({
      mode: "demo",
      apiAddress: `${origin}/v0`,
      needsToken: false,
    });
  });

  it("keeps an absolute address, without a trailing slash", () => {
    const config = readPageConfig({ mode: "direct", apiAddress: "https://api.example/v0/" }, origin);
    expect(config).toEqual({
      mode: "direct",
      apiAddress: "https://api.example/v0",
      needsToken: false,
    });
  });

  it("says that the server wants its token first, in no other word than its own", () => {
    const needsToken = (access: unknown) =>
      readPageConfig({ mode: "gateway", apiAddress: "/v0", access }, origin).needsToken;
    expect(["needed", "given", true, undefined].map(needsToken)).toEqual([true, false, false, false]);
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
    [{ mode: "demo", apiAddress: "/v0#key" }],
  ])("refuses %j", (json) => {
    expect(() => readPageConfig(json, origin)).toThrow(PageConfigError);
  });
});
