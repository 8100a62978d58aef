import { Fragment, useMemo, useState } from "react";
import { durationText, formatDuration } from "../../domain/format-duration.ts";
import { formatNumber, partsText } from "../../domain/format-number.ts";
import type { Known } from "../../domain/known.ts";
import type { Away } from "../../domain/since-look.ts";
import { CHANGE_KINDS, changesSince, isAnyChange, type Change, type ChangeKind } from "../../domain/since.ts";
import { Banner } from "../../ui/banner.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Glyph, type GlyphKind } from "../../ui/glyph.tsx";
import { useNow } from "../../ui/tick.ts";
import { Link } from "../../url/link.tsx";
import { CHANGES, changeLink, type KeptView } from "./change-links.ts";

interface SinceLineProps {
  readonly known: Known;
  readonly away: Away;
  /** The list's view: its order and range stay when a count is followed. */
  readonly view: KeptView;
  readonly onDismiss: () => void;
}

/** One line about what happened while nobody looked; nothing where nothing did. */
export function SinceLine(props: SinceLineProps) {
  // Each time away is told from its own beginning.
  return <AwayLine key={props.away.returnedAt} {...props} />;
}

function AwayLine({ known, away, view, onDismiss }: SinceLineProps) {
  const { latest } = known;
  const [until, setUntil] = useState<number>();
  // The first answer after the return tells the rest of the time away; what comes later happens under the reader's eyes.
  if (until === undefined && latest !== undefined && latest.sentAt >= away.returnedAt) {
    setUntil(latest.receivedAt);
  }
  // Counted again with each answer: a session that seemed to have ended may be back.
  const changes = useMemo(() => changesSince(known, away.at, until), [known, away.at, until]);
  if (!isAnyChange(changes)) return null;
  // What ended and was let go is counted no more.
  const isLess = (known.wholeFrom ?? 0) > away.at;
  const kinds = CHANGE_KINDS.filter((kind) => changes[kind].count > 0);
  return (
    <Banner
      tone="info"
      icon="clock"
      label="Since you looked"
      title={
        <>
          Since you looked
          <Ago away={away} />
          {isLess && ", at least"}:
        </>
      }
      actions={<IconButton icon="close" label="Dismiss" onClick={onDismiss} />}
    >
      {kinds.map((kind, index) => (
        <Fragment key={kind}>
          {index > 0 && <span className="t3"> · </span>}
          <Count kind={kind} change={changes[kind]} view={view} />
        </Fragment>
      ))}
    </Banner>
  );
}

/** How long ago; quiet for screen readers, which hear the line once. */
function Ago({ away: { at, returnedAt } }: { readonly away: Away }) {
  // The clock that ticks may be up to a second behind.
  const ms = Math.max(returnedAt, useNow()) - at;
  const text = ms < HOUR ? partsText(formatDuration(ms).slice(0, 1)) : durationText(ms);
  return <span aria-hidden="true">, {text} ago</span>;
}

const HOUR = 3_600_000;

interface CountProps {
  readonly kind: ChangeKind;
  readonly change: Change;
  readonly view: KeptView;
}

function Count({ kind, change, view }: CountProps) {
  const { to, title } = changeLink(kind, change, view);
  const glyph = GLYPHS[kind];
  return (
    <Link to={to} title={title} className="since-count">
      {glyph && <Glyph kind={glyph} size={12} />}
      {formatNumber(change.count)} {CHANGES[kind].word}
    </Link>
  );
}

/** That a session started has no state of its own. */
const GLYPHS = {
  started: undefined,
  completed: "completed",
  failed: "failed",
  ended: "ended",
} as const satisfies Record<ChangeKind, GlyphKind | undefined>;
