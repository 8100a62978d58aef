/** What both controls say of a session: the same words, so that they differ in how they are made only. */
import type { DebugSession } from "@decthings/api-client";

/** Ms in, `1 h 07 m` out. */
export function ageText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes === 0) return `${Math.max(0, Math.floor(ms / 1_000))} s`;
  if (minutes < 60) return `${minutes} m`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} m`;
}

/** The launcher's id, or the kind of the location. */
export function launcherText({ executionLocation }: DebugSession): string {
  if (executionLocation?.type === "persistentLauncher" && "persistentLauncherId" in executionLocation) {
    return String(executionLocation.persistentLauncherId);
  }
  return executionLocation?.type ?? "unknown";
}

/** `2 running, 3 completed`. */
export function trainingsText({ trainingSessions }: DebugSession): string {
  const counts = new Map<string, number>();
  for (const { state } of trainingSessions) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state}`).join(", ") || "none";
}

/** The names of all parameters, as one line for each function. */
export const parameterLines = ({ parameterDefinitions }: DebugSession): readonly string[] =>
  Object.entries(parameterDefinitions).map(
    ([name, definitions]: [string, readonly { readonly name: string }[]]) =>
      `${name}: ${definitions.map((definition) => definition.name).join(", ")}`,
  );

/** All that the text filter looks at, in lower case: ids, model, launcher, trainings and parameter names. */
export const searchText = (session: DebugSession): string =>
  [
    session.id,
    session.modelId,
    launcherText(session),
    ...session.trainingSessions.map(({ id }) => id),
    ...parameterLines(session),
  ]
    .join("\n")
    .toLowerCase();
