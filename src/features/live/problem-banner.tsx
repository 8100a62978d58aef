import { wordsOf, type Surroundings } from "../../api/words.ts";
import type { Polling } from "../../api/polling.ts";
import type { Problem } from "../../api/problem.ts";
import { durationText, formatDuration } from "../../domain/format-duration.ts";
import { partsText } from "../../domain/format-number.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { Zone } from "../../domain/zone.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CountdownRing } from "../../ui/countdown-ring.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { keepFocus } from "../../ui/keep-focus.ts";
import { useNow } from "../../ui/tick.ts";
import { clipText, visibleText } from "../../ui/visible-text.ts";

interface ProblemBannerProps {
  readonly polling: Polling;
  readonly surroundings: Surroundings;
  readonly zone: Zone;
  readonly onRetry: () => void;
  /** Offered when the person holds the key. */
  readonly onChangeKey: (() => void) | undefined;
  /** Nothing is known that could be shown below: it stands in the middle of the view then. */
  readonly isAlone: boolean;
}

/** Says what went wrong, what is still true and what to do. The last answer stays on screen below it. */
export function ProblemBanner(props: ProblemBannerProps) {
  const { polling, surroundings, zone, onRetry, onChangeKey, isAlone } = props;
  const { problem, updatedAt } = polling;
  if (!problem) return null;
  const isOffline = problem.kind === "network" && surroundings.offline;
  const since = updatedAt === undefined ? undefined : formatClock(updatedAt, zone);
  const { title, detail, tone } = wordsOf(legible(problem), { ...surroundings, since });
  const actions = (
    <>
      {onChangeKey && isAboutKey(problem) && (
        <Button variant="primary" onClick={onChangeKey}>
          {problem.kind === "no_key" ? "Enter API key" : "Change API key"}
        </Button>
      )}
      <Button icon="refresh" onClick={onRetry}>
        Try again
      </Button>
    </>
  );
  if (isAlone) {
    return (
      <div ref={keepFocus} className="alone">
        <EmptyState
          art={isAboutKey(problem) ? "key" : "connecting"}
          title={<bdi>{title}</bdi>}
          urgent
          actions={actions}
        >
          <bdi>{detail}</bdi> {NO_ANSWER}
        </EmptyState>
      </div>
    );
  }
  return (
    <Banner
      tone={tone === "stop" ? "err" : "warn"}
      {...(tone === "wait" && polling.wait
        ? { lead: <Countdown wait={polling.wait} /> }
        : { icon: "warn" as const })}
      title={<bdi>{title}</bdi>}
      note={
        isOffline ? undefined : since === undefined ? FROM_BEFORE : `Showing the last answer from ${since}.`
      }
      urgent
      actions={actions}
    >
      {isOffline && <>{updatedAt === undefined ? FROM_BEFORE : <LastAnswer receivedAt={updatedAt} />} </>}
      <bdi>{detail}</bdi>
    </Banner>
  );
}

const NO_ANSWER = "No answer yet.";
/** No answer yet either; and below stands what an earlier visit, or another tab, knew. */
const FROM_BEFORE = "Showing what was known before.";

const isAboutKey = ({ kind }: Problem) => kind === "bad_credentials" || kind === "no_key";

/** More of the API's own words would push the list, and what to do, off the screen. */
const QUOTE_LENGTH = 200;
const quote = (text: string): string => clipText(visibleText(text), QUOTE_LENGTH);

/** The problem with nothing hidden in the words that the API put into it. */
function legible(problem: Problem): Problem {
  switch (problem.kind) {
    case "invalid_parameter":
      return { ...problem, parameterName: quote(problem.parameterName), reason: quote(problem.reason) };
    case "api":
      return { ...problem, code: quote(problem.code) };
    case "undecodable":
      return { ...problem, reason: quote(problem.reason) };
    default:
      return problem;
  }
}

/** At most three characters, as much as the ring has room for: `45`, `12m`, `24h`, `3d`. */
function ringText(seconds: number): string {
  if (seconds <= 99) return String(seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 99) return `${minutes}m`;
  const hours = Math.ceil(minutes / 60);
  return hours <= 99 ? `${hours}h` : `${Math.ceil(hours / 24)}d`;
}

/** How old what is shown is, in its largest unit; the figure is quiet for screen readers, which hear the banner once. */
function LastAnswer({ receivedAt }: { readonly receivedAt: number }) {
  const now = useNow();
  return (
    <>
      Showing the last answer
      <span aria-hidden="true">
        , {partsText(formatDuration(Math.max(0, now - receivedAt)).slice(0, 1))} old
      </span>
      .
    </>
  );
}

/** Counts the seconds to the next poll; quiet for screen readers, which hear the banner once. */
function Countdown({ wait }: { readonly wait: NonNullable<Polling["wait"]> }) {
  const now = useNow();
  const left = Math.max(0, wait.until - now);
  const seconds = Math.ceil(left / 1_000);
  return (
    <span aria-hidden="true" title={`Next poll in ${durationText(seconds * 1_000)}`}>
      <CountdownRing share={left / Math.max(1, wait.until - wait.from)}>{ringText(seconds)}</CountdownRing>
    </span>
  );
}
