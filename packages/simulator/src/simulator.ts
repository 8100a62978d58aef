/** The simulator as a thing to mount: it answers requests and upgrades that are its own, and leaves all others alone. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { apiPath, handleApi } from "./api.ts";
import { createClock } from "./clock.ts";
import { handleControl, isControlPath } from "./control.ts";
import type { Core } from "./core.ts";
import { createFaultSwitch } from "./fault-switch.ts";
import type { Pack } from "./deliver.ts";
import type { Faults } from "./faults.ts";
import { createState } from "./state.ts";
import { createTraffic, type Stats } from "./traffic.ts";
import { createSockets } from "./websocket.ts";
import type { ScenarioName } from "./world/scenarios.ts";

export const DEFAULT_SESSIONS = 25;
export const MAX_SESSIONS = 50_000;

export interface SimulatorOptions {
  /** Default `default`. */
  scenario?: ScenarioName;
  /** How many sessions the world has at a time, about. Default 25, at most 50,000. */
  sessions?: number;
  /** Default 1. The same seed is the same world. */
  seed?: number;
  /** Real epoch ms. Default the machine's clock. */
  now?: () => number;
  /** Virtual seconds per real second. Default 1. */
  speed?: number;
  faults?: Faults;
  /** Whether `/_simulator/*` is answered. Default true; it answers this machine only. */
  allowControl?: boolean;
  /** Whether the WebSocket takes calls that end a session or a training. Default true; who mounts it answers for those over HTTP. */
  allowActions?: boolean;
}

export interface Simulator {
  /**
   * Answers /v0/{Api}/{method} and /_simulator/*; false (and nothing touched) for any other path.
   * @param pack compresses answers of the API; absent: they go as they are.
   */
  handle(req: IncomingMessage, res: ServerResponse, pack?: Pack): boolean;
  /** The WebSocket at /v0/ws; false (and nothing touched) for any other path. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  setFaults(faults: Faults): void;
  stats(): Stats;
  /** Ends every call in flight and every WebSocket. */
  close(): Promise<void>;
}

const pathOf = (req: IncomingMessage) => (req.url ?? "").split("?", 1)[0] ?? "";

export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { scenario = "default", seed = 1, sessions = DEFAULT_SESSIONS } = options;
  const { allowControl = true, allowActions = true } = options;
  const core: Core = {
    clock: createClock(options.now ?? Date.now, options.speed ?? 1),
    state: createState({ seed, scenario, sessions: Math.min(sessions, MAX_SESSIONS) }),
    faults: createFaultSwitch(options.faults ?? {}),
    traffic: createTraffic(),
  };
  const sockets = createSockets(core, allowActions);
  const open = new Set<ServerResponse>();

  return {
    handle(req, res, pack) {
      const path = pathOf(req);
      const method = apiPath(path);
      const control = allowControl && isControlPath(path);
      if (method === undefined && !control) return false;
      open.add(res);
      res.once("close", () => open.delete(res));
      // A client that goes away is no error of the server; without a listener it would end the process.
      res.on("error", () => undefined);
      if (method === undefined) handleControl(core, path, req, res);
      else handleApi(core, method, { req, res, pack });
      return true;
    },
    upgrade(req, socket, head) {
      if (pathOf(req) !== "/v0/ws") return false;
      sockets.upgrade(req, socket, head);
      return true;
    },
    setFaults: (faults) => core.faults.set(faults),
    stats: () => core.traffic.stats(),
    close() {
      for (const res of open) res.destroy();
      sockets.close();
      return Promise.resolve();
    },
  };
}
