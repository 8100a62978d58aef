/** The commands of the documents, typed as they stand there. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSimulator } from "../packages/simulator/src/index.ts";
import { heldBy } from "../test/document-commands.ts";
import { blocksOf } from "../test/documents.ts";
import { startCommand } from "./support/command.ts";
import { startPage } from "./support/servers.ts";
import { expect, test } from "./support/test.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const blocks = blocksOf(ROOT);

/** @returns what a script prints @throws where it fails; the server it talks to is in this process, which must not wait for it */
async function run(script: string): Promise<string> {
  const { stdout } = await promisify(execFile)("bash", ["-c", script], { cwd: folder });
  return stdout;
}

let folder = "";
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dashboard-commands-"));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

const starting = new Set(
  blocks.flatMap(({ commands }) => commands.filter((command) => heldBy(command)?.by === "start")),
);

for (const command of starting) {
  test(`it starts as the documents say: ${command}`, async () => {
    writeFileSync(join(folder, "token.txt"), "a-token-for-the-documents\n");
    // From another folder, so that nothing is left in this one, and on a port that is free.
    const typed = command.replace(/npm start(?: --)?/u, `npm --prefix "${ROOT}" start -- --port 0`);
    const started = await startCommand(["-c", typed.replace(/ --port \d{4}$/u, "")], {
      program: "sh",
      cwd: folder,
    });
    try {
      const address = started.address.replace("0.0.0.0", "127.0.0.1");
      expect(await (await fetch(`${address}/healthz`)).text()).toBe("ok");
      const mode = command.includes("--direct") ? "direct" : command.includes("KEY=") ? "gateway" : "demo";
      expect(await (await fetch(`${address}/config.json`)).json()).toMatchObject({ mode });
    } finally {
      await started.stop();
    }
  });
}

const typed = blocks
  .map(({ document, commands }) => ({
    document,
    commands: commands.filter((command) => heldBy(command)?.by === "shell"),
  }))
  .filter(({ commands }) => commands.length > 0);

for (const [at, { document, commands }] of typed.entries()) {
  test(`what ${document} says to a demo is taken: ${commands.length} commands, block ${at + 1}`, async () => {
    const demo = await startPage({ mode: "demo", simulator: createSimulator({ allowControl: true }) });
    try {
      const script = ["set -e", ...commands]
        .join("\n")
        .replaceAll(/127\.0\.0\.1:\d+/gu, new URL(demo.url).host)
        // An answer with a failing status is to end the script.
        .replaceAll("curl -s ", "curl -sSf ");
      const printed = await run(script);
      if (commands.some((command) => command.startsWith("printf")))
        expect(printed).toContain('"debugSessions"');
      if (commands.some((command) => command.includes("token.txt")))
        expect(readFileSync(join(folder, "token.txt"), "utf8").trim().length).toBeGreaterThanOrEqual(16);
    } finally {
      await demo.close();
    }
  });
}
