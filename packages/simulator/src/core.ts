/** What HTTP and WebSocket share: one clock, one state, one switch of faults, and one way to answer a call. */
import type { Clock } from "./clock.ts";
import type { FaultSwitch } from "./fault-switch.ts";
import type { Faults } from "./faults.ts";
import { errorReply, type Reply } from "./frame.ts";
import type { Method } from "./methods/method.ts";
import type { State } from "./state.ts";
import type { Traffic } from "./traffic.ts";

export interface Core {
  readonly clock: Clock;
  readonly state: State;
  readonly faults: FaultSwitch;
  readonly traffic: Traffic;
}

/** Virtual time as one call sees it. */
export const timeFor = (core: Core, faults: Faults): number => core.clock.now() + (faults.clockSkewMs ?? 0);

/** The key that is refused is one a person can type: any that begins with `bad`. */
const isBadKey = (key: string | undefined) => key?.startsWith("bad") ?? false;

/** The answer to a call: the error that was asked for, the refusal of a bad key, or what the method says. */
export function answer(
  core: Core,
  run: Method,
  request: { params: unknown; key: string | undefined; faults: Faults },
): Reply {
  const { params, key, faults } = request;
  if (faults.error !== undefined) return typedError(faults.error);
  if (isBadKey(key)) return errorReply({ code: "bad_credentials" });
  return run(params, { state: core.state, t: timeFor(core, faults), sessionFaults: faults.sessions ?? [] });
}

/** A typed error by its code, with the fields the protocol gives it. */
export function typedError(code: string): Reply {
  return code === "invalid_parameter"
    ? errorReply({ code, parameterName: "debugSessionIds", reason: "refused by a fault" })
    : errorReply({ code });
}
