import type { CSSProperties, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** `--p` is how far the ring has filled, in percent. */
const filled = (share: number): CSSProperties => ({
  "--p": Math.round(Math.min(1, Math.max(0, share)) * 100),
});

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

interface PollRingProps {
  /** 0..1 of the time to the next poll. */
  readonly share: number;
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

/** The button that pauses, resumes or retries, in a ring that fills until the next poll. */
export function PollRing({ share, icon, label, onClick }: PollRingProps) {
  return (
    <button
      type="button"
      className="poll"
      aria-label={label}
      title={label}
      style={filled(share)}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
