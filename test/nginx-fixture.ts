/** An nginx of its own for one test, with the files of deploy/nginx as a person would install and edit them. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { rootCertificates } from "node:tls";
import { onTestFinished } from "vitest";
import { findNginx, HOW_TO_GET_NGINX } from "../scripts/nginx.mjs";

/** The page that it serves, by path. */
export const PAGE = {
  "index.html": "<!doctype html><title>page</title>",
  "icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "config.json": '{"mode":"direct","apiAddress":"https://api.decthings.com/v0","actions":false}',
  "assets/index-abc123.js": `console.log("${"a long line ".repeat(200)}")`,
  ".vite/manifest.json": '{"secret":true}',
} as const;

/** A change of a file, by its path below deploy/nginx: what stands there, and what to put in its place; PORT in that is the port. */
export type Change = readonly [file: string, from: string, to: string];

interface NginxOptions {
  readonly kind: "gateway" | "direct" | "replicas";
  /** What a person edits; each text must stand in its file. */
  readonly changes?: readonly Change[];
  readonly key?: string;
  /** Further files beside the configuration. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Nginx {
  readonly url: string;
  readonly port: number;
  /** The access log's lines so far, one for each answer that is over. */
  readonly log: () => readonly string[];
  /** All that it wrote to its standard error. */
  readonly errors: () => string;
}

const binary = findNginx();

/** The line of docs/deployment.md that brings the key into nginx. */
const KEY_COMMAND =
  readFileSync(join(import.meta.dirname, "../docs/deployment.md"), "utf8")
    .split("\n")
    .find((line) => line.endsWith("settings/key.conf)")) ?? "exit 1";

/** A port that was free just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Puts the configuration into a folder of its own, removed when the test ends. The folder's path. */
function install({ kind, changes = [], key = "k", files = {} }: NginxOptions, port: number): string {
  const root = mkdtempSync(join(tmpdir(), "nginx-test-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  // Started by root, it answers as a user without rights, who must be able to read the page.
  chmodSync(root, 0o755);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  cpSync(join(import.meta.dirname, "../deploy/nginx"), join(root, "dashboard"), { recursive: true });
  for (const [path, text] of Object.entries(PAGE)) write(join("dist", path), text);
  for (const [path, text] of Object.entries(files)) write(join("dashboard", path), text);
  write("dashboard/settings/trusted.pem", rootCertificates.join("\n"));
  write("auth.txt", `${key}\n`);
  execFileSync("sh", ["-c", KEY_COMMAND.replace("/etc/nginx", root)], { cwd: root });
  const { mode } = statSync(join(root, "dashboard/settings/key.conf"));
  if ((mode & 0o077) !== 0) throw new Error("Others than its owner may read the key.");

  const edits: readonly Change[] = [
    ["nginx.conf", "dashboard/gateway.conf", `dashboard/${kind}.conf`],
    ["settings/listen.conf", "8080", String(port)],
    ["settings/names.conf", "8080", String(port)],
    ["settings/listen.conf", "/var/log/nginx/dashboard.log", join(root, "access.log")],
    ["settings/names.conf", "/var/lib/nginx/dashboard", join(root, "cache")],
    ["settings/api.conf", "/etc/ssl/certs/ca-certificates.crt", "dashboard/settings/trusted.pem"],
    ["settings/page.conf", "/srv/dashboard/dist", join(root, "dist")],
    ...changes.map(([file, from, to]) => [file, from, to.replace("PORT", String(port))] as const),
  ];
  for (const [file, from, to] of edits) {
    const path = join(root, "dashboard", file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`deploy/nginx/${file} does not hold: ${from}`);
    writeFileSync(path, text.replaceAll(from, to));
  }
  cpSync(join(root, "dashboard/nginx.conf"), join(root, "nginx.conf"));
  return root;
}

/** What `nginx -t` says of a configuration as it is shipped, line by line; throws where it refuses it. */
export async function checkNginx(kind: NginxOptions["kind"]): Promise<readonly string[]> {
  if (binary === undefined) throw new Error(HOW_TO_GET_NGINX);
  const root = install({ kind }, await freePort());
  const { status, stderr } = spawnSync(binary, ["-e", "stderr", "-p", root, "-c", "nginx.conf", "-t"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stderr.replaceAll(root, "").split("\n").filter(Boolean);
}

/** Starts it and waits until it answers; undefined where another process took the port in the meantime. */
async function tryToStart(options: NginxOptions): Promise<Nginx | undefined> {
  if (binary === undefined) throw new Error(HOW_TO_GET_NGINX);
  const port = await freePort();
  const root = install(options, port);
  const flags = ["-e", "stderr", "-p", root, "-c", "nginx.conf", "-g", "daemon off;"];
  const child = spawn(binary, flags, { stdio: ["ignore", "ignore", "pipe"] });
  const over = new Promise<void>((resolve) => child.once("close", () => resolve()));
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await over;
  });
  let errors = "";
  child.stderr.setEncoding("utf8");
  const started = new Promise<boolean>((resolve) => {
    child.stderr.on("data", (text: string) => {
      errors += text;
      if (errors.includes("start worker process ")) resolve(true);
    });
    void over.then(() => resolve(false));
  });
  if (await started) {
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      log: () => readFileSync(join(root, "access.log"), "utf8").split("\n").filter(Boolean),
      errors: () => errors,
    };
  }
  if (errors.includes("Address already in use")) return undefined;
  throw new Error(`nginx did not start: ${errors}`);
}

/** An nginx on a free loopback port, stopped when the test ends. Rejects with what nginx says of its configuration. */
export async function startNginx(options: NginxOptions): Promise<Nginx> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const started = await tryToStart(options);
    if (started !== undefined) return started;
  }
  throw new Error("No port stayed free for nginx.");
}
