/** What `npm start` runs. */
import { fileURLToPath } from "node:url";
import { run } from "./cli.ts";

await run(fileURLToPath(new URL("../../..", import.meta.url)), process.argv.slice(2));
