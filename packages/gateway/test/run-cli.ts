/** The command line on a checkout of the test's own: its root comes first, then the flags. */
import { run } from "../src/cli.ts";

const [root = "", ...argv] = process.argv.slice(2);
await run(root, argv);
