import type { MouseEvent } from "react";
import { Button, type ButtonVariant } from "./button.tsx";
import { copyAndTell, type WhatToCopy } from "./copying.ts";
import { cx } from "./cx.ts";
import type { IconName } from "./icon.tsx";

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
  readonly icon?: "link" | undefined;
  readonly tabIndex?: number | undefined;
}

/** A small icon beside what it copies. */
export function CopyButton({ label, shown = false, icon, tabIndex, ...what }: CopyButtonProps) {
  return (
    <button
      type="button"
      className={cx("copy", icon, shown && "shown")}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={(event) => onPress(event, what)}
    />
  );
}

interface CopyTextButtonProps extends WhatToCopy {
  /** The words on the button. */
  readonly label: string;
  /** The button's whole name where the words are short: "Copy link to this view". */
  readonly accessibleLabel?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconName | undefined;
}

/** A copy button with words. */
export function CopyTextButton({
  label,
  accessibleLabel,
  variant,
  icon = "copy",
  ...what
}: CopyTextButtonProps) {
  return (
    <Button
      variant={variant}
      icon={icon}
      aria-label={accessibleLabel}
      title={accessibleLabel}
      onClick={(event) => onPress(event, what)}
    >
      {label}
    </Button>
  );
}
