/**
 * A Firefox as distributions have it, by WebDriver BiDi, which it speaks itself. Playwright drives a Firefox of its own build alone,
 * or one newer than the extended support release: its way through BiDi begins with a command that this one does not know.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";

export interface Firefox {
  /** Opens an address, and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** What an expression of the page comes to, a promise's outcome included. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses and releases a key, which goes to what has the focus. */
  press(key: string): Promise<void>;
  /** Clicks into the middle of an element. */
  click(selector: string): Promise<void>;
  /** What the page complained of: uncaught errors, and what it wrote to the console as one. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** No word to anybody at its start, and none asked. */
const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "extensions.update.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
} as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
/** A field of a field of an answer; undefined where any of them is not there. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, name) => (isFields(inner) ? inner[String(name)] : undefined), value);

/** @param path of its binary, as findFirefox gives it */
export async function startFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "dashboard-firefox-"));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const argv = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const child = spawn(path, argv, { stdio: ["ignore", "ignore", "pipe"] });
  const closed = once(child, "close");
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await once(socket, "open");

  let last = 0;
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const complaints: string[] = [];
  socket.on("message", (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString("utf8"));
    const id = at(message, "id");
    if (typeof id !== "number") {
      if (at(message, "params", "level") === "error") complaints.push(String(at(message, "params", "text")));
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (at(message, "type") === "success") call?.resolve(at(message, "result"));
    else call?.reject(new Error(String(at(message, "message"))));
  });
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });

  await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  const context = at(await send("browsingContext.getTree", {}), "contexts", 0, "context");
  const viewport = { width: 1280, height: 800 };
  await send("browsingContext.setViewport", { context, viewport });

  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    if (at(answer, "type") !== "success") throw new Error(String(at(answer, "exceptionDetails", "text")));
    return at(answer, "result", "value");
  };
  const act = (type: "key" | "pointer", actions: readonly object[]) =>
    send("input.performActions", { context, actions: [{ type, id: type, actions }] });

  return {
    open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
    evaluate,
    press: async (value) =>
      void (await act("key", [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ])),
    async click(selector) {
      const find = `document.querySelector(${JSON.stringify(selector)})`;
      const middle = `(({ x, y, width, height }) => [x + width / 2, y + height / 2].map(Math.round).join())(${find}.getBoundingClientRect())`;
      const [x, y] = String(await evaluate(middle))
        .split(",")
        .map(Number);
      await act("pointer", [
        { type: "pointerMove", x, y },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]);
    },
    complaints: () => complaints,
    async close() {
      await send("browser.close", {});
      await closed;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Where it listens, as it says itself. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error("Firefox says nothing.");
  for await (const line of createInterface(stderr)) {
    const address = /WebDriver BiDi listening on (ws:\S+)/u.exec(line)?.[1];
    if (address !== undefined) {
      // What comes later is read as well: a pipe that is full stops whoever writes into it.
      stderr.resume();
      return address;
    }
  }
  throw new Error("Firefox ended before it listened.");
}
