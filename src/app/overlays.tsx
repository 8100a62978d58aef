/** What a person opens over the page. One file to fetch: who uses one is likely to use another. */
import type { ComponentProps } from "react";
import type { Connection as ConnectionOf } from "../api/connection.ts";
import type { KnownSession } from "../domain/known.ts";
import { ConnectionPanel } from "../features/connection/connection-panel.tsx";
import { HelpSheet } from "../features/help/help-sheet.tsx";
import { CommandPalette } from "../features/palette/command-palette.tsx";
import { SettingsPanel } from "../features/settings/settings-panel.tsx";
import { WatchingFields } from "../features/settings/watching-fields.tsx";
import { sessionPath } from "../url/paths.ts";
import { stepTo } from "../url/step.ts";
import { commandsOf, type CommandSources } from "./commands.ts";
import { FIELD_SHORTCUTS } from "./focus-field.ts";
import { KEY_SECTIONS } from "./key-words.ts";
import type { ViewShortcuts } from "./use-shortcuts.ts";
import { WithFacts } from "./with-facts.tsx";

interface ConnectionProps extends Omit<
  ComponentProps<typeof ConnectionPanel>,
  "mode" | "host" | "facts" | "onForget"
> {
  readonly connection: ConnectionOf;
}

/** With all that there is to choose about watching; what is not of the settings' own stands at the end of it. */
export const Connection = ({ connection, children, ...props }: ConnectionProps) => (
  <WithFacts connection={connection}>
    {(facts) => (
      <ConnectionPanel
        {...props}
        mode={connection.mode}
        host={connection.host}
        facts={facts}
        onForget={async () => {
          const isGone = await connection.forget();
          props.onRefresh();
          return isGone;
        }}
      >
        <WatchingFields>{children}</WatchingFields>
      </ConnectionPanel>
    )}
  </WithFacts>
);

/** Likewise. */
export const Settings = ({ children, ...props }: ComponentProps<typeof SettingsPanel>) => (
  <SettingsPanel {...props}>
    <WatchingFields>{children}</WatchingFields>
  </SettingsPanel>
);

/** What may lie over the page. */
export type OverlayName = "palette" | "help";

interface OverlayProps extends Omit<CommandSources, "onSettings" | "shortcuts"> {
  readonly shortcuts: ViewShortcuts;
  readonly name: OverlayName;
  readonly sessions: ReadonlyMap<string, KnownSession>;
  readonly onClose: () => void;
}

export function Overlay({ name, sessions, onClose, shortcuts, ...sources }: OverlayProps) {
  if (name === "help") return <HelpSheet sections={KEY_SECTIONS} onClose={onClose} />;
  return (
    <CommandPalette
      sessions={sessions}
      commands={commandsOf({
        ...sources,
        shortcuts: { ...FIELD_SHORTCUTS, ...shortcuts },
        onSettings: openSettings,
      })}
      onSession={(id) => stepTo(sessionPath(id))}
      onClose={onClose}
    />
  );
}

/** As a press on their button does; once they are closed, focus goes back to where it is now. */
const openSettings = () => document.getElementById("settings")?.click();
