interface LiveDotProps {
  readonly phase: "live" | "paused" | "off";
  /** Changes with each answer, and makes the live dot pulse once. */
  readonly pulse?: string | number | undefined;
}

/** Solid while live, a hollow square while paused or stopped, a dashed ring while nothing answers. */
export function LiveDot({ phase, pulse }: LiveDotProps) {
  const isLive = phase === "live";
  return (
    <i className={isLive ? "dot" : `dot ${phase}`} aria-hidden="true">
      {isLive && <i key={pulse} className="pulse" />}
    </i>
  );
}
