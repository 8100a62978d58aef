import type { KnownSession, Watched } from "../../domain/known.ts";
import { neighboursOf } from "../../domain/neighbours.ts";
import { buttonClass } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { titleText } from "../../ui/visible-text.ts";
import { Link } from "../../url/link.tsx";
import { hasPage, sessionPath } from "../../url/paths.ts";
import { CopySessionLink } from "./copy-session-link.tsx";
import type { DetailTime } from "./detail-time.ts";
import { LocationCard } from "./location-card.tsx";
import { PanelTrainings } from "./panel-trainings.tsx";
import { ParametersCard } from "./parameters-card.tsx";
import { RawLink } from "./raw-link.tsx";
import { Moment } from "./training-cells.tsx";
import { type PanelAxis, usePanelTime } from "./use-panel-time.ts";

interface SessionPanelProps {
  readonly known: KnownSession;
  /** The list's. */
  readonly time: DetailTime;
  readonly watched: readonly Watched[];
  /** All that is known: some may be on the same launcher. */
  readonly sessions: ReadonlyMap<string, KnownSession>;
}

const AXES: readonly { readonly value: PanelAxis; readonly label: string }[] = [
  { value: "list", label: "List axis" },
  { value: "session", label: "Fit session" },
];

/** What an expanded row shows: its trainings on the list's axis or one of their own, where it runs, and what its model takes. */
export function SessionPanel({ known, time: listTime, watched, sessions }: SessionPanelProps) {
  const { session } = known;
  const { time, axis, choose } = usePanelTime(known, listTime, watched);
  return (
    <section className="panel" aria-label={`Details of session ${titleText(session.id)}`}>
      <div className="pbar">
        <IdText id={session.id} short="full" className="full" />
        <span className="t3 whitespace-nowrap">
          started <Moment at={session.startedAt} zone={time.zone} />
        </span>
        <span className="acts">
          {/* A phone has no room for it beside the others. */}
          <span className="axis-choice only-d">
            <Segmented label="Time axis" options={AXES} value={axis} onChange={choose} />
            <span className="vr" />
          </span>
          <CopySessionLink sessionId={session.id} variant="ghost" />
          <CopyTextButton
            label="Copy id"
            accessibleLabel="Copy session id"
            variant="ghost"
            text={session.id}
            done="Id copied"
          />
          {hasPage(session.id) && (
            <>
              <RawLink to={sessionPath(session.id, { tab: "raw" })} variant="ghost" />
              <Link to={sessionPath(session.id)} className={buttonClass()}>
                <Icon name="open" />
                Open page
              </Link>
            </>
          )}
        </span>
      </div>
      <PanelTrainings known={known} time={time} />
      <div className="pgrid">
        <LocationCard location={session.location} neighbours={neighboursOf(known, sessions.values())} />
        <ParametersCard session={session} />
      </div>
    </section>
  );
}
