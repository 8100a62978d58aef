import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { partsText } from "./format-number.ts";
import { formatMoment } from "./format-time.ts";
import type { KnownTraining } from "./known.ts";
import { durationOf, spanParts } from "./training-duration.ts";
import type { Standing } from "./training-end.ts";
import { endWords, endSightsOf, stateWords, trainingFacts } from "./training-words.ts";

const MINUTE = 60_000;
const created = Date.UTC(2026, 2, 11, 13, 3, 44);
const standing = { now: created + 90 * MINUTE, lastSeenAt: created + 90 * MINUTE, stale: false, gone: false };

function training(state: string, end?: KnownTraining["end"]): KnownTraining {
  const [known] = knownSession({ startedAt: created, trainings: [state] }).trainings;
  if (!known) throw new Error("the fixture has a training");
  return { ...known, end };
}

/** With plain spaces: which kind stands where is the formats' affair. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const rows = (known: KnownTraining) =>
  Object.fromEntries(trainingFacts(known, standing, "UTC").rows.map(([name, value]) => [name, plain(value)]));

const SEEN_AT = created + 88 * MINUTE;
const LIVE: Standing = { ...standing, lastSeenAt: SEEN_AT };
const STALE: Standing = { ...LIVE, stale: true };
const GONE: Standing = { ...LIVE, stale: true, gone: true };
const clock = (at: number) => formatMoment(at, standing.now, "UTC");

/** The cells of a row: `→` where it ended, last seen open / first seen ended. */
function row(known: KnownTraining, stands: Standing): string {
  const { word, instants } = endWords(known, stands);
  const { lastOpen, firstEnded } = endSightsOf(known, stands);
  const ended = [word, instants.map(clock).join("–")].filter(Boolean).join(" ");
  const sights = [lastOpen, firstEnded].map((at) => (at === undefined ? "–" : clock(at)));
  return `→ ${ended} | ${sights.join(" / ")}`;
}

describe("the cells of a training", () => {
  const ended = (after: number | undefined, by: number) => ({
    after: after === undefined ? undefined : created + after,
    by: created + by,
  });
  const unlisted = { ...training("running"), lastListed: created + 10 * MINUTE };

  it.each<[string, KnownTraining, Standing, string]>([
    ["an open one goes on", training("running"), LIVE, "→ now | 14:31:44 / –"],
    ["one of old answers was open", training("running"), STALE, "→ after 14:31:44 | 14:31:44 / –"],
    ["one of an ended session was open", training("running"), GONE, "→ after 14:31:44 | 14:31:44 / –"],
    ["one no longer listed was open while it was", unlisted, LIVE, "→ after 13:13:44 | 13:13:44 / –"],
    ["nor does its session's end move that", unlisted, GONE, "→ after 13:13:44 | 13:13:44 / –"],
    ["one in a state nobody knows was not seen open", training("warming"), LIVE, "→ unknown | – / –"],
    [
      "a closely seen end is an instant",
      training("failed", ended(61_000, 66_000)),
      LIVE,
      "→ 13:04:50 | 13:04:45 / 13:04:50",
    ],
    [
      "so it is where the duration is one number, however wide it was seen",
      training("completed", ended(60 * MINUTE, 61 * MINUTE)),
      LIVE,
      "→ 14:04:44 | 14:03:44 / 14:04:44",
    ],
    [
      "an end in a gap is two instants",
      training("completed", ended(384_000, 864_000)),
      GONE,
      "→ 13:10:08–13:18:08 | 13:10:08 / 13:18:08",
    ],
    [
      "one that had ended at the first look did so before it",
      training("completed", ended(undefined, MINUTE)),
      STALE,
      "→ before 13:04:44 | – / 13:04:44",
    ],
  ])("say that %s", (_, known, stands, expected) => {
    expect(row(known, stands)).toBe(expected);
  });

  it("say what the tooltip says", () => {
    const inGap = training("completed", ended(384_000, 864_000));
    const trainings = [
      training("running"),
      unlisted,
      inGap,
      training("failed", ended(61_000, 66_000)),
      training("failed", ended(0, 4_000)),
      training("completed", ended(undefined, MINUTE)),
    ];
    for (const known of trainings) {
      for (const stands of [LIVE, STALE, GONE]) {
        const { lastOpen, firstEnded } = endSightsOf(known, stands);
        const tip = new Map(trainingFacts(known, stands, "UTC").rows);
        expect(tip.get("Last seen open")).toBe(lastOpen === undefined ? undefined : clock(lastOpen));
        expect(tip.get(`First seen ${known.training.state}`)).toBe(
          firstEnded === undefined ? undefined : clock(firstEnded),
        );
        // Only a range is told at greater length.
        const duration = partsText(spanParts(durationOf(known, stands)));
        expect(tip.get("Duration")).toBe(
          known === inGap ? "6\u202fm\u00a024\u202fs\u00a0– 14\u202fm\u00a024\u202fs" : duration,
        );
      }
    }
  });
});

describe("the facts of a training", () => {
  it("give an uncertain end as its two sights, and the duration as a range", () => {
    const known = training("completed", { after: created + 384_000, by: created + 864_000 });
    expect(rows(known)).toEqual({
      Created: "13:03:44",
      "Last seen open": "13:10:08",
      "First seen completed": "13:18:08",
      Duration: "6 m 24 s – 14 m 24 s",
    });
    expect(trainingFacts(known, standing, "UTC").note).toBe(
      "Ended between two answers that were 8\u202fm apart.",
    );
  });

  it("need no note where the end is known to the poll", () => {
    const known = training("failed", { after: created + 60_000, by: created + 65_000 });
    expect(trainingFacts(known, standing, "UTC").note).toBeUndefined();
  });

  it("need no note while it is open and answers are fresh", () => {
    expect(trainingFacts(training("running"), standing, "UTC").note).toBeUndefined();
  });

  it.each([
    ["running", { stale: true }, "No answer since"],
    ["running", { gone: true }, "no longer reported"],
    ["uploading", {}, "does not know this state"],
  ])("of one %s with %j say what follows", (state, changes, note) => {
    expect(trainingFacts(training(state), { ...standing, ...changes }, "UTC").note).toContain(note);
  });

  it("do not call a session gone that only lists a training no more", () => {
    const known = { ...training("running"), lastListed: created + MINUTE };
    expect(trainingFacts(known, standing, "UTC").note).toBe(
      "Its session no longer lists it; the outcome was not seen.",
    );
  });

  it("say when it had ended before the first look", () => {
    const known = training("completed", { after: undefined, by: created + MINUTE });
    expect(trainingFacts(known, standing, "UTC").note).toContain("had already ended when it was first seen");
  });

  it("name a state nobody knows as it came", () => {
    expect(stateWords(training("uploading"))).toBe("Unrecognised: uploading");
    expect(stateWords(training("running"))).toBe("Running");
  });
});
