import type { ReactNode } from "react";
import type { ConnectionFacts } from "../../api/connection-facts.ts";
import type { Mode } from "../../api/page-config.ts";
import { callsText, clockText, ROLE_WORDS, storageText } from "../../api/watch-words.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Forget } from "./forget.tsx";
import { MODES } from "./modes.ts";

interface ConnectionPanelProps {
  readonly mode: Mode;
  /** Where calls go. */
  readonly host: string;
  readonly facts: ConnectionFacts;
  /** Asks the API now. */
  readonly onRefresh: () => void;
  /** Deletes what is kept of the connection. Resolves to whether nothing is left. */
  readonly onForget: () => Promise<boolean>;
  readonly onClose: () => void;
  /** What there is to choose about watching. */
  readonly children?: ReactNode;
}

/** What there is to know and to choose about one connection. Polls change its figures and nothing else. */
export function ConnectionPanel(props: ConnectionPanelProps) {
  const { mode, host, facts, onRefresh, onForget, onClose, children } = props;
  const clock = clockText(facts.skew);
  return (
    <>
      <div className="head">
        <Icon name={MODES[mode].icon} />
        <h2>{MODES[mode].name}</h2>
        <p>{ABOUT[mode]}</p>
        <IconButton className="only-m" icon="close" label="Close" onClick={onClose} />
      </div>
      <dl>
        <Fact name="Calls go to">{host}</Fact>
        <Fact name="Asked by">{ROLE_WORDS[facts.role]}</Fact>
        <Fact name="Calls">{callsText(facts.calls)}</Fact>
        <Fact name="History">{storageText(facts.notice)}</Fact>
        {clock && <Fact name="Clock">{clock}</Fact>}
      </dl>
      {children}
      <div className="foot">
        <Button icon="refresh" onClick={onRefresh}>
          Poll now
        </Button>
        <Forget onForget={onForget} onForgotten={onClose} />
      </div>
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
