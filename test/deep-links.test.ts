/** What is told of links, beside what src/url reads and writes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVENT_KINDS } from "../src/domain/event-kinds.ts";
import { ENDED_CHOICES, LOCATION_KINDS } from "../src/domain/filter.ts";
import { GROUPS } from "../src/domain/group.ts";
import { LAUNCHER_SORTS } from "../src/domain/launcher-sorts.ts";
import { LIVE_ACTIVITIES } from "../src/domain/session-facts.ts";
import { SORTS } from "../src/domain/sort.ts";
import { RANGE_ORDER } from "../src/domain/time-range.ts";
import { fitParams } from "../src/url/fit-params.ts";
import { launchersParams } from "../src/url/launchers-params.ts";
import { listParams } from "../src/url/list-params.ts";
import { matchRoute } from "../src/url/paths.ts";
import { SESSION_TABS, sessionParams } from "../src/url/session-params.ts";
import { timelineParams } from "../src/url/timeline-params.ts";
import { type Params, readView } from "../src/url/view.ts";

const ROOT = join(import.meta.dirname, "..");
const page = readFileSync(join(ROOT, "docs/deep-links.md"), "utf8");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");

const reader =
  <V extends object>(params: Params<V>) =>
  (search: string) =>
    readView(params, search);

const namesOf = (params: object): readonly string[] =>
  Object.values(params).flatMap(({ names }: { readonly names: readonly string[] }) => names);

const ofList = { ...listParams, ...fitParams };

const ROUTES = [
  { route: "/", names: namesOf(ofList), read: reader(ofList), sorts: SORTS },
  { route: "/sessions/:id", names: namesOf(sessionParams), read: reader(sessionParams), sorts: [] },
  { route: "/timeline", names: namesOf(timelineParams), read: reader(timelineParams), sorts: [] },
  {
    route: "/launchers",
    names: namesOf(launchersParams),
    read: reader(launchersParams),
    sorts: LAUNCHER_SORTS,
  },
] as const;

/** All that a parameter may be, where that is a choice of words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  state: LIVE_ACTIVITIES,
  location: LOCATION_KINDS,
  group: GROUPS,
  ended: ENDED_CHOICES,
  range: RANGE_ORDER,
  tab: SESSION_TABS,
  events: EVENT_KINDS,
};

const quoted = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, word = ""]) => word);

/** The rows of a route's table: parameter, values, default. */
function rowsOf(route: string) {
  const [, section = ""] = page.split(`: \`${route}\`\n`);
  const [table = ""] = section.split("\n## ");
  return table
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | "))
    .map(([name = "", values = "", standard = ""]) => ({
      name: name.replaceAll(/[|`\s]/gu, ""),
      values: quoted(values),
      standard: quoted(standard)[0],
    }));
}

describe.each(ROUTES)("the parameters of $route", ({ route, names, read, sorts }) => {
  const rows = rowsOf(route);

  it("are those of docs/deep-links.md, in their order", () => {
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it("are those of the README, in their order", () => {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${route}\` `)) ?? "";
    expect(quoted(row).slice(1)).toEqual(names);
  });

  it("may be every word that is told, and no other", () => {
    const words: typeof WORDS = { ...WORDS, sort: sorts };
    const chosen = rows.filter(({ name }) => name in words);
    expect(chosen.map(({ name, values }) => [name, values.toSorted()])).toEqual(
      chosen.map(({ name }) => [name, words[name]?.toSorted()]),
    );
  });

  it("take every value that is told", () => {
    const [from, to] = ["from", "to"].map((end) => rows.find(({ name }) => name === end)?.values[0]);
    const both = from === undefined ? [] : read(`?from=${from}&to=${to}`).ignored;
    const ignored = rows
      .filter(({ name }) => name !== "from" && name !== "to")
      .flatMap(({ name, values }) => values.flatMap((value) => read(`?${name}=${value}`).ignored));
    expect([...both, ...ignored]).toEqual([]);
  });

  it("have the defaults that are told", () => {
    for (const { name, standard } of rows)
      expect(read(standard === undefined ? "" : `?${name}=${standard}`).view, name).toEqual(read("").view);
  });
});

describe("the links that are shown", () => {
  const examples = quoted(page.slice(page.indexOf("## Examples"))).filter((text) => text.startsWith("/"));

  it.each(examples)("are read to the last parameter: %s", (link) => {
    const { pathname, search } = new URL(link, "http://dashboard.test");
    const { route } = matchRoute(pathname);
    const params = ROUTES.find(({ route: path }) =>
      route === "session" ? path === "/sessions/:id" : path === pathname,
    );
    expect(params?.read(search).ignored).toEqual([]);
    expect([...new URLSearchParams(search).keys()].filter((name) => !params?.names.includes(name))).toEqual(
      [],
    );
  });
});
