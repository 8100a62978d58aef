/** Why a poll gave no answer, as a value with its type: nothing downstream ever reads an error's message. */
import {
  type ApiError,
  ClosedError,
  DecodeError,
  HttpStatusError,
  NetworkError,
  TimeoutError,
} from "@decthings/api-client";

export type Problem =
  | { readonly kind: "bad_credentials" }
  | { readonly kind: "too_many_requests" }
  | { readonly kind: "payment_required" }
  | { readonly kind: "invalid_parameter"; readonly parameterName: string; readonly reason: string }
  /** `unknown`, or a code of the API that this page does not know. */
  | { readonly kind: "api"; readonly code: string }
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "timeout" }
  | { readonly kind: "undecodable"; readonly reason: string }
  /** No response at all: refused, dropped, or the page's own server is gone. */
  | { readonly kind: "network" }
  /** This page has no key of its own, and the tab that it followed is gone. */
  | { readonly kind: "no_key" };

/** Thrown by the list query when a poll gave no answer. */
export class PollError extends Error {
  override readonly name = "PollError";
  readonly problem: Problem;
  /** Epoch ms. */
  readonly failedAt: number;
  /** Until the next poll, from `failedAt`; undefined when only a person may try again. */
  readonly nextInMs: number | undefined;

  constructor(problem: Problem, failedAt: number, nextInMs: number | undefined) {
    super(`The list call failed: ${problem.kind}`);
    this.problem = problem;
    this.failedAt = failedAt;
    this.nextInMs = nextInMs;
  }
}

/** Reads the API's own error. */
export function problemOfAnswer(error: ApiError): Problem {
  switch (error.code) {
    case "bad_credentials":
      return { kind: "bad_credentials" };
    case "too_many_requests":
      return { kind: "too_many_requests" };
    case "payment_required":
      return { kind: "payment_required" };
    case "invalid_parameter":
      return {
        kind: "invalid_parameter",
        parameterName: text(error, "parameterName"),
        reason: text(error, "reason"),
      };
    default:
      return { kind: "api", code: error.code };
  }
}

/** Reads what the client threw. Anything else, a request that could not even be made among it, is a defect and is thrown on. */
export function problemOfFailure(error: unknown): Problem {
  if (error instanceof HttpStatusError) {
    return error.status === 429 ? { kind: "too_many_requests" } : { kind: "http", status: error.status };
  }
  if (error instanceof TimeoutError) return { kind: "timeout" };
  if (error instanceof DecodeError) return { kind: "undecodable", reason: error.message };
  if (error instanceof NetworkError || error instanceof ClosedError) return { kind: "network" };
  throw error;
}

/** How long the server asked to wait, in ms, when a failure says so. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof HttpStatusError ? error.retryAfterMs : undefined;
}

function text(error: object, field: "parameterName" | "reason"): string {
  const value: unknown = Object.hasOwn(error, field) ? Reflect.get(error, field) : undefined;
  return typeof value === "string" ? value : "";
}
