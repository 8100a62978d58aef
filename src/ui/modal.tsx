import type { ReactNode } from "react";

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
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press outside does what Escape does
    <dialog
      ref={show}
      className={`modal ${className}`}
      aria-label={label}
      onClose={onClose}
      // Shortcuts of the page must not hear what is typed here.
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={({ target, currentTarget }) => {
        // What is inside covers all of it, so a press on the dialog itself is one beside it.
        if (target === currentTarget) currentTarget.close();
      }}
    >
      {children}
    </dialog>
  );
}

/** Closes the dialog that something is in: focus goes back first, and then it is told. */
export const closeModal = (inside: Element): void => inside.closest("dialog")?.close();

function show(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}
