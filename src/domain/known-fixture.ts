/** Known sessions for tests, each from the few facts that a test is about. */
import type { DebugSession } from "@decthings/api-client";
import type { Interval, KnownSession } from "./known.ts";
import { readSession } from "./session.ts";

export interface KnownFacts {
  readonly id?: string;
  readonly startedAt?: number;
  readonly modelId?: string;
  /** A launcher's id, `temporary`, `absent`, or `{type}` for a kind nobody knows yet. */
  readonly on?: { readonly launcher: string } | { readonly type: string } | "temporary" | "absent";
  /** States of the trainings, oldest first; their ids are `training-0`, `training-1` ... or those given. */
  readonly trainings?: readonly (string | { readonly id: string; readonly state: string })[];
  /** Names of parameters of `train`. */
  readonly parameters?: readonly string[];
  readonly ended?: Interval;
}

const SPEC = { cpus: 1, memoryMebibytes: 1024 };

function readOn(on: KnownFacts["on"] = "temporary"): Pick<DebugSession, "executionLocation"> {
  if (on === "absent") return {};
  if (on === "temporary") return { executionLocation: { type: "temporaryLauncher", spec: SPEC } };
  if ("type" in on) return { executionLocation: { type: on.type } };
  return {
    executionLocation: { type: "persistentLauncher", persistentLauncherId: on.launcher, spec: SPEC },
  };
}

/** A session in every answer from the first to the newest, unless `ended` says otherwise. */
export function knownSession(facts: KnownFacts = {}): KnownSession {
  const startedAt = facts.startedAt ?? 1_000;
  const session = readSession({
    id: facts.id ?? "session",
    startedAt,
    modelId: facts.modelId ?? "model",
    parameterDefinitions: {
      createState: [],
      train: (facts.parameters ?? []).map((name) => ({
        name,
        required: false,
        rules: { shape: [], allowedTypes: ["f32"], annotations: [] },
      })),
      evaluateInput: [],
      evaluateOutput: [],
    },
    trainingSessions: (facts.trainings ?? []).map((training, i) => ({
      createdAt: startedAt + i,
      ...(typeof training === "string" ? { id: `training-${i}`, state: training } : training),
    })),
    ...readOn(facts.on),
  });
  return {
    session,
    firstSeen: startedAt,
    lastSeen: facts.ended?.after,
    trainings: session.trainings.map((training) => ({
      training,
      seen: [
        {
          state: training.state,
          rawState: training.rawState,
          entered: { after: undefined, by: startedAt },
        },
      ],
      end: undefined,
    })),
    ended: facts.ended,
    earlier: [],
  };
}
