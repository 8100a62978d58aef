import type { ReactNode } from "react";
import type { Connection } from "../api/connection.ts";
import type { Polling } from "../api/polling.ts";
import { ConnectionMenu } from "../features/connection/connection-menu.tsx";
import { LiveIndicator, PollButton } from "../features/live/live-indicator.tsx";
import { TopBar } from "../features/live/top-bar.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { PanelButton } from "../ui/panel-button.tsx";
import { THEMES, useTheme } from "../choices/theme-choice.ts";
import { Link } from "../url/link.tsx";
import { launchersPath, type Route, sessionsPath, timelinePath } from "../url/paths.ts";

interface ShellProps {
  readonly connection: Connection;
  readonly polling: Polling;
  /** Receipt of the newest kept answer, where that is what is shown. Epoch ms. */
  readonly shownFrom: number | undefined;
  /** What the connection menu opens. */
  readonly renderConnection: (close: () => void) => ReactNode;
  /** What the settings' button opens. */
  readonly renderSettings: (close: () => void) => ReactNode;
  /** What is shown. */
  readonly route: Route["route"];
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
  readonly onForgetKey: (() => void) | undefined;
  readonly children: ReactNode;
}

const PLACES: readonly (readonly [Route["route"], name: string, path: string])[] = [
  ["sessions", "Sessions", sessionsPath()],
  ["timeline", "Timeline", timelinePath()],
  ["launchers", "Launchers", launchersPath()],
];

/** The frame round every view: where one is, how fresh it is, and where the data comes from. */
export function Shell(props: ShellProps) {
  const { connection, polling, shownFrom, renderConnection, renderSettings } = props;
  const { route, paused, onPause, onForgetKey, children } = props;
  return (
    <>
      <TopBar>
        <nav className="nav" aria-label="Main">
          {PLACES.map(([place, name, path]) => (
            <Link
              key={place}
              to={path}
              data-word={name}
              aria-current={
                route === place ? "page" : (place === "sessions" && route === "session") || undefined
              }
            >
              {name}
            </Link>
          ))}
        </nav>
        <div className="right">
          <LiveIndicator polling={polling} shownFrom={shownFrom} />
          <PollButton polling={polling} paused={paused} onPause={onPause} />
          <span className="vr" />
          <ConnectionMenu mode={connection.mode} host={connection.host} renderPanel={renderConnection} />
          {onForgetKey && (
            <Button variant="ghost" icon="key" onClick={onForgetKey}>
              Forget key
            </Button>
          )}
          <ThemeButton />
          <PanelButton
            id="settings"
            className="iconbtn"
            aria-label="Settings"
            title="Settings"
            panel="Settings"
            renderPanel={renderSettings}
          >
            <Icon name="settings" />
          </PanelButton>
        </div>
      </TopBar>
      {children}
      <div className="nav-room" />
    </>
  );
}

function ThemeButton() {
  const { theme, next } = useTheme();
  const { icon, label } = THEMES[theme];
  return <IconButton className="only-d" icon={icon} label={label} onClick={next} />;
}
