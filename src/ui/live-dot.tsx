interface LiveDotProps {
  readonly phase: "live" | "paused" | "off";
  /** Makes the live dot pulse once, for each that differs from the one before. */
  readonly pulse: number | undefined;
}

/** Solid while live, a hollow square while paused or stopped, a dashed ring while nothing answers. */
export function LiveDot({ phase, pulse }: LiveDotProps) {
  const isLive = phase === "live";
  return (
    <i className={isLive ? "dot" : `dot ${phase}`} aria-hidden="true">
      {isLive && pulse !== undefined && <i key={pulse} className="pulse" />}
    </i>
  );
}
