/** What there is to choose about watching and its list, the defaults, and how it is written down. */
import type { Limits } from "../history/retention.ts";
import type { ChoiceForm } from "./choice-store.ts";
import { fieldsOf, readFields } from "./kept-fields.ts";

/** How often to ask, from the end of the last call. Ms. */
export const INTERVALS_MS = [5_000, 10_000, 30_000, 60_000] as const;
/** What a tab does that nobody sees: asks once a minute, or not at all. */
export const HIDDEN_WAYS = ["minute", "pause"] as const;
/** How long ended sessions are kept. Days. */
export const KEEP_DAYS = [1, 7, 30] as const;
/** How much is kept, whichever bound is reached first. Megabytes of 1,000,000 bytes. */
export const MAX_MEGABYTES = [50, 200, 1_000] as const;
/** How close together the rows of the list stand. */
export const DENSITIES = ["comfortable", "compact"] as const;

export interface HistoryPreferences {
  readonly keepDays: (typeof KEEP_DAYS)[number];
  readonly maxMegabytes: (typeof MAX_MEGABYTES)[number];
}

export interface Preferences {
  readonly intervalMs: (typeof INTERVALS_MS)[number];
  readonly whenHidden: (typeof HIDDEN_WAYS)[number];
  readonly history: HistoryPreferences;
  readonly density: (typeof DENSITIES)[number];
}

/** Any part of it; what is left out stays. */
export interface PreferencesChange extends Partial<Omit<Preferences, "history">> {
  readonly history?: Partial<HistoryPreferences>;
}

export const DEFAULT_PREFERENCES: Preferences = {
  intervalMs: 5_000,
  whenHidden: "minute",
  history: { keepDays: 7, maxMegabytes: 200 },
  density: "comfortable",
};

export const withChange = (before: Preferences, { history, ...rest }: PreferencesChange): Preferences => ({
  ...before,
  ...rest,
  history: { ...before.history, ...history },
});

/** What the choice means to the store. */
export const limitsOf = ({ keepDays, maxMegabytes }: HistoryPreferences): Limits => ({
  keepMs: keepDays * 86_400_000,
  maxBytes: maxMegabytes * 1_000_000,
});

/** Each field once, always in the same order: nothing else makes them (`decodePreferences`, `withChange`). */
export const encodePreferences = (preferences: Preferences): string => JSON.stringify(preferences);

/** Reads what was kept, of whatever shape: each field that holds no choice there is falls back to its own default. */
export function decodePreferences(text: string | null): Preferences {
  const kept = readFields(text);
  const history = fieldsOf(kept["history"]);
  const { intervalMs, whenHidden, history: keeping, density } = DEFAULT_PREFERENCES;
  return {
    intervalMs: chosen(INTERVALS_MS, kept["intervalMs"]) ?? intervalMs,
    whenHidden: chosen(HIDDEN_WAYS, kept["whenHidden"]) ?? whenHidden,
    history: {
      keepDays: chosen(KEEP_DAYS, history["keepDays"]) ?? keeping.keepDays,
      maxMegabytes: chosen(MAX_MEGABYTES, history["maxMegabytes"]) ?? keeping.maxMegabytes,
    },
    density: chosen(DENSITIES, kept["density"]) ?? density,
  };
}

const chosen = <T>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

export const PREFERENCES_FORM: ChoiceForm<Preferences> = {
  slot: "decthings.watching",
  encode: encodePreferences,
  decode: decodePreferences,
};
