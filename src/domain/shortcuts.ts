/**
 * The page's shortcuts, each by the key that it listens to: the page acts by this table and the sheet of shortcuts lists it.
 *
 * Letters in lower case, with or without Shift. `g s`: one key after the other. `mod+k`: together with Control or Command.
 */
export const SHORTCUTS = {
  palette: "mod+k",
  search: "/",
  ids: "i",
  pause: "p",
  shorter: "[",
  longer: "]",
  now: "0",
  sessions: "g s",
  timeline: "g t",
  launchers: "g l",
  help: "?",
} as const;

export type Shortcut = keyof typeof SHORTCUTS;

// Object.entries forgets which keys; these are those of the table.
const ALL = Object.entries(SHORTCUTS) as readonly (readonly [Shortcut, string])[];

const find = (keys: string): Shortcut | undefined => ALL.find(([, own]) => own === keys)?.[0];

/** The shortcut that a key is. @param before the key pressed just before it, if any */
export const shortcutOf = (key: string, before = ""): Shortcut | undefined =>
  find(`${before} ${key}`) ?? find(key);
