/** Starts the bench's processes and hears of what they tell. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Memory, Ready, UpstreamCall } from "./messages.ts";

type Message = Ready | UpstreamCall | Memory;

interface Started {
  readonly url: string;
  readonly child: ChildProcess;
  readonly close: () => Promise<void>;
}

async function start(
  file: string,
  args: readonly string[],
  hear: (message: Message) => void,
): Promise<Started> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, args, { execArgv: ["--import", "tsx"] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}.`)));
    child.on("message", (message: Message) => {
      if (message.kind === "ready") resolve(message.url);
      else hear(message);
    });
  });
  return {
    url,
    child,
    async close() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

export interface Api {
  readonly url: string;
  /** The list calls that are over, oldest first. */
  readonly calls: readonly UpstreamCall[];
  readonly close: () => Promise<void>;
}

export async function startApi(sessions: number): Promise<Api> {
  const calls: UpstreamCall[] = [];
  const { url, close } = await start("api-main.ts", [String(sessions)], (message) => {
    if (message.kind === "call") calls.push(message);
  });
  return { url, calls, close };
}

export interface Gateway {
  readonly url: string;
  readonly memory: () => Promise<Memory>;
  readonly close: () => Promise<void>;
}

export async function startGateway(upstream: string): Promise<Gateway> {
  let tell: ((memory: Memory) => void) | undefined;
  const args = ["--port", "0", "--upstream", upstream];
  const { url, child, close } = await start("gateway-main.ts", args, (message) => {
    if (message.kind === "memory") tell?.(message);
  });
  return {
    url,
    memory: () =>
      new Promise((resolve) => {
        tell = resolve;
        child.send("memory");
      }),
    close,
  };
}
