/** What people did to the world, folded into it as data: a world with the same commands is the same world. */
import { isAlive, type Life, type TrainingPlan } from "./life.ts";

export type Command =
  | { readonly kind: "terminate"; readonly debugSessionId: string; readonly at: number }
  | {
      readonly kind: "cancel";
      readonly debugSessionId: string;
      readonly trainingSessionId: string;
      readonly at: number;
    };

/** Commands by the session they name, so that finding those of a session costs nothing for all the others. */
export type Commands = ReadonlyMap<string, readonly Command[]>;

export const NO_COMMANDS: Commands = new Map();

/** The same commands and one more. */
export function withCommand(commands: Commands, command: Command): Commands {
  const known = commands.get(command.debugSessionId) ?? [];
  return new Map(commands).set(command.debugSessionId, [...known, command]);
}

/** The life as the commands left it; the same object when none of them touched it. */
export function obey(life: Life, commands: Commands): Life {
  return (commands.get(life.id) ?? []).reduce(obeyOne, life);
}

function obeyOne(life: Life, command: Command): Life {
  // An id may come back under a later life (hostile worlds); a command binds only the life it was given to.
  if (!isAlive(life, command.at)) return life;
  if (command.kind === "terminate") {
    return { ...life, endsAt: command.at, exit: { code: "terminated_on_request" } };
  }
  return {
    ...life,
    trainings: life.trainings.map((training) =>
      training.id === command.trainingSessionId ? cancelled(training, command.at) : training,
    ),
  };
}

function cancelled(training: TrainingPlan, at: number): TrainingPlan {
  if (at < training.createdAt || at >= training.endsAt) return training;
  return {
    ...training,
    runsFrom: Math.min(training.runsFrom, at),
    endsAt: at,
    outcome: { state: "failed", reason: { code: "cancelled" } },
  };
}
