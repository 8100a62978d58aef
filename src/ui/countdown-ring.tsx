import type { ReactNode } from "react";
import { filled } from "./filled.ts";

interface CountdownRingProps {
  /** 0..1 of the ring. */
  readonly share: number;
  /** What stands inside: the seconds left. */
  readonly children: ReactNode;
}

/** A ring that fills while something is waited for. The seconds are not announced; the words beside it say what happens. */
export function CountdownRing({ share, children }: CountdownRingProps) {
  return (
    <span className="countdown" role="timer" aria-live="off" style={filled(share)}>
      {children}
    </span>
  );
}
