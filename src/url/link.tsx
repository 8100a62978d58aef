import type { ComponentProps, MouseEvent } from "react";
import { stepTo } from "./step.ts";

interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** A path made by paths.ts. */
  readonly to: string;
}

/** A link inside the dashboard: plain clicks stay in the page, all others are the browser's. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    stepTo(to);
  };
  // The handler only intercepts what the anchor does anyway, by pointer or key.
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}
