import { useId, type ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface CardProps {
  readonly title: ReactNode;
  readonly icon?: IconName | undefined;
  /** Quiet text after the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A bordered region with a 36 px head. Only inside panels and pages, never round the list. */
export function Card({ title, icon, note, actions, footer, children }: CardProps) {
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId}>
      <header>
        {icon && <Icon name={icon} />}
        <h3 id={titleId}>{title}</h3>
        {note && <span className="t3">{note}</span>}
        {actions && <span className="acts">{actions}</span>}
      </header>
      {children}
      {footer && <footer>{footer}</footer>}
    </section>
  );
}
