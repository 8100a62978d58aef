import type { CSSProperties } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** `--p` is how far the ring has filled, in percent. */
export const filled = (share: number): CSSProperties => ({
  "--p": Math.round(Math.min(1, Math.max(0, share)) * 100),
});

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
