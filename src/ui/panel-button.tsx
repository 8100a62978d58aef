import { useId, useState, type ComponentProps, type FocusEvent, type ReactNode } from "react";

interface PanelButtonProps extends ComponentProps<"button"> {
  /** The name of what it opens, spoken. */
  readonly panel: string;
  /** What it opens. Asked for only while it is open. */
  readonly renderPanel: (close: () => void) => ReactNode;
}

/**
 * A button that opens a panel under it, on a narrow screen a sheet from the bottom. The browser's own popover: Escape and a
 * press outside close it, and focus goes back to the button.
 */
export function PanelButton({ panel, renderPanel, ...button }: PanelButtonProps) {
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<HTMLElement | null>(null);
  const id = useId();
  const close = () => dialog?.togglePopover(false);

  /** Whoever moves on with Tab must not find what has focus under the panel. */
  const closeBehind = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
  };

  return (
    <span className="opens" onBlur={closeBehind}>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          if (!open) event.currentTarget.click();
        }}
        {...button}
      />
      {/* Empty when it opens, so that focus goes to the dialog itself and its name is read out. */}
      <dialog
        ref={setDialog}
        id={id}
        popover="auto"
        className="panel-sheet"
        aria-label={panel}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {open && renderPanel(close)}
      </dialog>
    </span>
  );
}
