/** The servers a test needs, each on a free port of this machine. */
import {
  createGateway,
  type GatewayOptions,
  type RequestEntry,
  serve,
} from "../../packages/gateway/src/index.ts";
import {
  createSimulator,
  listen,
  type Simulator,
  type SimulatorOptions,
} from "../../packages/simulator/src/index.ts";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LOOPBACK = "127.0.0.1";
/** The built page. */
export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** A key that nothing but the Authorization header of a forwarded call may hold. */
export const CANARY_KEY = "canary-key-7d1f20";

/** What a test asks of the simulated API. */
export type World = Pick<SimulatorOptions, "scenario" | "sessions" | "seed" | "speed" | "faults">;

/** The simulated API on a port of its own. */
export interface Api {
  readonly simulator: Simulator;
  /** The base, with its version. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** @param port 0 takes a free one; a given one brings back an API that was closed. */
export async function startApi(world: SimulatorOptions, port = 0): Promise<Api> {
  const simulator = createSimulator(world);
  const { url, port: taken, close } = await listen(simulator, { port, host: LOOPBACK });
  return { simulator, url, port: taken, close };
}

export interface ServedPage {
  /** Where the dashboard is, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** What the gateway would have logged. */
  readonly log: readonly RequestEntry[];
  close(): Promise<void>;
}

/**
 * The gateway with the built page, or another in `distDir`.
 * @param port 0 takes a free one; a given one brings back a gateway that was closed.
 */
export async function startPage(options: GatewayOptions, port = 0): Promise<ServedPage> {
  if (!existsSync(`${DIST}/index.html`)) throw new Error("The page is not built: npm run build.");
  const log: RequestEntry[] = [];
  const gateway = createGateway({ distDir: DIST, ...options, onRequest: (entry) => void log.push(entry) });
  const { url, port: taken, close } = await serve(gateway, { port, host: LOOPBACK });
  return { url, port: taken, log, close };
}

/** Moves the virtual time of a simulator: `offsetMs` from the clock it was given, `speed` from now on. */
export async function moveClock(
  origin: string,
  change: { readonly offsetMs?: number; readonly speed?: number },
): Promise<void> {
  const response = await fetch(new URL("/_simulator/clock", origin), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
  });
  if (!response.ok) throw new Error(await response.text());
}
