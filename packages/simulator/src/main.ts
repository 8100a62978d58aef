/** `npm run simulator`: the simulated API alone. */
import { HELP, readFlags } from "./flags.ts";
import { listen } from "./listen.ts";
import { createSimulator } from "./simulator.ts";

const command = readFlags(process.argv.slice(2));

if (command.kind === "help") {
  process.stdout.write(HELP);
} else if (command.kind === "problem") {
  refuse(command.problem);
} else {
  const { port, host, options } = command;
  try {
    const server = await listen(createSimulator(options), { port, host });
    process.stdout.write(
      `Simulated Decthings API: ${server.url} (scenario ${options.scenario}, ${options.sessions} sessions, seed ${options.seed})\n`,
    );
    const stop = () => {
      void server.close().then(() => process.exit(0));
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
  } catch (error) {
    refuse(reasonOf(error, port));
  }
}

function refuse(problem: string): void {
  process.stderr.write(`${problem.replace(/\.?$/, ".")} See --help.\n`);
  process.exitCode = 2;
}

function reasonOf(error: unknown, port: number): string {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is taken; choose another with --port`;
  if (code === "EACCES") return `Port ${port} may not be used by this user; choose another with --port`;
  return error.message;
}
