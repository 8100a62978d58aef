import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, CANARY, directoryOf, startUpstream } from "../test/support.ts";

const NODE = [process.execPath, "--import", import.meta.resolve("tsx")] as const;
const CLI = fileURLToPath(new URL("../test/run-cli.ts", import.meta.url));

const checkout = () => directoryOf({ "dist/index.html": "<!doctype html><title>page</title>" });

interface Run {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Resolves with the address once it is printed. */
  readonly address: Promise<string>;
  readonly exit: Promise<number | null>;
}

/** Starts the command in a directory of its own, with no key of this machine about. */
function start(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { root = checkout(), shell = [] as readonly string[] } = {},
): Run {
  const [program = "", ...args] = [...shell, ...NODE, CLI, root, ...argv];
  const child = spawn(program, args, {
    cwd: root,
    // Without this machine's own settings: a key, a port, or the npm script that runs the tests.
    env: { PATH: process.env["PATH"], INIT_CWD: root, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
        if (url !== undefined && printed.endsWith("\n")) resolve(url);
      });
    }
  });
  const exit = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  return { child, output: () => printed, address, exit };
}

// Starting a process takes seconds on a busy machine.
describe("the command", { timeout: 30_000 }, () => {
  it("serves the demo, says where, and stops within two seconds of SIGTERM though connections are open", async () => {
    const command = start(["--port", "0", "--sessions", "3"]);
    const address = await command.address;
    expect(command.output()).toBe(
      `Decthings Debug Dashboard: ${address} (demo: simulated sessions, no key)\n`,
    );
    expect(await (await fetch(address)).text()).toContain("<title>page</title>");
    expect((await call(address)).status).toBe(200);
    const half = connect(Number(new URL(address).port), "127.0.0.1", () => half.write("GET / HTTP/1.1\r\n"));
    await once(half, "connect");
    half.on("error", () => {});

    const told = performance.now();
    command.child.kill("SIGTERM");
    expect(await command.exit).toBe(0);
    expect(performance.now() - told).toBeLessThan(2_000);
  });

  it("adds the key of auth.txt and prints it nowhere, not even when upstream fails", async () => {
    const upstream = await startUpstream((req, res) => res.writeHead(302).end(req.headers["authorization"]));
    const root = checkout();
    writeFileSync(join(root, "auth.txt"), `${CANARY}\n`);
    const command = start(["--port=0", "--upstream", upstream.url, "--log-format", "json"], {}, { root });
    const answer = await call(await command.address);
    const shown = await answer.text();
    command.child.kill("SIGINT");
    expect(await command.exit).toBe(0);
    expect(upstream.requests[0]?.headers["authorization"]).toBe(`Bearer ${CANARY}`);
    expect(
      command
        .output()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      expect.objectContaining({ mode: "gateway" }),
      expect.objectContaining({ method: "POST", path: "/v0/Debug/getDebugSessions", status: 502 }),
    ]);
    expect(shown + command.output()).not.toContain(CANARY);
  });

  it.skipIf(process.platform === "win32")("stops with the shell that npm ran it in", async () => {
    const shell = ["sh", "-c", '"$0" "$@"; exit'];
    const command = start(["--port=0"], { npm_lifecycle_event: "start" }, { shell });
    const address = await command.address;
    command.child.kill("SIGTERM");
    // The exit is the shell's; "close" waits for the last holder of the streams, which is the server.
    await command.exit;
    await expect(fetch(address)).rejects.toThrow("fetch failed");
  });

  it("says in one line that the port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const command = start([], { PORT: String(port) });
    expect(await command.exit).toBe(1);
    expect(command.output()).toBe(`Port ${port} is in use. Choose another with --port ${port + 1}.\n`);
  });

  it("says in one line what is wrong with a flag", async () => {
    const command = start(["--api-key-file", "missing.txt"]);
    expect(await command.exit).toBe(2);
    expect(command.output()).toBe("The key file missing.txt does not exist: check --api-key-file.\n");
  });
});
