/** What the serving process is told, and what it tells. */
import type { FastClock } from "../fast/fast-time.ts";
import type { SimulatorOptions } from "../../packages/simulator/src/index.ts";

export interface ServersOptions {
  readonly world: Pick<SimulatorOptions, "scenario" | "sessions" | "seed">;
  /** The world's clock; the machine's where absent. */
  readonly clock?: FastClock;
  readonly pages: readonly { readonly name: string; readonly distDir: string }[];
}

/** One list call, from its arrival to the end of its answer. Epoch ms with fractions. */
export interface Call {
  readonly target: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export type FromServers =
  | { readonly kind: "ready"; readonly urls: Readonly<Record<string, string>> }
  | ({ readonly kind: "call" } & Call);
