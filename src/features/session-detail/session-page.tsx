import type { ReactNode } from "react";
import { activityCount } from "../../domain/activity-log.ts";
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { stepsSince } from "../../domain/age.ts";
import { durationText } from "../../domain/format-duration.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { LOCATION_LABELS, locationParts, locationTitle } from "../../domain/location-words.ts";
import { type Known, type KnownSession, lastSeenAt, type Watched } from "../../domain/known.ts";
import { activityOf } from "../../domain/activity.ts";
import { FUNCTIONS } from "../../domain/session.ts";
import { sightsOf } from "../../domain/sights.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import type { Zone } from "../../domain/zone.ts";
import { LocationChip } from "../../ui/chip.tsx";
import { CopyButton, CopyTextButton } from "../../ui/copy-button.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Pill } from "../../ui/pill.tsx";
import { SteadyView } from "../../ui/steady-view.tsx";
import { TabPanel, Tabs, type Tab } from "../../ui/tabs.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath, sessionsPath } from "../../url/paths.ts";
import type { SessionTab, SessionView } from "../../url/session-params.ts";
import type { ChangeView } from "../../url/use-view.ts";
import { ActivityLog } from "./activity-log.tsx";
import { CopySessionLink } from "./copy-session-link.tsx";
import { LocationTab } from "./location-tab.tsx";
import { ParameterCards } from "./parameters-card.tsx";
import { RawLink } from "./raw-link.tsx";
import { RawView } from "./raw-view.tsx";
import { SessionAge } from "./session-age.tsx";
import { SessionTimeline } from "./session-timeline.tsx";
import { Moment } from "./training-cells.tsx";

interface SessionPageProps {
  readonly session: KnownSession;
  readonly known: Known;
  readonly view: SessionView;
  readonly change: ChangeView<SessionView>;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
  /** What stands between head and tabs: a problem, a notice. */
  readonly notices: ReactNode;
  /** What else can be done with the session, beside copying its link. */
  readonly actions?: ReactNode;
}

/** The page of one session, from what is known of it: it works for an ended one too. */
export function SessionPage(props: SessionPageProps) {
  const { session: known, known: everything, view, change, notices } = props;
  return (
    <main className="session-page">
      <Head key={props.session.session.id} {...props} />
      {notices}
      <Tabs
        label="Session"
        tabs={tabsOf(known, everything.watched)}
        selected={view.tab}
        onSelect={(tab) => change({ tab })}
      />
      {/* Another tab, and the same of another session, begins at its top. */}
      <TabPanel
        key={`${view.tab} ${props.session.session.id}`}
        ref={beginBelowTabs}
        id={view.tab}
        className={view.tab === "timeline" ? "main" : "body"}
      >
        <SteadyView of="tabpanel" />
        <TabContent {...props} />
      </TabPanel>
    </main>
  );
}

/** Where the page scrolls with its head (page.css), another session begins with its head. */
function beginWithHead(head: HTMLElement | null): void {
  if (head?.parentElement) head.parentElement.scrollTop = 0;
}

/** And another tab begins below the tabs, which stay at the top then. */
function beginBelowTabs(panel: HTMLElement | null): void {
  const tabs = panel?.previousElementSibling;
  if (!panel?.parentElement || !tabs) return;
  panel.parentElement.scrollTop -= Math.max(
    0,
    tabs.getBoundingClientRect().bottom - panel.getBoundingClientRect().top,
  );
}

function tabsOf(known: KnownSession, watched: readonly Watched[]): readonly Tab<SessionTab>[] {
  const parameters = FUNCTIONS.reduce((sum, name) => sum + known.session.parameters[name].length, 0);
  return [
    { id: "timeline", label: "Timeline", count: formatNumber(known.trainings.length) },
    { id: "location", label: "Location" },
    { id: "parameters", label: "Parameters", count: formatNumber(parameters) },
    { id: "activity", label: "Activity", count: formatNumber(activityCount(known, watched)) },
    { id: "raw", label: "Raw" },
  ];
}

function TabContent({ session: known, view, change, staleFrom, zone, ...rest }: SessionPageProps) {
  switch (view.tab) {
    case "timeline":
      return (
        <SessionTimeline
          session={known}
          watched={rest.known.watched}
          view={view}
          change={change}
          latestAt={rest.known.latest?.sentAt ?? known.firstSeen}
          staleFrom={staleFrom}
          zone={zone}
        />
      );
    case "location":
      return <LocationTab session={known} known={rest.known} staleFrom={staleFrom} zone={zone} />;
    case "parameters":
      return <ParameterCards parameters={known.session.parameters} />;
    case "activity":
      return (
        <ActivityLog
          session={known}
          watched={rest.known.watched}
          zone={zone}
          kind={view.events}
          onKind={(events) => change({ events })}
        />
      );
    case "raw":
      return <RawView session={known.session} seenAt={lastSeenAt(rest.known, known)} zone={zone} />;
  }
}

function Head({ session: known, known: everything, view, zone, actions }: SessionPageProps) {
  const { session } = known;
  const activity = activityOf(known);
  const sights = sightsOf(known, lastSeenAt(everything, known));
  return (
    <div className="phead" ref={beginWithHead}>
      <nav className="crumb" aria-label="Breadcrumb">
        <Link to={sessionsPath()}>Sessions</Link>
        <Icon name="next" />
        <IdText id={session.id} />
      </nav>
      <div className="ptitle">
        <Glyph kind={activity} size={18} label={ACTIVITIES[activity].label} />
        <h1>
          <IdText id={session.id} short="full" />
        </h1>
        <Pill tone={activity}>{ACTIVITIES[activity].label}</Pill>
        <span className="acts">
          {actions}
          <CopySessionLink sessionId={session.id} />
          <CopyTextButton
            label="Copy id"
            accessibleLabel="Copy session id"
            text={session.id}
            done="Id copied"
          />
          <RawLink to={sessionPath(session.id, { ...view, tab: "raw" })} />
        </span>
      </div>
      <dl className="facts">
        <Fact name="Started">
          <Moment at={session.startedAt} zone={zone} />
        </Fact>
        <Fact name={known.ended ? "Age when last seen" : "Age"}>
          <span>
            <SessionAge known={known} />
          </span>
        </Fact>
        <Fact name="Model">
          <Fingerprint path={fingerprintPath(session.modelId)} />
          <IdText id={session.modelId} />
          <CopyButton text={session.modelId} label="Copy model id" done="Model id copied" shown />
        </Fact>
        <Fact name="Location">
          <LocationChip
            kind={session.location.kind}
            label={LOCATION_LABELS[session.location.kind]}
            parts={locationParts(session.location)}
            title={locationTitle(session.location)}
          />
        </Fact>
        <Fact name="First seen">
          <Moment at={sights.first} zone={zone} />
        </Fact>
        <Fact name="Last seen">
          <Moment at={sights.last} zone={zone} />
          {known.ended ? <span className="t3">no longer reported</span> : <Ago at={sights.last} />}
        </Fact>
      </dl>
    </div>
  );
}

/** How long ago a session was last seen. Ticks on its own, as often as its words change. @param at epoch ms */
function Ago({ at }: { readonly at: number }) {
  const now = useNow(...stepsSince(at, pageNow()));
  return <span className="t3">{durationText(now - at)} ago</span>;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
