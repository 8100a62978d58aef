/** Starts the serving process, and hears of the list calls made to it. */
import { DecthingsClient } from "@decthings/api-client";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Call, FromServers, ServersOptions } from "./messages.ts";

export interface Servers {
  /** Where a page is, without a slash at the end. */
  url(name: string): string;
  /** The list calls of one page that are over, oldest first. */
  calls(name: string): readonly Call[];
  /** Resolves once this many list calls of a page are over. @throws after `timeoutMs` */
  waitForCalls(name: string, count: number, timeoutMs: number): Promise<void>;
  /** Asks for the list once, on nobody's account. */
  warmUp(): Promise<void>;
  /** A request to the simulator's control endpoint. */
  control(path: "faults" | "clock", body: object): Promise<void>;
  close(): Promise<void>;
}

export async function startServers(options: ServersOptions): Promise<Servers> {
  const child = fork(fileURLToPath(new URL("main.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  child.send(options);
  const calls: Call[] = [];
  const listeners = new Set<() => void>();
  const urls = await new Promise<Readonly<Record<string, string>>>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The serving process ended with ${code}.`)));
    child.on("message", (message: FromServers) => {
      if (message.kind === "ready") return resolve(message.urls);
      calls.push(message);
      for (const listener of listeners) listener();
    });
  });

  const callsOf = (name: string) => calls.filter(({ target }) => target === name);
  const url = (name: string) => {
    const found = urls[name];
    if (found === undefined) throw new Error(`No page named ${name} is served.`);
    return found;
  };
  return {
    url,
    calls: callsOf,
    waitForCalls: (name, count, timeoutMs) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`${name} made ${callsOf(name).length} of ${count} list calls in time.`));
        }, timeoutMs);
        const look = () => {
          if (callsOf(name).length < count) return;
          clearTimeout(late);
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    async warmUp() {
      const client = new DecthingsClient({ httpServerAddress: `${Object.values(urls)[0]}/v0` });
      await client.debug.getDebugSessions();
      client.close();
      calls.length = 0;
    },
    async control(path, body) {
      const [first] = Object.values(urls);
      const response = await fetch(`${first}/_simulator/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async close() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
