import type { KnownSession } from "../../domain/known.ts";
import { neighboursOf } from "../../domain/neighbours.ts";
import { sessionInView } from "../../domain/session-frame.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { pageNow } from "../../ui/tick.ts";
import { titleText } from "../../ui/visible-text.ts";
import { Link } from "../../url/link.tsx";
import { listParams } from "../../url/list-params.ts";
import { hasPage, sessionPath } from "../../url/paths.ts";
import { useView } from "../../url/use-view.ts";
import type { DetailTime } from "./detail-time.ts";
import { LocationCard } from "./location-card.tsx";
import { PanelTrainings } from "./panel-trainings.tsx";
import { ParametersCard } from "./parameters-card.tsx";
import { RawLink } from "./raw-link.tsx";
import { Moment } from "./training-cells.tsx";

interface SessionPanelProps {
  readonly known: KnownSession;
  readonly time: DetailTime;
  /** All that is known: some may be on the same launcher. */
  readonly sessions: ReadonlyMap<string, KnownSession>;
}

/** What an expanded row shows: its trainings on the list's axis, where it runs, and what its model takes. */
export function SessionPanel({ known, time, sessions }: SessionPanelProps) {
  const { session } = known;
  return (
    <section className="panel" aria-label={`Details of session ${titleText(session.id)}`}>
      <div className="pbar">
        <IdText id={session.id} short="full" className="full" />
        <span className="t3 whitespace-nowrap">
          started <Moment at={session.startedAt} zone={time.zone} />
        </span>
        <span className="acts">
          <FitSession known={known} />
          <CopyTextButton
            label="Copy link"
            accessibleLabel="Copy link to session"
            icon="link"
            variant="ghost"
            text={() => new URL(sessionPath(session.id), location.origin).href}
            done="Link copied"
            note="opens this session"
          />
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
                <Icon drawing={EXTERNAL} />
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

const listRange = { range: listParams.range };
const FIT = <path d="M2.75 3.5v9M13.25 3.5v9M5 8h6M6.75 6 4.75 8l2 2M9.25 6l2 2-2 2" />;

/** Sets the range of the whole list to the session's life: with it the axis that its bars stand on. A phone has no room for it beside the others. */
function FitSession({ known }: { readonly known: KnownSession }) {
  const { change } = useView(listRange);
  const fit = () => {
    const { window } = sessionInView({ kind: "last", name: "all" }, known, pageNow());
    change({ range: { kind: "fixed", from: Math.floor(window.from), to: Math.ceil(window.to) } });
  };
  return (
    <Button variant="ghost" className="only-d" onClick={fit}>
      <Icon drawing={FIT} />
      Fit session
    </Button>
  );
}

const EXTERNAL = (
  <path d="M9.5 2.75h3.75V6.5M13 3 7.75 8.25M11.25 9.5v2.25a1.5 1.5 0 0 1-1.5 1.5h-5.5a1.5 1.5 0 0 1-1.5-1.5v-5.5a1.5 1.5 0 0 1 1.5-1.5H6.5" />
);
