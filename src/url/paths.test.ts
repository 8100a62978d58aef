import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { listParams } from "./list-params.ts";
import { hasPage, launchersPath, matchRoute, sessionPath, sessionsPath, timelinePath } from "./paths.ts";
import { sessionParams } from "./session-params.ts";
import { readView } from "./view.ts";

/** What a browser makes of a path in a link. */
const visit = (path: string) => new URL(path, "http://localhost");

describe("every path of the dashboard", () => {
  it.each([
    [sessionsPath(), "/", { route: "sessions" }],
    [sessionsPath({ ids: ["a b", "c"], paused: true }), "/?ids=a%20b,c&paused=1", { route: "sessions" }],
    [sessionPath("7"), "/sessions/7", { route: "session", id: "7" }],
    [sessionPath("7", { tab: "raw" }), "/sessions/7?tab=raw", { route: "session", id: "7" }],
    [sessionPath("a/b?c#d e"), "/sessions/a%2Fb%3Fc%23d%20e", { route: "session", id: "a/b?c#d e" }],
    [sessionPath("100%"), "/sessions/100%25", { route: "session", id: "100%" }],
    [timelinePath(), "/timeline", { route: "timeline" }],
    [timelinePath({ group: "launcher" }), "/timeline", { route: "timeline" }],
    [
      timelinePath({ group: "none", model: ["m,n"], range: { kind: "last", name: "1h" } }),
      "/timeline?model=m%252Cn&group=none&range=1h",
      { route: "timeline" },
    ],
    [launchersPath(), "/launchers", { route: "launchers" }],
    [launchersPath({ launcher: ["a b", "c"] }), "/launchers?launcher=a%20b,c", { route: "launchers" }],
  ])("%s is spelt %s", (path, spelling, route) => {
    expect(path).toBe(spelling);
    expect(matchRoute(visit(path).pathname)).toEqual(route);
  });
});

it.each(["", "/", "/index.html"])("the list is at %j", (pathname) => {
  expect(matchRoute(pathname)).toEqual({ route: "sessions" });
});

describe("sessionPath", () => {
  it("leads to the page of any id that can have one, with U+FFFD for half a surrogate pair", () => {
    fc.assert(
      fc.property(hostileText.filter(hasPage), (id) => {
        expect(matchRoute(visit(sessionPath(id)).pathname)).toEqual({
          route: "session",
          id: toWellFormed(id),
        });
      }),
    );
  });

  it.each(["", ".", ".."])("leads to the expanded row of the id %j, which can have no page", (id) => {
    expect(hasPage(id)).toBe(false);
    const { pathname, search } = visit(sessionPath(id, { tab: "raw" }));
    expect(matchRoute(pathname)).toEqual({ route: "sessions" });
    expect(readView(listParams, search)).toMatchObject({ view: { open: [id] }, ignored: [] });
  });

  it.each(["...", "%2e", "%2E%2E", ".%2e", " ", "__proto__", "\\..\\"])("gives the id %j a page", (id) => {
    expect(matchRoute(visit(sessionPath(id)).pathname)).toEqual({ route: "session", id });
  });

  it("carries the view of the page", () => {
    const { search } = visit(sessionPath("7", { tab: "activity", training: "t&1" }));
    expect(readView(sessionParams, search).view).toMatchObject({ tab: "activity", training: "t&1" });
  });

  it("works far beyond 2,000 characters", () => {
    const id = "é/".repeat(2_000);
    const path = sessionPath(id, { training: id });
    expect(path.length).toBeGreaterThan(20_000);
    expect(matchRoute(visit(path).pathname)).toEqual({ route: "session", id });
    expect(readView(sessionParams, visit(path).search).view.training).toBe(id);
  });
});

describe("matchRoute", () => {
  it.each(["/timeline/", "/launchers/", "/sessions/7/"])("allows the slash at the end of %s", (pathname) => {
    expect(matchRoute(pathname)).toEqual(matchRoute(pathname.slice(0, -1)));
    expect(matchRoute(pathname).route).not.toBe("not-found");
  });

  it.each([
    "//",
    "/sessions",
    "/sessions/",
    "/sessions//",
    "/sessions/7/raw",
    "/sessions/.",
    "/sessions/%2e%2E",
    "/sessions/%",
    "/sessions/%E0%A4%A",
    "/sessions/%ED%A0%80",
    "/Timeline",
    "/timeline/x",
    "/launchers/7",
    "/__proto__",
    "sessions/7",
    "x/sessions/7",
  ])("finds nothing at %s", (pathname) => {
    expect(matchRoute(pathname)).toEqual({ route: "not-found" });
  });

  it("has an answer for any path", () => {
    fc.assert(
      fc.property(hostileText, (rest) => {
        expect(["session", "not-found"]).toContain(matchRoute(`/sessions/${rest}`).route);
      }),
    );
  });
});
