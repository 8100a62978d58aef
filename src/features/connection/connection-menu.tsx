import { useId, useState, type FocusEvent, type ReactNode } from "react";
import type { Mode } from "../../api/page-config.ts";
import { Icon } from "../../ui/icon.tsx";
import { MODES } from "./modes.ts";

interface ConnectionMenuProps {
  readonly mode: Mode;
  /** The API's host, as the person knows it. */
  readonly host: string;
  /** What it opens. Asked for only while it is open. */
  readonly renderPanel: (close: () => void) => ReactNode;
}

/**
 * Says where the data comes from, and opens what there is to know and choose about it. The browser's own popover: Escape
 * and a press outside close it, and focus goes back to the button.
 */
export function ConnectionMenu({ mode, host, renderPanel }: ConnectionMenuProps) {
  const [open, setOpen] = useState(false);
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const id = useId();
  const { icon, name } = MODES[mode];
  const close = () => panel?.togglePopover(false);

  /** Whoever moves on with Tab must not find what has focus under the panel. */
  const closeBehind = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
  };

  return (
    <span className="connection" onBlur={closeBehind}>
      <button
        type="button"
        className="conn"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          if (!open) event.currentTarget.click();
        }}
      >
        <Icon name={icon} />
        <span className="words">
          <span className="sr-only">Connection: </span>
          {mode !== "direct" && <b>{name} </b>}
          {mode === "demo" ? "sample data" : host}
        </span>
        <Icon name="down" />
      </button>
      {/* Empty when it opens, so that focus goes to the dialog itself and its name is read out. */}
      <dialog
        ref={setPanel}
        id={id}
        popover="auto"
        className="conn-panel"
        aria-label="Connection"
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {open && renderPanel(close)}
      </dialog>
    </span>
  );
}
