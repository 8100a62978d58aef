import type { ReactNode } from "react";
import { shortIds } from "../../domain/format-id.ts";
import { formatDuration } from "../../domain/format-duration.ts";
import { formatNumber } from "../../domain/format-number.ts";
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
import type { IconName } from "../../ui/icon.tsx";
import { useNow } from "../../ui/tick.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath } from "../../url/paths.ts";

const ICON = {
  persistent: "rack",
  temporary: "temp",
  unrecognised: "question",
  absent: "question",
} as const satisfies Record<Location["kind"], IconName>;

interface LocationCardProps {
  readonly location: Location;
  /** Other sessions on the same persistent launcher, newest first. */
  readonly neighbours: readonly KnownSession[];
  /** Whether amounts also stand as the API gave them. */
  readonly raw?: boolean;
}

/** Where a session runs, with the launcher's whole specification. */
export function LocationCard({ location, neighbours, raw = false }: LocationCardProps) {
  return (
    <Card
      icon={ICON[location.kind]}
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
      <LocationBody location={location} raw={raw} />
      {neighbours.length > 0 && <Neighbours sessions={neighbours} />}
    </Card>
  );
}

function LocationBody({ location, raw }: { readonly location: Location; readonly raw: boolean }) {
  switch (location.kind) {
    case "persistent":
    case "temporary":
      return <Specification spec={location.spec} raw={raw} />;
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

function Specification({ spec, raw }: { readonly spec: LauncherSpec; readonly raw: boolean }) {
  const { gpus } = spec;
  return (
    <dl className="specs">
      <Figure name="vCPU">
        <Duration parts={[{ value: vcpu(spec.cpus), unit: "" }]} />
      </Figure>
      <Memory name="Memory" mebibytes={spec.memoryMebibytes} raw={raw} />
      <Figure name="GPU">
        {gpus && (
          <>
            <Duration parts={[{ value: vcpu(gpus.count), unit: "×" }]} />{" "}
            <Plain text={gpus.model} className="u3 inline-block max-w-40 align-bottom" />
          </>
        )}
      </Figure>
      <Memory name="Disk" mebibytes={spec.diskMebibytes} raw={raw} />
      <Memory name="Swap" mebibytes={spec.swapMebibytes} raw={raw} />
    </dl>
  );
}

interface MemoryProps {
  readonly name: string;
  readonly mebibytes: number | undefined;
  readonly raw: boolean;
}

/** Rounded for the eye; the amount as the API gave it is in the title, and with `raw` below. */
function Memory({ name, mebibytes, raw }: MemoryProps) {
  if (mebibytes === undefined) return <Figure name={name} />;
  return (
    <Figure name={name} title={`${mebibytes} MiB`}>
      <Duration parts={[memory(mebibytes)]} />
      {raw && <span className="raw">{formatNumber(mebibytes)} MiB</span>}
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
  const now = useNow();
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
              <Duration parts={formatDuration(Math.max(0, now - known.session.startedAt))} />
            </span>
          </li>
        ))}
      </ul>
      {sessions.length > SHOWN && (
        <p className="px-3 pb-1 text-2xs text-text-3">and {sessions.length - SHOWN} more</p>
      )}
    </div>
  );
}
