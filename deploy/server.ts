#!/usr/bin/env node
/**
 * What a release runs, also as the command `decthings-debug-dashboard`: `npm start`'s server in one file, with the page in `dist`
 * beside it. Made by scripts/release.mjs.
 */
import { fileURLToPath } from "node:url";
import { run } from "../packages/gateway/src/cli.ts";

await run(fileURLToPath(new URL(".", import.meta.url)), process.argv.slice(2));
