/** What a notification says, and where it leads. */
import { shortId } from "../../domain/format-id.ts";
import { formatNumber, partsText } from "../../domain/format-number.ts";
import type { Ending } from "../../domain/notices.ts";
import { TRAINING_STATES } from "../../domain/states.ts";
import { durationOf, spanParts } from "../../domain/training-duration.ts";
import { sessionPath } from "../../url/paths.ts";
import { pathOfSessions } from "../../url/sessions-of.ts";
import { clipText, visibleText } from "../../ui/visible-text.ts";

export interface NoticeWords {
  readonly title: string;
  /** Each line its own paragraph: the direction of an id reaches no further. */
  readonly body: string;
  /** The same for the same endings: a browser shows such notifications in one place. */
  readonly tag: string;
  /** A path of this page. */
  readonly to: string;
}

/** @param endings at least one */
export function wordsOfNotice(endings: readonly Ending[]): NoticeWords | undefined {
  const [first] = endings;
  if (first === undefined) return undefined;
  return endings.length === 1 ? wordsOfOne(first) : wordsOfMany(endings);
}

function wordsOfOne({ session: { session }, training: known }: Ending): NoticeWords {
  const { training, end } = known;
  const lastSeenAt = end?.by ?? training.createdAt;
  const span = durationOf(known, { now: lastSeenAt, lastSeenAt, stale: false, gone: false });
  return {
    title: `Training ${wordOf(training.state)}`,
    body: [
      `After ${partsText(spanParts(span))}`,
      `Session ${legible(session.id)}`,
      `Model ${legible(session.modelId)}`,
    ].join("\n"),
    tag: tagOf([session.id, training.id]),
    to: sessionPath(session.id, { training: training.id }),
  };
}

/** As many sessions are named; a notification has room for some lines. */
const MOST_NAMED = 3;

function wordsOfMany(endings: readonly Ending[]): NoticeWords {
  const failed = endings.filter(({ training }) => training.training.state === "failed").length;
  const ids = [...new Set(endings.map(({ session }) => session.session.id))];
  const more = ids.length - MOST_NAMED;
  const lines = [ids.length === 1 ? "Session" : "Sessions", ...ids.slice(0, MOST_NAMED).map(legible)];
  if (more > 0) lines.push(`and ${formatNumber(more)} more`);
  const ended = `${formatNumber(endings.length)} trainings ended`;
  return {
    title: failed === 0 ? ended : `${ended}, ${formatNumber(failed)} ${wordOf("failed")}`,
    body: lines.join("\n"),
    tag: tagOf(endings.map(({ training }) => training.training.id)),
    to: pathOfSessions(ids),
  };
}

const wordOf = (state: keyof typeof TRAINING_STATES): string => TRAINING_STATES[state].label.toLowerCase();

const legible = (id: string): string => clipText(visibleText(shortId(id)), 40);

const tagOf = (parts: readonly string[]): string => clipText(JSON.stringify(parts), 400);
