import type { ReactNode } from "react";
import { filled } from "./filled.ts";

interface CountdownRingProps {
  /** What is left of it, 0..1. */
  readonly share: number;
  /** What stands inside: the seconds left. */
  readonly children: ReactNode;
}

/** A ring that empties while something is waited for. The seconds are for the eye: words beside it say what happens. */
export function CountdownRing({ share, children }: CountdownRingProps) {
  return (
    <span className="countdown" style={filled(share)}>
      {children}
    </span>
  );
}
