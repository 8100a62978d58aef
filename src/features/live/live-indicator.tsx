import type { Phase } from "../../api/phase.ts";
import type { Polling } from "../../api/polling.ts";
import { durationText, formatDuration } from "../../domain/format-duration.ts";
import { partsText } from "../../domain/format-number.ts";
import { LiveDot } from "../../ui/live-dot.tsx";
import { PollRing } from "../../ui/rings.tsx";
import { useNow } from "../../ui/tick.ts";

const WORD = {
  connecting: "Connecting",
  live: "Live",
  paused: "Paused",
  retrying: "Retrying",
  offline: "Offline",
  waiting: "Waiting",
  unauthorised: "Stopped",
  refused: "Stopped",
} as const satisfies Record<Phase, string>;

const DOT = {
  connecting: "off",
  live: "live",
  paused: "paused",
  retrying: "off",
  offline: "off",
  waiting: "paused",
  unauthorised: "paused",
  refused: "paused",
} as const satisfies Record<Phase, "live" | "paused" | "off">;

interface LiveIndicatorProps {
  readonly polling: Polling;
  /** Receipt of the newest answer that was kept from before, where that is what is shown. Epoch ms. */
  readonly shownFrom?: number | undefined;
}

/** The dot and words that say how fresh the page is. Its ticking text is not announced; its word is. */
export function LiveIndicator({ polling, shownFrom }: LiveIndicatorProps) {
  const { phase, updatedAt } = polling;
  return (
    <span
      className="live"
      role="status"
      aria-label="Live updates"
      data-phase={phase}
      data-updated-at={updatedAt}
    >
      <LiveDot phase={DOT[phase]} pulse={updatedAt} />
      <b>{WORD[phase]}</b>
      <Freshness polling={polling} shownFrom={shownFrom} />
    </span>
  );
}

/** Ticks once a second on its own, so that nothing around it has to. Hidden from announcements: ages are never read out. */
function Freshness({ polling: { phase, updatedAt, wait, paceMs }, shownFrom }: LiveIndicatorProps) {
  const now = useNow();
  // Nothing that comes by itself helps where a person has to do something.
  const isOver = phase === "unauthorised" || phase === "refused";
  const due = isOver ? undefined : waitWords(wait, now);
  const pace = phase === "live" ? `every ${durationText(Math.round(paceMs / 1_000) * 1_000)}` : due;
  return (
    <span aria-live="off" className="contents">
      {updatedAt !== undefined ? (
        <span>
          <span className="w">updated </span>
          {durationText(Math.max(0, now - updatedAt))} ago
        </span>
      ) : (
        shownFrom !== undefined && <ShownFrom age={Math.max(0, now - shownFrom)} />
      )}
      {pace && (
        <>
          {(updatedAt ?? shownFrom) !== undefined && <span className="sep">·</span>}
          <span className="t3">{pace}</span>
        </>
      )}
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
  const share = wait ? Math.min(1, Math.max(0, (now - wait.from) / (wait.until - wait.from))) : 0;
  return (
    <PollRing
      share={paused ? 0 : share}
      icon={paused ? "play" : "pause"}
      label={paused ? "Resume updates" : "Pause updates"}
      onClick={() => onPause(!paused)}
    />
  );
}
