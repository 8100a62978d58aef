import type { Phase } from "../../api/phase.ts";
import type { Polling } from "../../api/polling.ts";
import { durationText, formatDuration } from "../../domain/format-duration.ts";
import { partsText } from "../../domain/format-number.ts";
import { filled } from "../../ui/filled.ts";
import { Icon } from "../../ui/icon.tsx";
import { LiveDot } from "../../ui/live-dot.tsx";
import { useNow } from "../../ui/tick.ts";

/** What the indicator says and shows. */
const WORD_AND_DOT = {
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

/**
 * The dot and words that say how fresh the page is. Ticks once a second on its own, so that nothing around it has to. Its ticking
 * text is not announced; its word is.
 */
export function LiveIndicator({ polling, shownFrom }: LiveIndicatorProps) {
  const { phase, updatedAt, wait, paceMs } = polling;
  const now = useNow();
  const [word, dot] = WORD_AND_DOT[phase];
  const since = updatedAt ?? shownFrom;
  const age = formatDuration(now - (since ?? now));
  // How old what was kept is, in its largest unit: no answer of this page, so it must not read like one.
  const about = partsText(age.slice(0, 1));
  // Nothing that comes by itself helps where a person has to do something.
  const isOver = phase === "unauthorised" || phase === "refused";
  const due = wait && !isOver ? `retry in ${seconds(Math.ceil, wait.until - now)}` : undefined;
  const pace = phase === "live" ? `every ${seconds(Math.round, paceMs)}` : due;
  return (
    <span
      className="live"
      role="status"
      aria-label="Live updates"
      data-phase={phase}
      data-updated-at={updatedAt}
    >
      <LiveDot phase={dot} pulse={updatedAt} />
      <b>{word}</b>
      {/* Ages are never read out. */}
      <span aria-live="off" className="contents">
        {updatedAt !== undefined && (
          <span>
            <span className="w">updated </span>
            {partsText(age)} ago
          </span>
        )}
        {updatedAt === undefined && since !== undefined && (
          <>
            <span className="sep">·</span>
            <span className="w">showing what was known {about} ago</span>
            <span className="short">{about} old</span>
          </>
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

/** A time in whole seconds; one that is over is 0. */
const seconds = (round: (n: number) => number, ms: number): string => durationText(round(ms / 1_000) * 1_000);

interface PollButtonProps {
  readonly polling: Polling;
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
}

/** Pauses and resumes; the ring around it fills until the next poll. */
export function PollButton({ polling: { wait }, paused, onPause }: PollButtonProps) {
  const now = useNow();
  const share = wait && !paused ? (now - wait.from) / (wait.until - wait.from) : 0;
  const label = paused ? "Resume updates" : "Pause updates";
  return (
    <button
      type="button"
      className="poll"
      aria-label={label}
      title={label}
      style={filled(share)}
      onClick={() => onPause(!paused)}
    >
      <Icon name={paused ? "play" : "pause"} />
    </button>
  );
}
