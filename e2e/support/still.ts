/** A page that is the same in each run, to the pixel: its clocks stand, and its words are in fonts that the tests bring. */
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestClock } from "./clock.ts";
import { testBrowser } from "./launch.ts";

/** A clock for the simulated API that goes on when it is told to. */
export interface StandingClock extends TestClock {
  /** Epoch ms. */
  at: number;
}

export function standingClock(at: number): StandingClock {
  const clock = { offsetMs: 0, at, now: () => clock.at };
  return clock;
}

const base64 = (address: string): string => readFileSync(fileURLToPath(address)).toString("base64");

/** The fonts of the design's own pictures: which ones a machine has, and takes for `system-ui`, is its own affair. */
const FONTS = {
  "--font-ui": base64(import.meta.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")),
  "--font-mono": base64(
    import.meta.resolve("@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2"),
  ),
};

/**
 * Chromium with letters as their outlines are, in shades of grey, and nothing of it asked of the machine: a headless shell is told by
 * its arguments, a whole browser by fontconfig.
 */
export function stillBrowser() {
  const { args, ...browser } = testBrowser();
  return {
    ...browser,
    args: [...args, "--font-render-hinting=none", "--disable-lcd-text"],
    env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)) },
  };
}

const MOVE = "standing-clock";

/** Runs in the page before its own scripts. Its content security policy holds: it fetches nothing and adds no style element. */
function arrange({ at, fonts, move }: { at: number; fonts: Record<string, string>; move: string }): void {
  // The page watches on its own then: a worker would go by a clock of its own.
  Reflect.deleteProperty(globalThis, "Worker");
  let now = at;
  addEventListener(move, (event) => (now = (event as CustomEvent<number>).detail));
  Date.now = () => now;
  performance.now = () => now - at;
  // Waits are spread by it, and a ring shows how much of one is over.
  Math.random = () => 0.5;

  const sheet = new CSSStyleSheet();
  for (const [property, text] of Object.entries(fonts)) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const face = new FontFace(property, bytes.buffer, { weight: "100 900" });
    document.fonts.add(face);
    sheet.insertRule(`:root { ${property}: "${property}" }`);
  }
  document.adoptedStyleSheets = [sheet];
}

/** Whatever the page goes to from now on stands at an instant, epoch ms; timers go on. */
export async function standStill(page: Page, at: number): Promise<void> {
  await page.addInitScript(arrange, { at, fonts: FONTS, move: MOVE });
}

/** Moves the clock of a page that stands. @param at epoch ms, not before where it stood */
export async function moveTo(page: Page, at: number): Promise<void> {
  await page.evaluate(([move, detail]) => void dispatchEvent(new CustomEvent(move, { detail })), [
    MOVE,
    at,
  ] as const);
}

/** What became of the fonts that the tests bring. */
export const ownFonts = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.fonts].map(({ status }) => status));
