/** What the keys do, in words: for the sheet of shortcuts and the palette. */
import { type Shortcut, SHORTCUTS } from "../domain/shortcuts.ts";
import type { KeySection } from "../features/help/help-sheet.tsx";

export const SHORTCUT_WORDS = {
  palette: "Find a session or command",
  search: "Filter by text",
  ids: "Filter by session ids",
  pause: "Pause or resume updates",
  shorter: "Shorter time range",
  longer: "Longer time range",
  now: "Back to now",
  sessions: "Go to Sessions",
  timeline: "Go to Timeline",
  launchers: "Go to Launchers",
  help: "Keyboard shortcuts",
} as const satisfies Record<Shortcut, string>;

// Object.keys forgets which keys; these are those of the table.
const EVERYWHERE = Object.keys(SHORTCUT_WORDS) as readonly Shortcut[];

/** The keys of the list, which it takes itself while a row has focus. `key-words.test.ts` holds the two to each other. */
const LIST: KeySection = {
  title: "On a row of the list",
  rows: [
    { keys: ["j", "ArrowDown"], does: "Next row" },
    { keys: ["k", "ArrowUp"], does: "Previous row" },
    { keys: ["PageDown"], does: "Ten rows down" },
    { keys: ["PageUp"], does: "Ten rows up" },
    { keys: ["Home"], does: "First row" },
    { keys: ["End"], does: "Last row" },
    { keys: ["Enter"], does: "Open or close the row" },
    { keys: [" "], does: "Select the row, or no longer" },
    { keys: ["ArrowRight"], does: "Open the row" },
    { keys: ["ArrowLeft"], does: "Close the row" },
    { keys: ["Escape"], does: "Close the row, then leave the list" },
    { keys: ["o"], does: "Page of the session" },
    { keys: ["c"], does: "Copy the session's id" },
    { keys: ["l"], does: "Copy a link to the session" },
  ],
};

/** What selects several of its rows. */
const SELECTING: KeySection = {
  title: "To select rows",
  rows: [
    { keys: ["Shift+ArrowDown"], does: "As far as the next row" },
    { keys: ["Shift+ArrowUp"], does: "As far as the previous row" },
    { keys: ["mod+a"], does: "All rows" },
  ],
};

/**
 * The keys of a timeline, which it takes itself while something in it or nothing has focus; on the lanes of all sessions, a row.
 */
const TIMELINE: KeySection = {
  title: "In a timeline",
  rows: [
    { keys: ["Shift+ArrowLeft"], does: "Earlier" },
    { keys: ["Shift+ArrowRight"], does: "Later" },
    { keys: ["=", "+"], does: "Zoom in" },
    { keys: ["-"], does: "Zoom out" },
    { keys: ["ArrowDown"], does: "Next training, or next lane" },
    { keys: ["ArrowUp"], does: "Previous training, or previous lane" },
  ],
};

/** Those of the lanes of all sessions, on a row or a bar in it. */
const LANES: KeySection = {
  title: "On a lane of all sessions",
  rows: [
    { keys: ["ArrowRight"], does: "First bar, then the next" },
    { keys: ["ArrowLeft"], does: "Bar before, then the lane, then its group" },
    { keys: ["Enter"], does: "Page of the session, with the bar's training" },
  ],
};

export const KEY_SECTIONS: readonly KeySection[] = [
  {
    title: "Anywhere",
    rows: EVERYWHERE.map((name) => ({ keys: [SHORTCUTS[name]], does: SHORTCUT_WORDS[name] })),
  },
  LIST,
  SELECTING,
  TIMELINE,
  LANES,
];
