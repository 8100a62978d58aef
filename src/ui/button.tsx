import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icon.tsx";

const VARIANTS = {
  default: "btn",
  ghost: "btn ghost",
  primary: "btn primary",
  /** A filter that is set. */
  on: "btn on",
} as const;

export type ButtonVariant = keyof typeof VARIANTS;

/** The classes of a button, for a link that looks like one. */
export function buttonClass(variant: ButtonVariant = "default", extra?: string): string {
  return extra ? `${VARIANTS[variant]} ${extra}` : VARIANTS[variant];
}

interface ButtonProps extends ComponentProps<"button"> {
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconName | undefined;
  /** An icon after the words, such as `down` on a button that opens a menu. */
  readonly trailing?: IconName | undefined;
}

export function Button({ variant, icon, trailing, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={buttonClass(variant, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {trailing && <Icon name={trailing} />}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  readonly icon: IconName;
  /** The button's name, spoken and shown on hover. */
  readonly label: string;
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={className ? `iconbtn ${className}` : "iconbtn"}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
