// npm run pretest: an nginx that starts, or a clear message. Order: env, system, Debian's package unpacked here, apt-get.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findNginx, HOW_TO_GET_NGINX, UNPACKED } from "./nginx.mjs";

const run = (cmd, args, cwd = process.cwd()) => {
  console.log(`> ${cmd} ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(cmd, args, { stdio: "inherit", cwd, env, timeout: 240_000 }).status === 0;
};
const has = (cmd) => spawnSync(cmd, ["--version"], { stdio: "ignore" }).status === 0;
const root = process.getuid?.() === 0;

/** The package's files in a folder of their own: needs no rights, and starts no web server on the machine. */
function unpack() {
  rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  if (!run("apt-get", ["download", "-q", "nginx"], UNPACKED)) return false;
  const archive = readdirSync(UNPACKED).find((name) => name.endsWith(".deb"));
  return archive !== undefined && run("dpkg-deb", ["-x", join(UNPACKED, archive), UNPACKED]);
}

let found = findNginx();
if (found === undefined && has("apt-get") && has("dpkg-deb")) {
  const steps = [
    unpack,
    () => root && run("apt-get", ["update", "-q"]) && unpack(),
    // Where a library that it needs is missing too.
    () => root && run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "nginx"]),
  ];
  for (const step of steps) if (step() && (found = findNginx()) !== undefined) break;
}
if (found === undefined) {
  console.error(HOW_TO_GET_NGINX);
  process.exit(1);
}
console.log(`nginx: ${found}`);
