/** What a session says over the WebSocket: its initialisation, the lines its process prints, and its end. */
import { accuracyAt, entriesAt, entryTime, lossAt } from "./curves.ts";
import type { ExitReason, Life, TrainingPlan } from "./life.ts";

export type SessionEvent =
  | { readonly at: number; readonly event: "initialized" }
  | { readonly at: number; readonly event: "stdout" | "stderr"; readonly text: string }
  | { readonly at: number; readonly event: "exit"; readonly reason: ExitReason };

/** A jump of the clock must not print days of output at once. */
const MOST = 200;

/** The events of a life in (after, until], oldest first; at most the newest 200. */
export function eventsBetween(life: Life, after: number, until: number): SessionEvent[] {
  const last = Math.min(until, life.endsAt);
  const events: SessionEvent[] = [
    { at: life.initializedAt, event: "initialized" },
    { at: life.initializedAt, event: "stdout", text: `${life.topic} ready\n` },
    ...life.trainings
      .filter((training) => training.createdAt <= last && training.endsAt > after)
      .flatMap((training) => linesOf(training, after, last)),
  ];
  const heard = events.filter(({ at }) => after < at && at <= last && at < life.endsAt);
  if (after < life.endsAt && life.endsAt <= until) {
    heard.push({ at: life.endsAt, event: "exit", reason: life.exit });
  }
  return heard.toSorted((a, b) => a.at - b.at).slice(-MOST);
}

function linesOf(training: TrainingPlan, after: number, until: number): SessionEvent[] {
  const name = training.id.slice(0, 8);
  const say = (at: number, text: string): SessionEvent => ({
    at,
    event: "stdout",
    text: `[${name}] ${text}\n`,
  });
  const events = [
    say(training.createdAt, "training created"),
    say(training.runsFrom, "data loaded, training starts"),
  ];
  const before = entriesAt(training, after);
  const now = entriesAt(training, until);
  for (let step = Math.max(before, now - MOST); step < now; step++) {
    const [loss, accuracy] = [lossAt(training, step).toFixed(4), accuracyAt(training, step).toFixed(3)];
    events.push(say(entryTime(training, step), `step ${step + 1} loss ${loss} accuracy ${accuracy}`));
  }
  const { outcome } = training;
  if (outcome.state === "completed") return [...events, say(training.endsAt, "training completed")];
  const details = "exceptionDetails" in outcome.reason ? `\n${outcome.reason.exceptionDetails ?? ""}` : "";
  return [
    ...events,
    { at: training.endsAt, event: "stderr", text: `[${name}] failed: ${outcome.reason.code}${details}\n` },
  ];
}
