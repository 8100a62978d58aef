import type { Phase } from "../../api/phase.ts";
import type { Polling } from "../../api/polling.ts";
import { durationText, formatDuration } from "../../domain/format-duration.ts";
import { partsText } from "../../domain/format-number.ts";
import { LiveDot } from "../../ui/live-dot.tsx";
import { PollRing } from "../../ui/rings.tsx";
import { useNow } from "../../ui/tick.ts";

/** What stands beside the dot, and the dot. */
const LOOK = {
  connecting: ["Connecting", "off"],
  live: ["Live", "live"],
  paused: ["Paused", "paused"],
  retrying: ["Retrying", "off"],
  offline: ["Offline", "off"],
  waiting: ["Waiting", "paused"],
  unauthorised: ["Stopped", "paused"],
  refused: ["Stopped", "paused"],
} as const satisfies Record<Phase, readonly [string, "live" | "paused" | "off"]>;

interface LiveIndicatorProps {
  readonly polling: Polling;
  /** Receipt of the newest answer that was kept from before, where that is what is shown. Epoch ms. */
  readonly shownFrom?: number | undefined;
}

/** What is seen of a pulse lasts this long (`dot-pulse` in shell.css). Ms. */
const PULSE_MS = 600;

/**
 * The dot and words that say how fresh the page is. Ticks once a second on its own, so that nothing around it has to. Its ticking
 * text is not announced; its word is.
 */
export function LiveIndicator({ polling, shownFrom }: LiveIndicatorProps) {
  const { phase, updatedAt, wait, paceMs } = polling;
  const now = useNow();
  const [word, dot] = LOOK[phase];
  // Nothing that comes by itself helps where a person has to do something.
  const due = word === "Stopped" ? undefined : waitWords(wait, now);
  const since = updatedAt ?? shownFrom;
  const age = Math.max(0, now - (since ?? now));
  const pace = phase === "live" ? `every ${durationText(Math.round(paceMs / 1_000) * 1_000)}` : due;
  return (
    <span
      className="live"
      role="status"
      aria-label="Live updates"
      data-phase={phase}
      data-updated-at={updatedAt}
    >
      <LiveDot phase={dot} pulse={now - (updatedAt ?? 0) < PULSE_MS ? updatedAt : undefined} />
      <b>{word}</b>
      {/* Ages are never read out. */}
      <span aria-live="off" className="contents">
        {updatedAt !== undefined ? (
          <span>
            <span className="w">updated </span>
            {durationText(age)} ago
          </span>
        ) : (
          shownFrom !== undefined && <ShownFrom age={age} />
        )}
        {pace && (
          <>
            {since !== undefined && <span className="sep">·</span>}
            <span className="t3">{pace}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** How old what was kept is, in its largest unit: no answer of this page, so it must not read like one. */
function ShownFrom({ age }: { readonly age: number }) {
  const text = partsText(formatDuration(age).slice(0, 1));
  return (
    <>
      <span className="sep">·</span>
      <span className="w">showing what was known {text} ago</span>
      <span className="short">{text} old</span>
    </>
  );
}

function waitWords(wait: Polling["wait"], now: number): string | undefined {
  return wait && `retry in ${durationText(Math.max(0, Math.ceil((wait.until - now) / 1_000) * 1_000))}`;
}

interface PollButtonProps {
  readonly polling: Polling;
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
}

/** Pauses and resumes; the ring around it fills until the next poll. */
export function PollButton({ polling: { wait }, paused, onPause }: PollButtonProps) {
  const now = useNow();
  const share = wait && !paused ? (now - wait.from) / (wait.until - wait.from) : 0;
  return (
    <PollRing
      share={share}
      icon={paused ? "play" : "pause"}
      label={paused ? "Resume updates" : "Pause updates"}
      onClick={() => onPause(!paused)}
    />
  );
}
