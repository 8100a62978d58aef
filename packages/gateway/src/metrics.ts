/** What the gateway counts of itself, for `/metrics`: names, meanings and labels are for Prometheus to read and stay as they are. */
import type { Socket } from "node:net";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { SharedAnswer, Verdict } from "./shared-calls.ts";
import type { UpstreamAnswer } from "./upstream.ts";

/** A connection that asked for nothing for so long watches no more: a hidden page asks once a minute. Ms. */
const VIEWER_MS = 120_000;

/** Seconds; what a person waits for lies in the middle, the limits of a call at the end. */
const BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

export interface Metrics {
  /** A call was asked for on this connection. */
  readonly viewed: (socket: Socket) => void;
  /** A call to the API is over. @param method one of the list @param outcome {@link outcomeOf} */
  readonly called: (method: string, outcome: string, seconds: number) => void;
  /** A viewer got an answer: by its own call, by another's under way, or a kept one. */
  readonly answered: (method: string, from: SharedAnswer<unknown>["from"]) => void;
  /** A response is over. */
  readonly responded: (status: number) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** How a call to the API ended, in a word: never one of the API's own. */
export function outcomeOf({ status, failure }: UpstreamAnswer, verdict: Verdict): string {
  if (failure !== undefined) return failure;
  if (verdict === "error" && status >= 300) return "http";
  return verdict;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const lastAsked = new Map<Socket, number>();
  const name = (what: string) => `decthings_gateway_${what}`;
  void new Gauge({
    name: name("viewers"),
    help: "Connections that asked for an answer of the API in the last two minutes.",
    registers,
    collect() {
      const oldest = performance.now() - VIEWER_MS;
      this.set([...lastAsked.values()].filter((at) => at >= oldest).length);
    },
  });
  const calls = new Counter({
    name: name("upstream_calls_total"),
    help: "Calls to the API, by method and how they ended.",
    labelNames: ["method", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: name("upstream_call_seconds"),
    help: "Duration of calls to the API, to the last byte of the answer.",
    labelNames: ["method"],
    buckets: BUCKETS,
    registers,
  });
  const answers = new Counter({
    name: name("answers_total"),
    help: "Answers given to viewers: by a call of their own (call), one under way (join), or a kept one (keep).",
    labelNames: ["method", "from"],
    registers,
  });
  const responses = new Counter({
    name: name("responses_total"),
    help: "Responses of any kind, by the first digit of their status.",
    labelNames: ["status"],
    registers,
  });
  return {
    viewed(socket) {
      if (!lastAsked.has(socket)) socket.once("close", () => lastAsked.delete(socket));
      lastAsked.set(socket, performance.now());
    },
    called(method, outcome, took) {
      calls.inc({ method, outcome });
      seconds.observe({ method }, took);
    },
    answered: (method, from) => answers.inc({ method, from }),
    responded: (status) => responses.inc({ status: `${Math.floor(status / 100)}xx` }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
