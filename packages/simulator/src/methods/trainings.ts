/** The methods of the Debug API that name one training. */
import { DecthingsTensor } from "@decthings/api-client";
import * as v from "valibot";
import { errorReply, resultReply, type Reply } from "../frame.ts";
import { entriesAt, entryTime, isMetric, METRIC_NAMES, METRICS, progressAt } from "../world/curves.ts";
import { stateAt, type TrainingPlan } from "../world/life.ts";
import { sessionNotFound } from "./debug-sessions.ts";
import { count, method, object, text, type Call } from "./method.ts";

const ids = { debugSessionId: text, trainingSessionId: text };

/** Answers with the training that was named, or says which of the two is not there. */
function withTraining(
  named: { debugSessionId: string; trainingSessionId: string },
  { state, t }: Call,
  answer: (training: TrainingPlan) => Reply,
): Reply {
  const life = state.find(named.debugSessionId, t);
  if (life === undefined) return sessionNotFound;
  const training = life.trainings.find(
    ({ id, createdAt }) => id === named.trainingSessionId && createdAt <= t,
  );
  return training === undefined ? errorReply({ code: "training_session_not_found" }) : answer(training);
}

/** The status of the wire has no `starting`: such a training is running with no progress. */
function statusOf(training: TrainingPlan, t: number) {
  const { outcome, endsAt, runsFrom } = training;
  if (t < endsAt) return { state: "running", progress: progressAt(training, t) };
  const ended = { state: outcome.state, finishedAt: endsAt };
  if (outcome.state === "completed") return { ...ended, trainDuration: endsAt - runsFrom };
  const failed = { ...ended, failReason: outcome.reason };
  // A failure nobody can explain comes without a duration: the field is optional on the wire.
  return outcome.reason.code === "unknown" ? failed : { ...failed, trainDuration: endsAt - runsFrom };
}

export const getTrainingStatus = method(object(ids), (named, call) =>
  withTraining(named, call, (training) =>
    resultReply({
      id: training.id,
      createdAt: training.createdAt,
      metrics: METRIC_NAMES.map((name) => ({ name, amount: entriesAt(training, call.t) })),
      status: statusOf(training, call.t),
    }),
  ),
);

const wanted = v.pipe(
  v.array(object({ name: text, startIndex: count, amount: count }), "must be an array"),
  v.maxLength(100, "names more than 100 metrics"),
);

/** Each entry's value is a tensor, in a blob of its own, in order. An unknown metric has no entries. */
export const getTrainingMetrics = method(object({ ...ids, metrics: wanted }), (named, call) =>
  withTraining(named, call, (training) => {
    const blobs: Uint8Array[] = [];
    const metrics = named.metrics.map(({ name, startIndex, amount }) => {
      const end = isMetric(name) ? Math.min(startIndex + amount, entriesAt(training, call.t)) : 0;
      const entries: { timestamp: number }[] = [];
      for (let step = startIndex; isMetric(name) && step < end; step++) {
        const { type, shape, values } = METRICS[name];
        blobs.push(new DecthingsTensor(values(training, step), type, shape).serialize());
        entries.push({ timestamp: entryTime(training, step) });
      }
      return { name, startIndex, entries };
    });
    return resultReply({ metrics }, blobs);
  }),
);

export const cancelTrainingSession = method(object(ids), (named, call) =>
  withTraining(named, call, (training) => {
    const state = stateAt(training, call.t);
    if (state === "completed" || state === "failed") {
      return errorReply({ code: "training_session_not_running" });
    }
    call.state.obey({ kind: "cancel", ...named, at: call.t });
    return resultReply({});
  }),
);
