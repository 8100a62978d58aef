import type { ReactNode } from "react";
import type { ConnectionFacts } from "../../api/connection-facts.ts";
import type { Mode } from "../../api/page-config.ts";
import {
  HIDDEN_WAYS,
  INTERVALS_MS,
  KEEP_DAYS,
  MAX_MEGABYTES,
  type Preferences,
  type PreferencesChange,
} from "../../api/preferences-choices.ts";
import { callsText, clockText, ROLE_WORDS, storageText } from "../../api/watch-words.ts";
import { NARROW_SPACE, NO_BREAK_SPACE } from "../../domain/format-number.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Forget } from "./forget.tsx";
import { MODES } from "./modes.ts";
import { Radios } from "./radios.tsx";

interface ConnectionPanelProps {
  readonly mode: Mode;
  /** Where calls go. */
  readonly host: string;
  readonly facts: ConnectionFacts;
  readonly preferences: Preferences;
  readonly onChange: (change: PreferencesChange) => void;
  /** Asks the API now. */
  readonly onRefresh: () => void;
  /** Deletes what is kept of the connection. Resolves to whether nothing is left. */
  readonly onForget: () => Promise<boolean>;
  readonly onClose: () => void;
  /** What else there is to choose about watching. */
  readonly children?: ReactNode;
}

/** What there is to know and to choose about one connection. Polls change its figures and nothing else. */
export function ConnectionPanel(props: ConnectionPanelProps) {
  const { mode, host, facts, preferences, onChange, onRefresh, onForget, onClose, children } = props;
  const { intervalMs, whenHidden, history } = preferences;
  const clock = clockText(facts.skew);
  return (
    <>
      <header>
        <Icon name={MODES[mode].icon} />
        <h2>{MODES[mode].name}</h2>
        <p>{ABOUT[mode]}</p>
        <IconButton className="only-m" icon="close" label="Close" onClick={onClose} />
      </header>
      <dl>
        <Fact name="Calls go to">{host}</Fact>
        <Fact name="Asked by">{ROLE_WORDS[facts.role]}</Fact>
        <Fact name="Calls">{callsText(facts.calls)}</Fact>
        <Fact name="History">{storageText(facts.notice)}</Fact>
        {clock && <Fact name="Clock">{clock}</Fact>}
      </dl>
      <section aria-label="Watching">
        <Radios
          label="Ask every"
          options={INTERVAL_OPTIONS}
          value={intervalMs}
          onChange={(ms) => onChange({ intervalMs: ms })}
        />
        <Radios
          label="In a hidden tab"
          options={HIDDEN_OPTIONS}
          value={whenHidden}
          onChange={(way) => onChange({ whenHidden: way })}
        />
        <Radios
          label="Keep history"
          options={DAYS_OPTIONS}
          value={history.keepDays}
          onChange={(keepDays) => onChange({ history: { keepDays } })}
        />
        <Radios
          label="At most"
          options={SIZE_OPTIONS}
          value={history.maxMegabytes}
          onChange={(maxMegabytes) => onChange({ history: { maxMegabytes } })}
        />
        <p className="hint">The same in all tabs. Beyond either bound the oldest history goes first.</p>
        {children}
      </section>
      <footer>
        <Button icon="refresh" onClick={onRefresh}>
          Poll now
        </Button>
        <Forget onForget={onForget} onForgotten={onClose} />
      </footer>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const ABOUT = {
  demo: "Simulated sessions; nothing leaves this machine.",
  gateway: "It forwards to Decthings and keeps the key.",
  direct: "This browser talks to the API itself.",
} as const satisfies Record<Mode, string>;

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
