/** A simulator on a free port for one test, and what tests ask it with. */
import { DecthingsClient } from "@decthings/api-client";
import { onTestFinished, vi } from "vitest";
import { listen } from "../src/listen.ts";
import { createSimulator, type Simulator, type SimulatorOptions } from "../src/simulator.ts";

// Real sockets and processes on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

/** An instant to hold the world at: 2026-03-11T13:34:08Z. */
export const NOON = 1_773_236_048_000;

export interface Running {
  readonly simulator: Simulator;
  readonly url: string;
  /** `http://127.0.0.1:port`, without the version. */
  readonly origin: string;
  readonly client: DecthingsClient;
  /** Posts JSON to the control endpoint. */
  readonly control: (path: string, body: unknown) => Promise<Response>;
}

/** Serves until the test ends. Time stands still at NOON unless `now` is given. */
export async function running(options: SimulatorOptions = {}): Promise<Running> {
  const simulator = createSimulator({ now: () => NOON, ...options });
  const server = await listen(simulator, { port: 0, host: "127.0.0.1" });
  const client = new DecthingsClient({ httpServerAddress: server.url });
  onTestFinished(async () => {
    client.close();
    await server.close();
  });
  const origin = new URL(server.url).origin;
  return {
    simulator,
    url: server.url,
    origin,
    client,
    control: (path, body) =>
      fetch(`${origin}/_simulator/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

/** For expect.poll: long enough for a machine that does much else. */
export const PATIENTLY = { timeout: 10_000 };

/** The result of an answer that must not be an error. */
export function resultOf<T>(answer: { result?: T | undefined; error?: unknown }): T {
  if (answer.result === undefined) throw new Error(`answered an error: ${JSON.stringify(answer.error)}`);
  return answer.result;
}

/** The first of a list that must not be empty. */
export function first<T>(list: readonly T[]): T {
  const [head] = list;
  if (head === undefined) throw new Error("the list is empty");
  return head;
}
