import { useState } from "react";
import { pageNow } from "./tick.ts";
import { useElapsed } from "./use-elapsed.ts";

interface LiveDotProps {
  readonly phase: "live" | "paused" | "off";
  /** Changes with each answer, and makes the live dot pulse once. */
  readonly pulse: number | undefined;
}

/** Solid while live, a hollow square while paused or stopped, a dashed ring while nothing answers. */
export function LiveDot({ phase, pulse }: LiveDotProps) {
  const isLive = phase === "live";
  return (
    <i className={isLive ? "dot" : `dot ${phase}`} aria-hidden="true">
      {isLive && <Pulse key={pulse} />}
    </i>
  );
}

/** No pulse is over sooner, ms. */
const PULSE_MS = 600;

/** One pulse. It leaves at a tick, when the page has a frame anyway. */
function Pulse() {
  const [at] = useState(pageNow);
  return !useElapsed(at, PULSE_MS) && <i className="pulse" />;
}
