import type { ReactNode } from "react";
import { shortIds } from "../../domain/format-id.ts";
import { formatNumber, UNKNOWN } from "../../domain/format-number.ts";
import { memory, vcpu } from "../../domain/format-size.ts";
import type { KnownSession } from "../../domain/known.ts";
import { LOCATION_LABELS } from "../../domain/location-words.ts";
import { activityOf } from "../../domain/activity.ts";
import type { LauncherSpec, Location } from "../../domain/session.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { Card } from "../../ui/card.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Duration } from "../../ui/duration.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { LOCATION_ICONS } from "../../ui/location-icons.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath } from "../../url/paths.ts";
import { SessionAge } from "./session-age.tsx";

interface LocationCardProps {
  readonly location: Location;
  /** Other sessions on the same persistent launcher, newest first. */
  readonly neighbours: readonly KnownSession[];
}

/** Where a session runs, with the launcher's whole specification. */
export function LocationCard({ location, neighbours }: LocationCardProps) {
  return (
    <Card
      icon={LOCATION_ICONS[location.kind]}
      title={LOCATION_LABELS[location.kind]}
      note={location.kind === "persistent" && <IdText id={location.launcherId} />}
      actions={
        location.kind === "persistent" && (
          <CopyButton text={location.launcherId} label="Copy launcher id" done="Launcher id copied" shown />
        )
      }
      footer={
        location.kind === "persistent" && <span className="t3">Specification is shared, not per session</span>
      }
    >
      {"spec" in location ? <Specification spec={location.spec} /> : <NoSpecification location={location} />}
      {neighbours.length > 0 && <Neighbours sessions={neighbours} />}
    </Card>
  );
}

interface NoSpecificationProps {
  readonly location: Exclude<Location, { readonly spec: LauncherSpec }>;
}

/** What stands in place of a specification. */
export function NoSpecification({ location }: NoSpecificationProps) {
  switch (location.kind) {
    case "unrecognised":
      return (
        <p className="p-3 text-xs text-text-2">
          The API named a kind of location this page does not know:{" "}
          <Plain text={location.type} className="mono" />
        </p>
      );
    case "absent":
      return <p className="p-3 text-xs text-text-2">The API did not say where this session runs.</p>;
  }
}

function Specification({ spec }: { readonly spec: LauncherSpec }) {
  const { gpus } = spec;
  return (
    <dl className="specs">
      <Figure name="vCPU">
        <Duration parts={[{ value: vcpu(spec.cpus), unit: "" }]} />
      </Figure>
      <Memory name="Memory" mebibytes={spec.memoryMebibytes} />
      <Figure name="GPU">
        {gpus && (
          <>
            <Duration parts={[{ value: vcpu(gpus.count), unit: "×" }]} />{" "}
            <Plain text={gpus.model || UNKNOWN} className="u3 inline-block max-w-40 align-bottom" />
          </>
        )}
      </Figure>
      <Memory name="Disk" mebibytes={spec.diskMebibytes} />
      <Memory name="Swap" mebibytes={spec.swapMebibytes} />
    </dl>
  );
}

interface MemoryProps {
  readonly name: string;
  readonly mebibytes: number | undefined;
}

/** Rounded for the eye; the amount as the API gave it is in the title. */
function Memory({ name, mebibytes }: MemoryProps) {
  if (mebibytes === undefined) return <Figure name={name} />;
  return (
    <Figure name={name} title={`${mebibytes} MiB`}>
      <Duration parts={[memory(mebibytes)]} />
    </Figure>
  );
}

interface FigureProps {
  readonly name: string;
  readonly title?: string | undefined;
  /** None where the launcher has no such thing. */
  readonly children?: ReactNode;
}

function Figure({ name, title, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      {children === undefined ? <dd className="none">not set</dd> : <dd title={title}>{children}</dd>}
    </div>
  );
}

/** More than these a card cannot show at a glance. */
const SHOWN = 5;

function Neighbours({ sessions }: { readonly sessions: readonly KnownSession[] }) {
  const shown = sessions.slice(0, SHOWN);
  const short = shortIds(shown.map(({ session }) => session.id));
  return (
    <div className="also">
      <h4>Also on this launcher</h4>
      <ul>
        {shown.map((known) => (
          <li key={known.session.id}>
            <Glyph kind={activityOf(known)} />
            <Link to={sessionPath(known.session.id)}>
              <IdText id={known.session.id} as={short.get(known.session.id)} />
            </Link>
            <span className="t2">{ACTIVITIES[activityOf(known)].label}</span>
            <span>
              <SessionAge known={known} />
            </span>
          </li>
        ))}
      </ul>
      {sessions.length > SHOWN && (
        <p className="px-3 pb-1 text-2xs text-text-3">and {formatNumber(sessions.length - SHOWN)} more</p>
      )}
    </div>
  );
}
