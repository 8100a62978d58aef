// Finds the Firefox that the page is looked at with besides Chromium. Used by its test.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const KNOWN = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  ...[process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"]]
    .filter(Boolean)
    .map((folder) => join(folder, "Mozilla Firefox/firefox.exe")),
];

/** @returns the path of a Firefox, or undefined. Order: FIREFOX_PATH, PATH, where it is installed. */
export function findFirefox() {
  const named = process.env["FIREFOX_PATH"];
  if (named) {
    if (!existsSync(named)) throw new Error(`FIREFOX_PATH=${named} is no file`);
    return named;
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const names = ["firefox", "firefox-esr"];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...KNOWN].find((path) =>
    existsSync(path),
  );
}
