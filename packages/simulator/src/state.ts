/** What the server knows: the world, the present, and what people did to it since it started. */
import { createSessionTexts } from "./session-texts.ts";
import { NO_COMMANDS, withCommand, type Command, type Commands } from "./world/commands.ts";
import type { Launcher } from "./world/launchers.ts";
import type { Life } from "./world/life.ts";
import { createWorld, type WorldOptions } from "./world/world.ts";

export interface State {
  readonly seed: number;
  readonly launchers: readonly Launcher[];
  /** The JSON texts of the sessions listed at `t`: of all, or of those asked for. Counts as one answer. */
  list(t: number, ids?: readonly string[]): string[];
  /** The sessions the newest answer held. */
  lives(t: number): Life[];
  find(id: string, t: number): Life | undefined;
  /** Commands take effect at their own instant. */
  obey(command: Command): void;
  commands(): Commands;
}

export function createState(options: WorldOptions): State {
  const world = createWorld(options);
  const texts = createSessionTexts();
  let commands = NO_COMMANDS;
  let answers = 0;

  const lives = (t: number) => world.livesAt({ t, commands, answer: Math.max(0, answers - 1) });
  return {
    seed: options.seed,
    launchers: world.launchers,
    list(t, ids) {
      answers += 1;
      const listed = lives(t);
      const wanted = ids === undefined ? undefined : new Set(ids);
      return (wanted === undefined ? listed : listed.filter(({ id }) => wanted.has(id))).map((life) =>
        texts.of(life, t),
      );
    },
    lives,
    find: (id, t) => lives(t).find((life) => life.id === id),
    obey(command) {
      commands = withCommand(commands, command);
    },
    commands: () => commands,
  };
}
