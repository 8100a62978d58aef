import { decodeWsMessage, encodeWsRequest, type WsMessage, type WsRequest } from "@decthings/api-client/wire";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { first, NOON, PATIENTLY, running, type Running } from "../test/running.ts";
import type { SimulatorOptions } from "./simulator.ts";
import { NO_COMMANDS } from "./world/commands.ts";
import { isAlive, stateAt } from "./world/life.ts";
import { createWorld } from "./world/world.ts";

const lives = createWorld({ seed: 1, scenario: "default", sessions: 25 }).livesAt({
  t: NOON,
  commands: NO_COMMANDS,
  answer: 0,
});
const training = first(
  lives.filter(
    (life) =>
      life.endsAt > NOON + 120_000 &&
      life.trainings.some((one) => one.createdAt < NOON && stateAt(one, NOON + 60_000) === "running"),
  ),
);

interface Socket {
  ws: WebSocket;
  messages: WsMessage[];
  call: (method: string, params: unknown, extra?: Partial<WsRequest>) => void;
  events: (name: string) => Extract<WsMessage, { kind: "event" }>[];
}

async function connected(url: string): Promise<Socket> {
  const ws = new WebSocket(`${url.replace("http", "ws")}/ws`);
  onTestFinished(() => ws.terminate());
  const messages: WsMessage[] = [];
  ws.on("message", (data: Buffer) => messages.push(decodeWsMessage(data)));
  await new Promise((resolve, reject) => ws.once("open", resolve).once("error", reject));
  let id = 0;
  return {
    ws,
    messages,
    call(method, params, extra = {}) {
      ws.send(encodeWsRequest(id, { api: "Debug", method, params, ...extra }));
      id += 1;
    },
    events: (name) =>
      messages.flatMap((message) => (message.kind === "event" && message.event === name ? [message] : [])),
  };
}

/** A server whose clock the test moves, and a socket to it. */
async function moving(
  options: SimulatorOptions = {},
): Promise<Running & Socket & { move: (ms: number) => void }> {
  let now = NOON;
  const server = await running({ now: () => now, ...options });
  return {
    ...server,
    ...(await connected(server.url)),
    move: (ms) => {
      now += ms;
    },
  };
}

describe("the WebSocket", () => {
  it("answers the methods of HTTP too, each under the id of its request", async () => {
    const { url } = await running({ sessions: 2 });
    const { call, messages } = await connected(url);
    call("getDebugSessions", {});
    call("getPersistentLaunchers", {}, { api: "PersistentLauncher" });
    await expect.poll(() => messages.length, PATIENTLY).toBe(2);
    expect(messages).toMatchObject([
      { kind: "response", id: 0, body: { result: { debugSessions: [{}, {}] } } },
      { kind: "response", id: 1, body: { result: { total: 5 } } },
    ]);
  });

  it("refuses a bad key, unknown sessions, unknown methods and wrong parameters with typed errors", async () => {
    const { url } = await running();
    const { call, messages } = await connected(url);
    call("subscribeToEvents", { debugSessionId: "x" }, { apiKey: "bad" });
    call("subscribeToEvents", { debugSessionId: "x" });
    call("unsubscribeFromEvents", { debugSessionId: "x" });
    call("explode", {});
    call("subscribeToEvents", {});
    await expect.poll(() => messages.length, PATIENTLY).toBe(5);
    const codes = messages.map(
      (message) => message.kind === "response" && "error" in message.body && message.body.error.code,
    );
    expect(codes).toEqual([
      "bad_credentials",
      "debug_session_not_found",
      "not_subscribed",
      "unknown",
      "invalid_parameter",
    ]);
  });

  it("ends nothing where calls may not act, whatever is asked", async () => {
    const { url, client } = await running({ allowActions: false });
    const { call, messages } = await connected(url);
    call("terminateDebugSession", { debugSessionId: training.id });
    call("cancelTrainingSession", { debugSessionId: training.id, trainingSessionId: "t" });
    await expect.poll(() => messages.length, PATIENTLY).toBe(2);
    for (const message of messages) expect(message).toMatchObject({ body: { error: { code: "unknown" } } });
    const { result } = await client.debug.getDebugSessions({});
    expect(result?.debugSessions.map(({ id }) => id)).toContain(training.id);
  });

  it("tells what a session prints, as bytes, once subscribed and until unsubscribed", async () => {
    const { call, messages, events, move } = await moving();
    move(5000);
    call("subscribeToEvents", { debugSessionId: training.id });
    await expect.poll(() => messages.length, PATIENTLY).toBe(1);
    move(60_000);
    await expect.poll(() => events("stdout").length, PATIENTLY).toBeGreaterThan(1);
    const line = new TextDecoder().decode(events("stdout")[0]?.blobs[0]);
    expect(line).toMatch(/^\[[\da-f]{8}\] .+\n$/);
    expect(events("stdout")[0]).toMatchObject({ api: "Debug", params: { debugSessionId: training.id } });
    call("unsubscribeFromEvents", { debugSessionId: training.id });
    await expect.poll(() => messages.filter(({ kind }) => kind === "response").length, PATIENTLY).toBe(2);
    const heard = messages.length;
    move(60_000);
    call("unsubscribeFromEvents", { debugSessionId: training.id });
    await expect.poll(() => messages.length, PATIENTLY).toBe(heard + 1);
    expect(messages.at(-1)).toMatchObject({ body: { error: { code: "not_subscribed" } } });
  });

  it("tells of an exit with its reason, and then no more", async () => {
    const ending = first(lives.filter((life) => life.exit.code === "inactive_timeout"));
    const { call, messages, events, move } = await moving();
    call("subscribeToEvents", { debugSessionId: ending.id });
    await expect.poll(() => messages.length, PATIENTLY).toBe(1);
    move(ending.endsAt - NOON);
    await expect
      .poll(() => events("exit"))
      .toMatchObject([{ params: { debugSessionId: ending.id, reason: { code: "inactive_timeout" } } }]);
    call("unsubscribeFromEvents", { debugSessionId: ending.id });
    await expect
      .poll(() => messages.at(-1), PATIENTLY)
      .toMatchObject({ body: { error: { code: "not_subscribed" } } });
  });

  it("tells of the initialisation of a session that has only just started", async () => {
    const world = createWorld({ seed: 1, scenario: "default", sessions: 25 });
    let t = NOON;
    const justStarted = () =>
      world
        .livesAt({ t, commands: NO_COMMANDS, answer: 0 })
        .find((life) => isAlive(life, t) && life.initializedAt > t);
    while (justStarted() === undefined) t += 1000;
    const { call, messages, events, move } = await moving();
    move(t - NOON);
    call("subscribeToEvents", { debugSessionId: justStarted()?.id });
    await expect.poll(() => messages.length, PATIENTLY).toBe(1);
    move(10_000);
    await expect.poll(() => events("initialized").length, PATIENTLY).toBe(1);
    expect(events("stdout").length).toBeGreaterThan(0);
  });

  it("tells of an exit on request when the session is terminated by another call", async () => {
    const { client, call, messages, events, move } = await moving();
    call("subscribeToEvents", { debugSessionId: training.id });
    await expect.poll(() => messages.length, PATIENTLY).toBe(1);
    move(1000);
    await client.debug.terminateDebugSession({ debugSessionId: training.id });
    await expect
      .poll(() => events("exit"))
      .toMatchObject([{ params: { reason: { code: "terminated_on_request" } } }]);
  });

  it("tells of that exit even when the clock stands still", async () => {
    const { url, client } = await running();
    const { call, messages, events } = await connected(url);
    call("subscribeToEvents", { debugSessionId: training.id });
    await expect.poll(() => messages.length, PATIENTLY).toBe(1);
    await client.debug.terminateDebugSession({ debugSessionId: training.id });
    await expect.poll(() => events("exit").length, PATIENTLY).toBe(1);
  });

  it("answers malformed messages as far as it can, and closes when there is no id to answer to", async () => {
    const { url } = await running();
    const { ws, messages } = await connected(url);
    ws.send(Buffer.from("0000002a05ffff", "hex"));
    await expect
      .poll(() => messages)
      .toMatchObject([{ id: 42, body: { error: { code: "invalid_parameter" } } }]);
    const closed = new Promise((resolve) => ws.once("close", resolve));
    ws.send(Buffer.from("00", "hex"));
    expect(await closed).toBe(1002);
  });

  it("obeys faults: an error, a frame that cannot be read, a hang, a broken connection", async () => {
    const { url, simulator } = await running({ faults: { error: "too_many_requests", latencyMs: 1 } });
    const socket = await connected(url);
    socket.call("getDebugSessions", {});
    await expect
      .poll(() => socket.messages)
      .toMatchObject([{ body: { error: { code: "too_many_requests" } } }]);
    simulator.setFaults({ hang: true });
    socket.call("getDebugSessions", {});
    await expect.poll(() => simulator.stats().inFlight, PATIENTLY).toBe(1);
    simulator.setFaults({ reset: "before-headers" });
    const closed = new Promise((resolve) => socket.ws.once("close", resolve));
    socket.call("getDebugSessions", {});
    expect(await closed).toBe(1006);
    await expect.poll(() => simulator.stats(), PATIENTLY).toMatchObject({ inFlight: 0, aborted: 2 });
  });

  it("is at one path only", async () => {
    const { url } = await running();
    const ws = new WebSocket(`${url.replace("http", "ws")}/elsewhere`);
    await expect(
      new Promise((resolve, reject) => ws.once("open", resolve).once("error", reject)),
    ).rejects.toBeInstanceOf(Error);
  });
});
