// Finds the nginx that the configuration in deploy/ is tested with. Used by its test and by ensure-nginx.mjs.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

/** Where ensure-nginx.mjs unpacks the distribution's package: nothing outside of the checkout changes, and no service starts. */
export const UNPACKED = join(import.meta.dirname, "../node_modules/.tmp/nginx");

/** What to do where there is none. */
export const HOW_TO_GET_NGINX =
  "The configuration in deploy/nginx is tested with a real nginx, 1.19.5 or newer, and none was found. Install it (Debian: " +
  "sudo apt-get install nginx; macOS: brew install nginx) or set NGINX_PATH to its binary.";

const runs = (path) => spawnSync(path, ["-v"], { stdio: "ignore" }).status === 0;

/** @returns the path of an nginx that starts, or undefined. Order: NGINX_PATH, PATH, where packages put it, the unpacked one. */
export function findNginx() {
  const named = process.env["NGINX_PATH"];
  if (named) {
    if (!runs(named)) throw new Error(`NGINX_PATH=${named} is not an nginx that starts`);
    return named;
  }
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean),
    "/usr/sbin",
    "/usr/local/sbin",
    "/opt/homebrew/bin",
    join(UNPACKED, "usr/sbin"),
  ];
  return folders.map((folder) => join(folder, "nginx")).find(runs);
}
