import { expect, it } from "vitest";
import { SHORTCUTS } from "../domain/shortcuts.ts";
import { ACTING, STEPS } from "../features/session-list/grid-keys.ts";
import { KEY_SECTIONS } from "./key-words.ts";

const listed = (title: string) =>
  KEY_SECTIONS.filter((section) => section.title === title)
    .flatMap(({ rows }) => rows.flatMap(({ keys }) => keys))
    .toSorted();

it("the sheet lists every shortcut of the page once", () => {
  expect(listed("Anywhere")).toEqual(Object.values(SHORTCUTS).toSorted());
});

it("the sheet lists every key that a row of the list takes, and no other", () => {
  expect(listed("On a row of the list")).toEqual([...Object.keys(STEPS), ...ACTING, "Escape"].toSorted());
});

it("no two keys of the page are said to do the same", () => {
  const words = KEY_SECTIONS.flatMap(({ rows }) => rows.map(({ does }) => does));
  expect(new Set(words).size).toBe(words.length);
});
