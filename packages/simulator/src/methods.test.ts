import { DecthingsClient, type DebugSession, type DebugApi } from "@decthings/api-client";
import { decodeHttpResponse, encodeHttpRequest } from "@decthings/api-client/wire";
import { describe, expect, it } from "vitest";
import { first, NOON, resultOf, running } from "../test/running.ts";
import { HOSTILE_WORDS } from "./world/hostile.ts";

const MISSING = "00000000-0000-4000-8000-000000000000";

async function sessionsOf(debug: DebugApi): Promise<DebugSession[]> {
  return resultOf(await debug.getDebugSessions()).debugSessions;
}

/** A session and its first training in one of these states. */
async function trainingIn(debug: DebugApi, ...states: string[]) {
  const pairs = (await sessionsOf(debug)).flatMap((session) =>
    session.trainingSessions.map((training) => ({ session, training })),
  );
  const { session, training } = first(pairs.filter((pair) => states.includes(pair.training.state)));
  return {
    createdAt: training.createdAt,
    ids: { debugSessionId: session.id, trainingSessionId: training.id },
  };
}

describe("getDebugSessions", () => {
  it("lists about 25 whole sessions, every one readable", async () => {
    const { client } = await running();
    const { debugSessions, unreadable } = resultOf(await client.debug.getDebugSessions());
    expect(unreadable).toEqual([]);
    expect(Math.abs(debugSessions.length - 25)).toBeLessThan(5);
    for (const { startedAt, modelId, parameterDefinitions, executionLocation } of debugSessions) {
      expect(startedAt).toBeLessThanOrEqual(NOON);
      expect(modelId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      const { createState, train, evaluateInput, evaluateOutput } = parameterDefinitions;
      expect(
        [createState, train, evaluateInput, evaluateOutput].filter(({ length }) => length === 0),
      ).toEqual([]);
      expect(executionLocation?.type).toMatch(/^(persistent|temporary)Launcher$/);
    }
  });

  it("lists only the ids asked for, and leaves unknown ones out", async () => {
    const { client } = await running();
    const [one, two] = await sessionsOf(client.debug);
    const ids = [two?.id ?? "", MISSING, one?.id ?? ""];
    const result = resultOf(await client.debug.getDebugSessions({ debugSessionIds: ids }));
    expect(result.debugSessions).toEqual([one, two]);
    expect(resultOf(await client.debug.getDebugSessions({ debugSessionIds: [] })).debugSessions).toEqual([]);
  });

  it("carries every hostile word to the client and back again as an id", async () => {
    const { client } = await running({ scenario: "hostile" });
    const ids = (await sessionsOf(client.debug)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(Object.values<string>(HOSTILE_WORDS).toSorted());
    expect(
      resultOf(await client.debug.getDebugSessions({ debugSessionIds: ids })).debugSessions,
    ).toHaveLength(25);
  });

  it("follows the clock", async () => {
    let now = NOON;
    const { client } = await running({ now: () => now, speed: 60 });
    const before = await sessionsOf(client.debug);
    now += 60_000;
    const after = await sessionsOf(client.debug);
    expect(after).not.toEqual(before);
    expect(Math.max(...after.map(({ startedAt }) => startedAt))).toBeGreaterThan(NOON);
  });
});

describe("getTrainingStatus", () => {
  it("tells the progress of an open training", async () => {
    const { client } = await running();
    const { ids, createdAt } = await trainingIn(client.debug, "running");
    const result = resultOf(await client.debug.getTrainingStatus(ids));
    expect(result).toMatchObject({ id: ids.trainingSessionId, createdAt, status: { state: "running" } });
    expect(result.metrics.map(({ name }) => name)).toEqual([
      "loss",
      "accuracy",
      "learning_rate",
      "per_class_accuracy",
    ]);
  });

  it("calls a starting training running, for this status has no starting", async () => {
    const { client } = await running({ sessions: 300 });
    const { ids } = await trainingIn(client.debug, "starting");
    const { status } = resultOf(await client.debug.getTrainingStatus(ids));
    expect(status).toEqual({ state: "running", progress: 0 });
  });

  it("tells when a training ended and why", async () => {
    const { client } = await running();
    const completed = resultOf(
      await client.debug.getTrainingStatus((await trainingIn(client.debug, "completed")).ids),
    );
    expect(completed.status).toHaveProperty("trainDuration");
    const failed = resultOf(
      await client.debug.getTrainingStatus((await trainingIn(client.debug, "failed")).ids),
    );
    expect(failed.status).toHaveProperty("failReason.code");
  });

  it("names what it cannot find: the session first, then the training", async () => {
    const { client } = await running();
    const { ids } = await trainingIn(client.debug, "running");
    expect(await client.debug.getTrainingStatus({ ...ids, debugSessionId: MISSING })).toEqual({
      error: { code: "debug_session_not_found" },
    });
    expect(await client.debug.getTrainingStatus({ ...ids, trainingSessionId: MISSING })).toEqual({
      error: { code: "training_session_not_found" },
    });
  });
});

describe("getTrainingMetrics", () => {
  it("gives tensors of the amount the status promised, from the index asked for", async () => {
    const { client } = await running();
    const { ids } = await trainingIn(client.debug, "completed");
    const amount = resultOf(await client.debug.getTrainingStatus(ids)).metrics[0]?.amount ?? 0;
    expect(amount).toBeGreaterThan(20);
    const { metrics } = resultOf(
      await client.debug.getTrainingMetrics({
        ...ids,
        metrics: [
          { name: "loss", startIndex: 0, amount: 100_000 },
          { name: "per_class_accuracy", startIndex: amount - 2, amount: 1 },
          { name: "no such metric", startIndex: 3, amount: 5 },
          { name: "learning_rate", startIndex: 1, amount: 1 },
        ],
      }),
    );
    const [loss, perClass, none, rate] = metrics;
    expect(metrics.map(({ startIndex }) => startIndex)).toEqual([0, amount - 2, 3, 1]);
    expect(loss?.entries).toHaveLength(amount);
    expect(loss?.entries[0]?.data.type()).toBe("f32");
    expect(loss?.entries[0]?.data.item()).toBeGreaterThan(0);
    expect(perClass?.entries.map(({ data }) => data.shape())).toEqual([[5]]);
    expect(none?.entries).toEqual([]);
    expect(rate?.entries[0]?.data.type()).toBe("f64");
    const times = (loss?.entries ?? []).map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("terminateDebugSession", () => {
  it("ends the session at once, and ends it once", async () => {
    const { client } = await running();
    const { id } = first(await sessionsOf(client.debug));
    expect(await client.debug.terminateDebugSession({ debugSessionId: id })).toEqual({ result: {} });
    expect((await sessionsOf(client.debug)).map((session) => session.id)).not.toContain(id);
    expect(await client.debug.terminateDebugSession({ debugSessionId: id })).toEqual({
      error: { code: "debug_session_not_found" },
    });
  });
});

describe("cancelTrainingSession", () => {
  it("fails an open training, and says so of one that has ended", async () => {
    const { client } = await running();
    const { ids } = await trainingIn(client.debug, "running");
    expect(await client.debug.cancelTrainingSession(ids)).toEqual({ result: {} });
    const { status } = resultOf(await client.debug.getTrainingStatus(ids));
    expect(status).toMatchObject({ state: "failed", finishedAt: NOON, failReason: { code: "cancelled" } });
    expect(await client.debug.cancelTrainingSession(ids)).toEqual({
      error: { code: "training_session_not_running" },
    });
  });
});

describe("getPersistentLaunchers", () => {
  it("lists the launchers that sessions run on, with what runs on them", async () => {
    const { client } = await running();
    const { persistentLaunchers, total, offset, limit } = resultOf(
      await client.persistentLauncher.getPersistentLaunchers(),
    );
    expect({ total, offset, limit }).toEqual({ total: 5, offset: 0, limit: 20 });
    const placed = (await sessionsOf(client.debug)).flatMap(({ id, executionLocation: place }) =>
      place !== undefined && "persistentLauncherId" in place
        ? [{ id, launcherId: place["persistentLauncherId"], place }]
        : [],
    );
    expect(placed.length).toBeGreaterThan(0);
    for (const { id, launcherId, place } of placed) {
      const launcher = persistentLaunchers.find((one) => one.id === launcherId);
      expect(launcher?.running).toContainEqual({ id, type: "debug" });
      expect(place).toHaveProperty("spec", launcher?.spec);
    }
  });

  it("filters by ids and name, sorts, and pages", async () => {
    const { client } = await running();
    const namesOf = async (params: Parameters<typeof client.persistentLauncher.getPersistentLaunchers>[0]) =>
      resultOf(await client.persistentLauncher.getPersistentLaunchers(params)).persistentLaunchers.map(
        ({ name }) => name,
      );
    const byName = ["a100-evenings", "old-t4", "text-team", "training-large", "vision-shared"];
    expect(await namesOf({ sort: "name" })).toEqual(byName);
    expect(await namesOf({ sort: "name", sortDirection: "desc" })).toEqual(byName.toReversed());
    expect(await namesOf({ sort: "name", offset: 1, limit: 2 })).toEqual(byName.slice(1, 3));
    expect(await namesOf({ filter: { searchName: "T4" } })).toEqual(["old-t4"]);
    const { persistentLaunchers } = resultOf(await client.persistentLauncher.getPersistentLaunchers());
    const ids = [persistentLaunchers[0]?.id ?? "", MISSING];
    expect(await namesOf({ filter: { ids } })).toEqual([persistentLaunchers[0]?.name]);
  });
});

describe("getSysinfo", () => {
  it("gives the load of the last hour within the specification, or since an instant", async () => {
    const { client } = await running();
    const { id, spec } = first(
      resultOf(await client.persistentLauncher.getPersistentLaunchers()).persistentLaunchers,
    );
    const { sysinfo } = resultOf(await client.persistentLauncher.getSysinfo({ persistentLauncherId: id }));
    expect(sysinfo).toHaveLength(360);
    for (const { cpus, memory, timestamp } of sysinfo) {
      expect(cpus).toBeLessThanOrEqual(spec.cpus);
      expect(memory).toBeLessThanOrEqual(spec.memoryMebibytes);
      expect(timestamp).toBeLessThanOrEqual(NOON);
    }
    const since = await client.persistentLauncher.getSysinfo({
      persistentLauncherId: id,
      fromTimestamp: NOON - 60_000,
    });
    expect(resultOf(since).sysinfo).toEqual(sysinfo.slice(-6));
  });

  it("does not know other launchers", async () => {
    const { client } = await running();
    expect(await client.persistentLauncher.getSysinfo({ persistentLauncherId: MISSING })).toEqual({
      error: { code: "persistent_launcher_not_found" },
    });
  });
});

describe("every method", () => {
  it.each([
    ["Debug/getDebugSessions", { debugSessionIds: "all" }, "debugSessionIds", "must be an array of strings"],
    ["Debug/getDebugSessions", { debugSessionIds: [1] }, "debugSessionIds", "0: must be a string"],
    ["Debug/getDebugSessions", [], "params", "must be an object"],
    ["Debug/getTrainingStatus", { debugSessionId: "a" }, "trainingSessionId", "is missing"],
    [
      "Debug/getTrainingMetrics",
      { debugSessionId: "a", trainingSessionId: "b", metrics: [{ name: "x", startIndex: -1, amount: 1 }] },
      "metrics",
      "0.startIndex: must be a whole number of at least 0",
    ],
    ["Debug/terminateDebugSession", {}, "debugSessionId", "is missing"],
    ["PersistentLauncher/getPersistentLaunchers", { sort: "age" }, "sort", "must be one of createdAt, name"],
    ["PersistentLauncher/getPersistentLaunchers", { filter: 3 }, "filter", "must be an object"],
    [
      "PersistentLauncher/getSysinfo",
      { persistentLauncherId: 4 },
      "persistentLauncherId",
      "must be a string",
    ],
  ])("refuses wrong parameters by name: %s %j", async (method, params, parameterName, reason) => {
    const { url } = await running();
    const response = await fetch(`${url}/${method}`, { method: "POST", body: encodeHttpRequest(params) });
    expect(response.status).toBe(200);
    const { body } = decodeHttpResponse(new Uint8Array(await response.arrayBuffer()));
    expect(body).toEqual({ error: { code: "invalid_parameter", parameterName, reason } });
  });

  it("refuses a key that begins with bad, and takes any other", async () => {
    const { url } = await running();
    const bad = { error: { code: "bad_credentials" } };
    const answerTo = (apiKey: string) =>
      new DecthingsClient({ httpServerAddress: url, apiKey }).debug.getDebugSessions();
    expect(await answerTo("bad-key")).toEqual(bad);
    expect((await answerTo("good-key")).error).toBeUndefined();
    expect((await answerTo("")).error).toBeUndefined();
  });
});
