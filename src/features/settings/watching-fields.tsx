import type { ReactNode } from "react";
import { changePreferences } from "../../choices/preferences.ts";
import { usePreferences } from "../../choices/use-preferences.ts";
import {
  HIDDEN_WAYS,
  INTERVALS_MS,
  KEEP_DAYS,
  MAX_MEGABYTES,
  type Preferences,
} from "../../choices/preferences-choices.ts";
import { NARROW_SPACE, NO_BREAK_SPACE } from "../../domain/format-number.ts";
import { Radios } from "../../ui/radios.tsx";

interface WatchingFieldsProps {
  /** What else there is to choose about watching. */
  readonly children?: ReactNode;
}

/** How watching goes, and how much of it is kept: wherever it is chosen, it is chosen here. */
export function WatchingFields({ children }: WatchingFieldsProps) {
  const { intervalMs, whenHidden, history } = usePreferences();
  return (
    <section aria-label="Watching">
      <Radios
        label="Ask every"
        options={INTERVAL_OPTIONS}
        value={intervalMs}
        onChange={(ms) => changePreferences({ intervalMs: ms })}
      />
      <Radios
        label="In a hidden tab"
        options={HIDDEN_OPTIONS}
        value={whenHidden}
        onChange={(way) => changePreferences({ whenHidden: way })}
      />
      <Radios
        label="Keep history"
        options={DAYS_OPTIONS}
        value={history.keepDays}
        onChange={(keepDays) => changePreferences({ history: { keepDays } })}
      />
      <Radios
        label="At most"
        options={SIZE_OPTIONS}
        value={history.maxMegabytes}
        onChange={(maxMegabytes) => changePreferences({ history: { maxMegabytes } })}
      />
      <p className="hint">The same in all tabs. Beyond either bound the oldest history goes first.</p>
      {children}
    </section>
  );
}

const INTERVAL_OPTIONS = INTERVALS_MS.map((value) => ({ value, label: `${value / 1_000}${NARROW_SPACE}s` }));

const HIDDEN_WORDS = { minute: "Once a minute", pause: "Pause" } as const satisfies Record<
  Preferences["whenHidden"],
  string
>;
const HIDDEN_OPTIONS = HIDDEN_WAYS.map((value) => ({ value, label: HIDDEN_WORDS[value] }));

const DAYS_OPTIONS = KEEP_DAYS.map((value) => ({
  value,
  label: `${value}${NO_BREAK_SPACE}${value === 1 ? "day" : "days"}`,
}));

const SIZE_OPTIONS = MAX_MEGABYTES.map((value) => ({
  value,
  label: value < 1_000 ? `${value}${NARROW_SPACE}MB` : `${value / 1_000}${NARROW_SPACE}GB`,
}));
