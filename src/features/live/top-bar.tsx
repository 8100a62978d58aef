import type { ReactNode } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";

interface TopBarProps {
  /** Main navigation and what stands at the right end. */
  readonly children?: ReactNode;
}

/** The bar across every screen. */
export function TopBar({ children }: TopBarProps) {
  return (
    <header className="topbar">
      <span className="brand">
        <BrandMark />
        <span>Debug Sessions</span>
      </span>
      {children}
    </header>
  );
}
