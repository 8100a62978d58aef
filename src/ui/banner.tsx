import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { keepFocus } from "./keep-focus.ts";

const ICON_OF = { warn: "warn", err: "warn", info: "info" } as const;

interface BannerProps {
  readonly tone: keyof typeof ICON_OF;
  readonly icon?: IconName | undefined;
  /** Stands in the icon's place: a countdown ring. */
  readonly lead?: ReactNode;
  /** What happened, in medium weight. */
  readonly title?: ReactNode;
  /** What follows from it, quieter than the text. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** It waits for a person: announced at once, as an alert. Otherwise politely. */
  readonly urgent?: boolean | undefined;
  readonly label?: string | undefined;
  readonly children?: ReactNode;
}

/** One line above the list: what happened, what is still true, what to do. */
export function Banner({
  tone,
  icon,
  lead,
  title,
  note,
  actions,
  urgent = false,
  label,
  children,
}: BannerProps) {
  return (
    <div ref={keepFocus} className={`banner ${tone}`} role={urgent ? "alert" : "status"} aria-label={label}>
      {lead ?? <Icon name={icon ?? ICON_OF[tone]} />}
      <span className="text">
        {title && <b>{title} </b>}
        {children}
        {note && <span className="t2"> {note}</span>}
      </span>
      {actions && <span className="acts">{actions}</span>}
    </div>
  );
}
