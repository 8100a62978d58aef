import type { MouseEvent } from "react";
import { Button, type ButtonVariant } from "./button.tsx";
import { copyText } from "./copy-text.ts";
import { Icon, type IconName } from "./icon.tsx";
import { showToast } from "./toast.tsx";

interface WhatToCopy {
  /** A function is asked at the press: a link to the view as it is then. */
  readonly text: string | (() => string);
  /** The toast's words; "Copied" by default. */
  readonly done?: string | undefined;
  readonly note?: string | undefined;
}

async function copyAndTell({ text, done = "Copied", note }: WhatToCopy): Promise<void> {
  const copied = await copyText(typeof text === "function" ? text() : text);
  if (copied) showToast(done, note);
  else showToast("This browser did not allow copying");
}

/** The press must not also open the row that the button stands in. */
function onPress(event: MouseEvent, what: WhatToCopy): void {
  event.stopPropagation();
  void copyAndTell(what);
}

interface CopyButtonProps extends WhatToCopy {
  /** The button's name: "Copy session id". */
  readonly label: string;
  /** Stays visible; otherwise it shows while its row is hovered or focused. */
  readonly shown?: boolean | undefined;
  readonly tabIndex?: number | undefined;
}

/** A small copy icon beside an id. */
export function CopyButton({ label, shown = false, tabIndex, ...what }: CopyButtonProps) {
  return (
    <button
      type="button"
      className={shown ? "copy shown" : "copy"}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={(event) => onPress(event, what)}
    >
      <Icon name="copy" />
    </button>
  );
}

interface CopyTextButtonProps extends WhatToCopy {
  /** The words on the button. */
  readonly label: string;
  /** The button's whole name where the words are short: "Copy link to this view". */
  readonly accessibleLabel?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconName | undefined;
  readonly className?: string | undefined;
  readonly tabIndex?: number | undefined;
}

/** A copy button with words. */
export function CopyTextButton({
  label,
  accessibleLabel,
  variant,
  icon = "copy",
  className,
  tabIndex,
  ...what
}: CopyTextButtonProps) {
  return (
    <Button
      variant={variant}
      icon={icon}
      className={className}
      tabIndex={tabIndex}
      aria-label={accessibleLabel}
      title={accessibleLabel}
      onClick={(event) => onPress(event, what)}
    >
      {label}
    </Button>
  );
}
