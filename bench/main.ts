/** `npm run bench`. */
import { compare } from "./compare.ts";
import { soak } from "./soak/soak.ts";
import { timelines } from "./timelines/timelines.ts";
import { viewers } from "./viewers/viewers.ts";
import { HELP, readFlags } from "./flags.ts";

const command = readFlags(process.argv.slice(2));
const say = (line: string) => void process.stdout.write(`${line}\n`);

switch (command.kind) {
  case "help":
    say(HELP);
    break;
  case "problem":
    process.stderr.write(`${command.problem}. See --help.\n`);
    process.exitCode = 2;
    break;
  case "compare":
    process.exitCode = (await compare(command, say)) ? 0 : 1;
    break;
  case "timelines":
    process.exitCode = (await timelines(command, say)) ? 0 : 1;
    break;
  case "viewers":
    process.exitCode = (await viewers(command, say)) ? 0 : 1;
    break;
  case "soak":
    process.exitCode = (await soak(command, say)) ? 0 : 1;
    break;
}
