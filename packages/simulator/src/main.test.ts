import { DecthingsClient } from "@decthings/api-client";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { resultOf, running } from "../test/running.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

function start(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args]);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

/** What a process that ends by itself wrote, and its exit code. */
async function ended(child: ChildProcessWithoutNullStreams) {
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, out, err };
}

describe("npm run simulator", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "says where it listens, serves, and stops cleanly on %s",
    async (signal) => {
      const child = start("--port", "0", "--sessions", "3", "--seed", "9");
      const line = await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve));
      const said =
        /^Simulated Decthings API: (http:\/\/127\.0\.0\.1:\d+\/v0) \(scenario default, 3 sessions, seed 9\)\n$/.exec(
          String(line),
        );
      const client = new DecthingsClient({ httpServerAddress: said?.[1] });
      expect(resultOf(await client.debug.getDebugSessions()).debugSessions.length).toBeGreaterThan(0);
      const end = ended(child);
      child.kill(signal);
      expect(await end).toEqual({ code: 0, out: "", err: "" });
    },
  );

  it("says in one line what is wrong with a flag or a port, and ends with 2", async () => {
    const { url } = await running();
    const { port } = new URL(url);
    const [flag, host, busy] = await Promise.all([
      ended(start("--sesions", "5")),
      ended(start("--host", "0.0.0.0")),
      ended(start("--port", port)),
    ]);
    expect(flag).toEqual({ code: 2, out: "", err: "Unknown option '--sesions'. See --help.\n" });
    expect(host).toMatchObject({
      code: 2,
      err: "The simulator listens on this machine only: 127.0.0.1, localhost, ::1. See --help.\n",
    });
    expect(busy).toEqual({
      code: 2,
      out: "",
      err: `Port ${port} is taken; choose another with --port. See --help.\n`,
    });
  });
});
