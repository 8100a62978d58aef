import { formatNumber } from "../../domain/format-number.ts";
import { vcpu } from "../../domain/format-size.ts";
import type { LaunchersInUse } from "../../domain/launchers.ts";

interface InUseProps {
  readonly inUse: LaunchersInUse;
  readonly isWhole: boolean;
}

/** How many launchers are in use, and what is held of them. */
export function InUse({ inUse: { persistent, temporary, cpus }, isWhole }: InUseProps) {
  const sum = Math.round((cpus.persistent + cpus.temporary) * 1000) / 1000;
  return (
    <>
      <b className="strong">Launchers</b>
      {isWhole && (
        <>
          <span className="t3">
            {formatNumber(persistent)} persistent · {formatNumber(temporary)} temporary
          </span>
          <span className="vr only-d" />
          <span className="in-use">
            <span className="t3">In use </span>
            {vcpu(sum)} vCPU
            {persistent > 0 && temporary > 0 && (
              <span className="t2">
                {" "}
                = {vcpu(cpus.persistent)} persistent + {vcpu(cpus.temporary)} temporary
              </span>
            )}
          </span>
        </>
      )}
    </>
  );
}
