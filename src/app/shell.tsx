import type { ReactNode } from "react";
import type { Connection } from "../api/connection.ts";
import type { Mode } from "../api/page-config.ts";
import type { Polling } from "../api/polling.ts";
import { LiveIndicator, PollButton } from "../features/live/live-indicator.tsx";
import { TopBar } from "../features/live/top-bar.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { THEMES, useTheme } from "../ui/theme.ts";
import { Link } from "../url/link.tsx";
import { sessionsPath } from "../url/paths.ts";

interface ShellProps {
  readonly connection: Connection;
  readonly polling: Polling;
  /** Whether the list is what is shown. */
  readonly isList: boolean;
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
  readonly onForgetKey: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The frame round every view: where one is, how fresh it is, and where the data comes from. */
export function Shell(props: ShellProps) {
  const { connection, polling, isList, paused, onPause, onForgetKey, children } = props;
  return (
    <>
      <TopBar>
        <nav className="nav" aria-label="Main">
          <Link to={sessionsPath()} aria-current={isList ? "page" : undefined}>
            Sessions
          </Link>
        </nav>
        <div className="right">
          <LiveIndicator polling={polling} />
          <PollButton polling={polling} paused={paused} onPause={onPause} />
          <span className="vr" />
          <ConnectionNote connection={connection} />
          {onForgetKey && (
            <Button variant="ghost" icon="key" onClick={onForgetKey}>
              Forget key
            </Button>
          )}
          <ThemeButton />
        </div>
      </TopBar>
      {children}
    </>
  );
}

const CONNECTION: Readonly<Record<Mode, { readonly icon: IconName; readonly title: string }>> = {
  demo: { icon: "demo", title: "Simulated sessions; nothing leaves this machine" },
  gateway: { icon: "gateway", title: "The gateway forwards to Decthings and keeps the key" },
  direct: { icon: "cloud", title: "This browser talks to the API itself" },
};

function ConnectionNote({ connection: { mode, host } }: { readonly connection: Connection }) {
  const { icon, title } = CONNECTION[mode];
  return (
    <span className="conn" title={title}>
      <Icon name={icon} size={14} />
      {mode === "demo" ? (
        <>
          <b>Demo</b> sample data
        </>
      ) : (
        <>
          {mode === "gateway" && <b>Gateway</b>} <span>{host}</span>
        </>
      )}
    </span>
  );
}

export function ThemeButton() {
  const { theme, next } = useTheme();
  const icon = ({ auto: "auto", light: "sun", dark: "moon" } as const)[theme];
  return <IconButton icon={icon} label={THEMES[theme].label} onClick={next} />;
}
