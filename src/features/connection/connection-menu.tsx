import type { ReactNode } from "react";
import type { Mode } from "../../api/page-config.ts";
import { Icon } from "../../ui/icon.tsx";
import { PanelButton } from "../../ui/panel-button.tsx";
import { MODES } from "./modes.ts";

interface ConnectionMenuProps {
  readonly mode: Mode;
  /** The API's host, as the person knows it. */
  readonly host: string;
  /** What it opens. Asked for only while it is open. */
  readonly renderPanel: (close: () => void) => ReactNode;
}

/** Says where the data comes from, and opens what there is to know and choose about it. */
export function ConnectionMenu({ mode, host, renderPanel }: ConnectionMenuProps) {
  const { icon, name } = MODES[mode];
  return (
    <PanelButton className="conn" panel="Connection" renderPanel={renderPanel}>
      <Icon name={icon} />
      <span className="words">
        <span className="sr-only">Connection: </span>
        {mode !== "direct" && <b>{name} </b>}
        {mode === "demo" ? "sample data" : host}
      </span>
      <Icon name="down" />
    </PanelButton>
  );
}
