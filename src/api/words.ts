/** Turns a problem into what happened and what to do. The only place where an error becomes English. */
import { CALL_DEADLINE_MS } from "../domain/call-deadline.ts";
import type { Mode } from "./page-config.ts";
import type { Problem } from "./problem.ts";

export interface Words {
  /** What happened: one short sentence. */
  readonly title: string;
  /** What follows from it, or what to do: one or two sentences. */
  readonly detail: string;
  /** `wait`: it passes by itself. `stop`: a person has to do something. */
  readonly tone: "wait" | "stop";
}

export interface Surroundings {
  readonly mode: Mode;
  /** Host of the API as the page addresses it. */
  readonly host: string;
  /** Whether the browser says it is offline. */
  readonly offline: boolean;
  /** Whether a person paused the updates, and that has taken hold: a page without an answer asks all the same. */
  readonly paused: boolean;
  /** When the last answer came, in words; undefined before any. */
  readonly since?: string | undefined;
}

/** Says a problem in words. Text from the API is passed on as it came: the page shows it as inert text. */
export function wordsOf(problem: Problem, { mode, host, offline, paused, since }: Surroundings): Words {
  const next = paused ? "Updates are paused: nothing is asked again by itself." : "Polling goes on.";
  switch (problem.kind) {
    case "bad_credentials":
      return {
        title: "The API key was rejected.",
        detail:
          mode === "gateway"
            ? "Polling has stopped and will not retry by itself. Give the gateway another key and restart it."
            : "Polling has stopped and will not retry by itself.",
        tone: "stop",
      };
    case "no_key":
      return {
        title: "The tab that asked the API is gone.",
        detail: "This tab followed it and has no API key of its own. Enter the key here to go on.",
        tone: "stop",
      };
    case "too_many_requests":
      return {
        title: "Too many requests.",
        detail: paused ? next : "Polling waits before it asks again.",
        tone: "wait",
      };
    case "payment_required":
      return {
        title: "Payment is required.",
        detail: `The API answers no more until the account is paid. ${paused ? next : "Polling looks again every 5 minutes."}`,
        tone: "wait",
      };
    case "invalid_parameter":
      return {
        title: `The API refused the request: ${problem.parameterName || "a parameter"} is invalid.`,
        detail: `${sentence(problem.reason)}Polling has stopped. Change the session ids, or try again.`,
        tone: "stop",
      };
    case "api":
      return { title: `The API answered ${problem.code}.`, detail: next, tone: "wait" };
    case "http":
      return {
        title: `${host} answered with HTTP status ${problem.status}.`,
        detail:
          problem.status === 401 && mode !== "direct"
            ? `${next} If this dashboard has an access token, a reload asks for it.`
            : next,
        tone: "wait",
      };
    case "timeout":
      return {
        title: `${host} did not answer within ${CALL_DEADLINE_MS / 1_000} s.`,
        detail: next,
        tone: "wait",
      };
    case "undecodable":
      return {
        title: "The answer could not be read.",
        detail: `${sentence(problem.reason)}${next}`,
        tone: "wait",
      };
    case "network":
      if (!offline) {
        return {
          title: `No connection to ${host}.`,
          detail: paused ? next : "Polling goes on until it answers.",
          tone: "wait",
        };
      }
      return since === undefined
        ? { title: "Offline.", detail: "What happens meanwhile is hatched.", tone: "wait" }
        : { title: `Offline since ${since}.`, detail: "What happened since is hatched.", tone: "wait" };
  }
}

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  return /[.!?…]$/u.test(trimmed) ? `${trimmed} ` : `${trimmed}. `;
}
