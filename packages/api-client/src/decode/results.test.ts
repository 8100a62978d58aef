/** The results of the other methods, and the API's errors. */
import { describe, expect, it } from "vitest";
import { DecodeError } from "../errors.ts";
import { DecthingsTensor } from "../tensor.ts";
import { encodeHttpResponse } from "../wire/http.ts";
import { hasErrorCode, readAnswer, readNothing } from "./answer.ts";
import { readPersistentLaunchers, readSysinfo } from "./launchers.ts";
import { readTrainingMetrics, readTrainingStatus } from "./training.ts";

const status = (fields: unknown) => ({ id: "t", createdAt: 1e12, metrics: [], status: fields });
const readStatus = (fields: unknown) => readTrainingStatus(status(fields)).status;
const FINISHED = { finishedAt: 1e12, trainDuration: 5 };

describe("the status of a training", () => {
  it.each([
    [0, 0],
    [0.25, 0.25],
    [1, 1],
    [1.5, 0.015],
    [100, 1],
  ])("reads a progress of %d as %d", (given, progress) => {
    expect(readStatus({ state: "running", progress: given })).toEqual({ state: "running", progress });
  });

  it("is kept as it came in a state that is not known", () => {
    const starting = { state: "starting", since: null };
    expect(readStatus(starting)).toEqual(starting);
    expect(readStatus({ state: "constructor" })).toEqual({ state: "constructor" });
  });

  it("reads null as absent where a field is optional, and seconds as seconds", () => {
    const failReason = { code: "exception", exceptionDetails: null };
    const came = { state: "failed", finishedAt: 1000, trainDuration: null, failReason };
    expect(readStatus(came)).toEqual({ state: "failed", finishedAt: 1e6, failReason: { code: "exception" } });
  });

  it("keeps a reason that is not known", () => {
    const failed = { state: "failed", ...FINISHED, failReason: { code: "flood", level: 3 } };
    expect(readStatus(failed)).toEqual(failed);
  });

  it.each([
    undefined,
    {},
    { state: "running" },
    { state: "running", progress: "0.5" },
    { state: "completed", finishedAt: 1 },
    { state: "completed", trainDuration: 1 },
    { state: "failed", ...FINISHED },
    { state: "failed", ...FINISHED, failReason: { code: 1 } },
  ])("is refused as %j", (fields) => {
    expect(() => readStatus(fields)).toThrow(DecodeError);
  });
});

describe("metrics", () => {
  const tensor = new DecthingsTensor([0.5], "f64", []).serialize();
  const entries = (count: number) => Array.from({ length: count }, () => ({ timestamp: 1e12 }));
  const metrics = (...counts: number[]) => ({
    metrics: counts.map((count) => ({ name: "loss", startIndex: 0, entries: entries(count) })),
  });

  it("take the blobs in order, and leave those beyond", () => {
    const blobs = [1, 2, 3, 4].map((value) => new DecthingsTensor([value], "u8", []).serialize());
    const { metrics: read } = readTrainingMetrics(metrics(1, 2), blobs);
    expect(read.map((metric) => metric.entries.map(({ data }) => data.item()))).toEqual([[1], [2, 3]]);
  });

  it.each([
    ["too few blobs", metrics(2), [tensor]],
    ["a truncated tensor", metrics(1), [tensor.subarray(0, 5)]],
    ["bytes after a tensor", metrics(1), [new Uint8Array([...tensor, 0])]],
    ["no list of metrics", {}, []],
    ["an entry without a time", { metrics: [{ name: "a", startIndex: 0, entries: [{}] }] }, [tensor]],
  ])("are refused with %s", (_, result, blobs) => {
    expect(() => readTrainingMetrics(result, blobs)).toThrow(DecodeError);
  });
});

describe("launchers", () => {
  const spec = { cpus: 1, memoryMebibytes: 1024 };
  const launcher = {
    id: "l",
    name: "n",
    spec,
    state: { type: "active" },
    running: [{ id: "s", type: "debug" }],
  };
  const page = (...persistentLaunchers: unknown[]) => ({
    persistentLaunchers,
    total: 1,
    offset: 0,
    limit: 20,
  });

  it("are the objects that came where those are canonical", () => {
    const result = page(launcher, { ...launcher, state: { type: "asleep" }, createdAt: 1e12 });
    expect(readPersistentLaunchers(result).persistentLaunchers).toBe(result.persistentLaunchers);
  });

  it("read null as absent and seconds as seconds", () => {
    const came = page({ ...launcher, createdAt: null }, launcher, { ...launcher, createdAt: 1 });
    expect(readPersistentLaunchers(came)).toEqual(page(launcher, launcher, { ...launcher, createdAt: 1000 }));
  });

  it.each([
    { ...launcher, id: undefined },
    { ...launcher, spec: {} },
    { ...launcher, state: "active" },
    { ...launcher, state: { type: "recreating" } },
    { ...launcher, running: [{ id: "s" }] },
  ])("are refused as %j", (broken) => {
    expect(() => readPersistentLaunchers(page(broken))).toThrow(DecodeError);
  });

  it("tell their load", () => {
    const load = { timestamp: 1e12, cpus: 0.5, memory: 100, disk: 5 };
    const came = { sysinfo: [load, { ...load, timestamp: 1e9, disk: null }] };
    const { disk: _, ...without } = load;
    expect(readSysinfo(came)).toEqual({ sysinfo: [load, without] });
    expect(() => readSysinfo({ sysinfo: [{ ...load, memory: null }] })).toThrow(DecodeError);
  });
});

describe("an answer", () => {
  const answer = (body: unknown) => readAnswer(encodeHttpResponse(body as { result: unknown }), readNothing);

  it("may have null for the one of result and error that it is not", () => {
    expect(answer({ result: { left: "over" }, error: null })).toEqual({ result: {} });
    expect(answer({ error: { code: "unknown" }, result: null })).toEqual({ error: { code: "unknown" } });
  });

  it("keeps an error it does not know", () => {
    expect(answer({ error: { code: "flood", level: 3 } })).toEqual({ error: { code: "flood", level: 3 } });
  });

  it("tells its error by its code", () => {
    const { error } = answer({ error: { code: "invalid_parameter", parameterName: "ids", reason: "none" } });
    expect(error && hasErrorCode(error, "unknown")).toBe(false);
    expect(error && hasErrorCode(error, "invalid_parameter") && error.parameterName).toBe("ids");
  });

  it("gives an invalid_parameter its words, should the server leave them out", () => {
    const error = { code: "invalid_parameter", parameterName: "", reason: "" };
    expect(answer({ error: { code: "invalid_parameter", reason: null } })).toEqual({ error });
  });

  it.each([
    {},
    [],
    null,
    { result: null, error: null },
    { error: null },
    { result: {}, error: { code: "unknown" } },
    { error: "boom" },
    { error: {} },
    { error: { code: 1 } },
  ])("is refused as %j", (body) => {
    expect(() => answer(body)).toThrow(DecodeError);
  });
});
