import type { ReactNode } from "react";
import { formatNumber, UNKNOWN } from "../../domain/format-number.ts";
import { memory, vcpu } from "../../domain/format-size.ts";
import type { Known, KnownSession } from "../../domain/known.ts";
import { LOCATION_LABELS } from "../../domain/location-words.ts";
import type { LauncherSpec, Location } from "../../domain/session.ts";
import type { Zone } from "../../domain/zone.ts";
import { Card } from "../../ui/card.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Duration } from "../../ui/duration.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LOCATION_ICONS } from "../../ui/location-icons.ts";
import { Link } from "../../url/link.tsx";
import { launchersPath } from "../../url/paths.ts";
import { LauncherSessions } from "./launcher-sessions.tsx";
import { NoSpecification } from "./location-card.tsx";

interface LocationTabProps {
  readonly session: KnownSession;
  readonly known: Known;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
}

/** Where a session runs: each figure of the specification as it reads and as the API gave it, and what else runs there. */
export function LocationTab(props: LocationTabProps) {
  const { location } = props.session.session;
  return (
    <div className="lgrid">
      <Card
        icon={LOCATION_ICONS[location.kind]}
        title={LOCATION_LABELS[location.kind]}
        actions={
          location.kind === "persistent" && (
            <Link to={launchersPath({ launcher: [location.launcherId] })} className="goes-on">
              Open launcher
              <Icon name="next" size={14} />
            </Link>
          )
        }
      >
        <Specification location={location} />
      </Card>
      {location.kind === "persistent" && <LauncherSessions {...props} launcherId={location.launcherId} />}
    </div>
  );
}

function Specification({ location }: { readonly location: Location }) {
  if (!("spec" in location)) return <NoSpecification location={location} />;
  const { cpus, memoryMebibytes, swapMebibytes, diskMebibytes, gpus }: LauncherSpec = location.spec;
  return (
    <dl className="spec-lines">
      {location.kind === "persistent" && (
        <Line name="Launcher id">
          <IdText id={location.launcherId} short="full" />
          <CopyButton text={location.launcherId} label="Copy launcher id" done="Launcher id copied" shown />
        </Line>
      )}
      <Line name="vCPU" raw={`cpus ${cpus}`}>
        <b>{vcpu(cpus)}</b>
      </Line>
      <MemoryLine name="Memory" mebibytes={memoryMebibytes} />
      <MemoryLine name="Swap" mebibytes={swapMebibytes} />
      <MemoryLine name="Disk" mebibytes={diskMebibytes} />
      <Line
        name="GPU"
        raw={
          gpus && (
            <>
              count {gpus.count}, model {gpus.model === "" ? "(empty)" : <Plain text={gpus.model} />}
            </>
          )
        }
      >
        {gpus && (
          <b>
            <Duration parts={[{ value: vcpu(gpus.count), unit: "×" }]} />{" "}
            <Plain text={gpus.model || UNKNOWN} />
          </b>
        )}
      </Line>
    </dl>
  );
}

/** So many decimals of a MiB tell a byte. */
const BYTE_DECIMALS = 6;

function MemoryLine({ name, mebibytes }: { readonly name: string; readonly mebibytes: number | undefined }) {
  if (mebibytes === undefined) return <Line name={name} />;
  return (
    <Line name={name} raw={`${formatNumber(mebibytes, BYTE_DECIMALS)} MiB`}>
      <b>
        <Duration parts={[memory(mebibytes)]} />
      </b>
    </Line>
  );
}

interface LineProps {
  readonly name: string;
  /** As the API gave it. */
  readonly raw?: ReactNode;
  /** None where the launcher has no such thing. */
  readonly children?: ReactNode;
}

function Line({ name, raw, children }: LineProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{children ?? <span className="t3">not set</span>}</span>
        {raw !== undefined && <span className="raw">{raw}</span>}
      </dd>
    </div>
  );
}
