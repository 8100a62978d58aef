import { DecodeError } from "../errors.ts";
import { DecthingsTensor } from "../tensor.ts";
import type { GetTrainingMetricsResult, GetTrainingStatusResult, TrainingStatus } from "../types.ts";
import type { JsonObject } from "../wire/frame.ts";
import {
  readInstant,
  readList,
  readNumber,
  readObject,
  readOptional,
  readString,
  withFields,
} from "./read.ts";

/** 0..1; a value above 1 and up to 100 is taken as percent. */
function readProgress(value: unknown): number {
  const progress = readNumber(value, "progress");
  return progress > 1 && progress <= 100 ? progress / 100 : progress;
}

function readFailReason(value: unknown, what: string): JsonObject {
  const reason = readObject(value, what);
  if (readString(reason.code, "code") !== "exception") return reason;
  return withFields(reason, {
    exceptionDetails: readOptional(reason.exceptionDetails, "exceptionDetails", readString),
  });
}

/** A state this client does not know is kept as it came. */
function readStatus(value: unknown, what: string): TrainingStatus {
  const status = readObject(value, what);
  const state = readString(status.state, "state");
  const fields: JsonObject = {};
  if (state === "running") fields.progress = readProgress(status.progress);
  if (state === "completed") fields.trainDuration = readNumber(status.trainDuration, "trainDuration");
  if (state === "failed") {
    fields.trainDuration = readOptional(status.trainDuration, "trainDuration", readNumber);
    fields.failReason = readFailReason(status.failReason, "failReason");
  }
  if (state === "completed" || state === "failed") {
    fields.finishedAt = readInstant(status.finishedAt, "finishedAt");
  }
  return withFields(status, fields) as unknown as TrainingStatus;
}

function readAmount(value: unknown, what: string): { name: string; amount: number } {
  const metric = readObject(value, what);
  readString(metric.name, "name");
  readNumber(metric.amount, "amount");
  return metric as { name: string; amount: number };
}

export function readTrainingStatus(value: unknown): GetTrainingStatusResult {
  const result = readObject(value, "result");
  return {
    id: readString(result.id, "id"),
    createdAt: readInstant(result.createdAt, "createdAt"),
    metrics: readList(result.metrics, "metrics", readAmount),
    status: readStatus(result.status, "status"),
  };
}

/** The tensor that fills a blob. */
function readTensor(blob: Uint8Array | undefined): DecthingsTensor {
  if (blob === undefined) throw new DecodeError("metrics: fewer blobs than entries");
  const [tensor, length] = DecthingsTensor.deserialize(blob);
  if (length !== blob.length) throw new DecodeError("metrics: bytes after a tensor");
  return tensor;
}

/** Entries take the blobs in order, one each; blobs beyond them are ignored. */
export function readTrainingMetrics(value: unknown, blobs: readonly Uint8Array[]): GetTrainingMetricsResult {
  let next = 0;
  const readEntry = (entry: unknown, what: string) => ({
    timestamp: readInstant(readObject(entry, what).timestamp, "timestamp"),
    data: readTensor(blobs[next++]),
  });
  return {
    metrics: readList(readObject(value, "result").metrics, "metrics", (item, what) => {
      const metric = readObject(item, what);
      return {
        name: readString(metric.name, "name"),
        startIndex: readNumber(metric.startIndex, "startIndex"),
        entries: readList(metric.entries, "entries", readEntry),
      };
    }),
  };
}
