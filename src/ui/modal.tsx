import { useRef, type ReactNode } from "react";

interface ModalProps {
  /** The dialog's name, spoken. */
  readonly label: string;
  readonly className: string;
  /** It has closed, by Escape, by a press outside or by `closeModal`; focus is back where it was. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, there from when it is rendered. The browser's own: it keeps the focus inside. */
export function Modal({ label, className, onClose, children }: ModalProps) {
  const isTold = useRef(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press outside does what Escape does
    <dialog
      ref={show}
      className={`modal ${className}`}
      aria-label={label}
      onClose={() => {
        if (isTold.current) return;
        isTold.current = true;
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        closeModal(event.currentTarget);
      }}
      // Shortcuts of the page must not hear what is typed here.
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={({ target, currentTarget }) => {
        // What is inside covers all of it, so a press on the dialog itself is one beside it.
        if (target === currentTarget) closeModal(currentTarget);
      }}
    >
      {children}
    </dialog>
  );
}

/**
 * Closes the dialog that something is in: focus goes back first, and then it is told. At once, where a browser tells of it in a
 * task of its own: a key before that would ask for a dialog that is rendered already.
 */
export function closeModal(inside: Element): void {
  const dialog = inside.closest("dialog");
  dialog?.close();
  dialog?.dispatchEvent(new Event("close"));
}

function show(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  // What is open under it closes with it; first, so that focus comes back to what had opened that.
  document.activeElement?.closest<HTMLElement>("[popover]")?.togglePopover(false);
  dialog.showModal();
}
