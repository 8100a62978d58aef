/** The one word for how watching goes, as the live indicator and the tests name it. */
import type { Problem } from "./problem.ts";

export type Phase =
  | "connecting"
  | "live"
  | "paused"
  | "retrying"
  | "offline"
  | "waiting"
  | "unauthorised"
  | "refused";

const PHASE_OF_PROBLEM = {
  bad_credentials: "unauthorised",
  no_key: "unauthorised",
  invalid_parameter: "refused",
  too_many_requests: "waiting",
  payment_required: "waiting",
  api: "retrying",
  http: "retrying",
  timeout: "retrying",
  undecodable: "retrying",
  network: "retrying",
} as const satisfies Record<Problem["kind"], Phase>;

/**
 * @param facts.answered whether any answer has come on this connection
 * @param facts.online what the browser says; believed only while polls fail
 */
export function phaseOf(facts: {
  answered: boolean;
  paused: boolean;
  online: boolean;
  problem: Problem | undefined;
}): Phase {
  const { answered, paused, online, problem } = facts;
  const phase = problem && PHASE_OF_PROBLEM[problem.kind];
  if (phase === "unauthorised" || phase === "refused") return phase;
  if (paused && answered) return "paused";
  if (phase === "retrying" && !online) return "offline";
  return phase ?? (answered ? "live" : "connecting");
}
