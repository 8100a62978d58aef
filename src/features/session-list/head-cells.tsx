/** What the heads of groups and sections say of the rows below them. */
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { formatCount, formatNumber } from "../../domain/format-number.ts";
import { groupWords } from "../../domain/group-words.ts";
import { groupLabel, type Group } from "../../domain/group.ts";
import type { KnownSession } from "../../domain/known.ts";
import { LOCATION_LABELS, locationParts, locationTitle } from "../../domain/location-words.ts";
import { LIVE_ACTIVITIES } from "../../domain/session-facts.ts";
import type { Location } from "../../domain/session.ts";
import { stateCounts } from "../../domain/state-counts.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { tallyOf, type Tally } from "../../domain/tally.ts";
import { LocationChip } from "../../ui/chip.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { StateCounts } from "../../ui/state-counts.tsx";
import { COLUMNS } from "./columns.ts";
import type { HeadItem, SectionName } from "./list-items.ts";

interface HeadCellsProps {
  readonly item: HeadItem;
  /** Of the group's id, as for the rows. */
  readonly shortId: string | undefined;
}

export function HeadCells({ item, shortId }: HeadCellsProps) {
  const { by, count, sessions } = item;
  const [first] = sessions;
  return (
    <>
      <span role="gridcell" className="c-chev" />
      {by === "ended" || by === "unreadable" ? (
        <SectionCell name={by} count={count} />
      ) : (
        first && <GroupCells by={by} shortId={shortId} first={first} sessions={sessions} />
      )}
    </>
  );
}

interface GroupCellsProps {
  readonly by: Group;
  readonly shortId: string | undefined;
  readonly first: KnownSession;
  readonly sessions: readonly KnownSession[];
}

/** What the sessions share, how many they are, and what they do: the sums stand in the columns of what they sum up. */
function GroupCells({ by, shortId, first, sessions }: GroupCellsProps) {
  const { name, id, type } = groupWords(groupLabel(first, by));
  const tally = tallyOf(sessions);
  const { location } = first.session;
  // A launcher may have been changed between two of its sessions: it is as the newest tells.
  const launcher = location.kind === "persistent" ? tally.launchers.get(location.launcherId) : undefined;
  return (
    <>
      <span role="gridcell" aria-colspan={4} className="what">
        {by === "model" && <Fingerprint path={fingerprintPath(id ?? "")} />}
        <b>{name}</b>
        {id !== undefined && (
          <>
            <IdText id={id} as={shortId} />
            <CopyButton text={id} label={`Copy ${by} id`} done="Id copied" tabIndex={-1} />
          </>
        )}
        {type !== undefined && <Plain text={type} />}
        <span className="count-of">{formatCount(sessions.length, "session")}</span>
      </span>
      <span role="gridcell" className="c-loc">
        {by === "launcher" && launcher && <LauncherChip location={launcher.newest.location} />}
      </span>
      <StateCounts {...stateCounts(tally.trainings)} />
      <Activities byActivity={tally.byActivity} />
    </>
  );
}

const LauncherChip = ({ location }: { readonly location: Location }) => (
  <LocationChip
    kind={location.kind}
    label={LOCATION_LABELS[location.kind]}
    parts={locationParts(location)}
    title={locationTitle(location)}
  />
);

/** What its sessions do, in words: the same shapes stand for trainings beside it. */
function Activities({ byActivity }: Pick<Tally, "byActivity">) {
  return (
    <span role="gridcell" className="doing">
      {LIVE_ACTIVITIES.map(
        (activity) =>
          byActivity[activity] > 0 && (
            <span key={activity}>
              <Glyph kind={activity} size={12} />
              {formatNumber(byActivity[activity])} {ACTIVITIES[activity].label.toLowerCase()}
            </span>
          ),
      )}
    </span>
  );
}

interface SectionCellProps {
  readonly name: SectionName;
  readonly count: number;
}

function SectionCell({ name, count }: SectionCellProps) {
  const { title, note } = SECTIONS[name];
  return (
    <span role="gridcell" aria-colspan={COLUMNS - 1} className="what">
      <b>{title}</b> {formatNumber(count)} · {note}
    </span>
  );
}

const SECTIONS = {
  ended: { title: "Ended while watching", note: "no longer returned by the API" },
  unreadable: { title: "Unreadable", note: "returned, but not in a form this page can read" },
} as const satisfies Record<SectionName, { readonly title: string; readonly note: string }>;
