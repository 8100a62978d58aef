import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import { sessionsCsv, trainingsCsv } from "./export-csv.ts";
import { EXPORT_SCHEMA, EXPORT_VERSION } from "./export-json.ts";
import { EXPORT_KINDS, exportFile } from "./export.ts";
import type { KnownSession } from "./known.ts";
import { knownSession } from "./known-fixture.ts";

const T0 = Date.UTC(2026, 2, 11, 12);
const MINUTE = 60_000;

/** A line of a table without anything that needs quotes, by its heads. */
function records(csv: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = csv.trimEnd().split("\r\n");
  const heads = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [heads[i] ?? "", cell])));
}

const iso = (at: number) => new Date(at).toISOString();

/** `s` ended with a training open; `t` goes on. */
const watched = fold([
  answer(T0, [
    { id: "s", startedAt: T0 - MINUTE, trainings: ["early completed", "late starting"] },
    { id: "t" },
  ]),
  answer(T0 + MINUTE, [
    { id: "s", startedAt: T0 - MINUTE, trainings: ["early completed", "late running"] },
    { id: "t" },
  ]),
  answer(T0 + 2 * MINUTE, [{ id: "t" }]),
]);

describe("the table of sessions", () => {
  it("has one row for each session, in the order given, with what was answered and what was observed", () => {
    const [first, second] = records(
      sessionsCsv([theSession(watched, "t"), theSession(watched)], T0 + 2 * MINUTE),
    );
    expect(first).toMatchObject({
      id: "t",
      activity: "idle",
      firstSeenAt: iso(T0 + 10),
      lastSeenAt: iso(T0 + 2 * MINUTE),
      endedAfter: "",
      endedBy: "",
    });
    expect(second).toEqual({
      id: "s",
      startedAt: iso(T0 - MINUTE),
      activity: "ended",
      modelId: "m",
      location: "temporary",
      launcherId: "",
      vcpu: "1",
      memoryMiB: "512",
      gpuCount: "",
      gpuModel: "",
      trainings: "2",
      starting: "0",
      running: "1",
      completed: "1",
      failed: "0",
      unrecognised: "0",
      firstSeenAt: iso(T0 + 10),
      lastSeenAt: iso(T0 + MINUTE),
      endedAfter: iso(T0 + MINUTE),
      endedBy: iso(T0 + 2 * MINUTE + 10),
    });
  });

  it.each([
    [{ launcher: "l-1" }, { location: "persistent", launcherId: "l-1", vcpu: "1", memoryMiB: "1024" }],
    [{ type: "lunar" }, { location: "lunar", launcherId: "", vcpu: "", memoryMiB: "" }],
    ["absent", { location: "", launcherId: "", vcpu: "", memoryMiB: "" }],
  ] as const)("tells where a session on %j runs", (on, expected) => {
    expect(records(sessionsCsv([knownSession({ on })], T0))[0]).toMatchObject(expected);
  });

  it("leaves an instant out that is none", () => {
    expect(records(sessionsCsv([knownSession({ startedAt: 9e15 })], undefined))[0]).toMatchObject({
      startedAt: "",
      lastSeenAt: "",
    });
  });

  it("defuses what begins like a formula", () => {
    expect(records(sessionsCsv([knownSession({ id: "=1+1", modelId: "@m" })], T0))[0]).toMatchObject({
      id: "'=1+1",
      modelId: "'@m",
    });
  });
});

describe("the table of trainings", () => {
  it("has one row for each training, with the states that were seen and what is known of the end", () => {
    const known = fold(
      [answer(T0 + 3 * MINUTE, [{ id: "t", trainings: ["done starting", "open running", "odd dancing"] }])],
      watched,
    );
    const after = fold(
      [answer(T0 + 4 * MINUTE, [{ id: "t", trainings: ["done failed", "open running", "odd dancing"] }])],
      known,
    );
    const sessions = [theSession(after), theSession(after, "t")];
    const rows = records(trainingsCsv(sessions, T0 + 4 * MINUTE));
    expect(
      rows.map(({ sessionId, trainingId, state, statesSeen, end }) => [
        sessionId,
        trainingId,
        state,
        statesSeen,
        end,
      ]),
    ).toEqual([
      ["s", "early", "completed", "completed", "before watching"],
      ["s", "late", "running", "starting > running", "not seen"],
      ["t", "done", "failed", "starting > failed", "seen"],
      ["t", "open", "running", "running", "open"],
      ["t", "odd", "dancing", "dancing", "unknown"],
    ]);
    expect(rows.map(({ lastSeenOpenAt, firstSeenEndedAt }) => [lastSeenOpenAt, firstSeenEndedAt])).toEqual([
      ["", iso(T0 + 10)],
      [iso(T0 + MINUTE), ""],
      [iso(T0 + 3 * MINUTE), iso(T0 + 4 * MINUTE + 10)],
      [iso(T0 + 4 * MINUTE), ""],
      ["", ""],
    ]);
  });

  it("of sessions without trainings is its head alone", () => {
    expect(trainingsCsv([knownSession()], T0).split("\r\n")).toHaveLength(2);
  });
});

describe("the JSON", () => {
  it("dates all that was observed by whole milliseconds", () => {
    const session = {
      ...theSession(watched),
      firstSeen: T0 + 0.4,
      ended: { after: T0 + 1.5, by: T0 + 2.25 },
    };
    const times = { exportedAt: T0 + 0.25, latestAt: T0 + 3.75 };
    expect(exportFile("json", [session], times).text).not.toMatch(/\d\.\d/u);
  });

  const read = (sessions: readonly KnownSession[]): unknown =>
    JSON.parse(exportFile("json", sessions, { exportedAt: T0, latestAt: T0 + 2 * MINUTE }).text);

  it("names its schema and version, and holds what was answered and what was observed", () => {
    const session = theSession(watched);
    expect(read([session])).toEqual({
      schema: EXPORT_SCHEMA,
      version: EXPORT_VERSION,
      exportedAt: T0,
      sessions: [
        {
          answered: session.session.wire,
          observed: {
            firstSeen: T0 + 10,
            lastSeen: T0 + MINUTE,
            ended: { after: T0 + MINUTE, by: T0 + 2 * MINUTE + 10 },
            absences: [],
            trainings: [
              {
                id: "early",
                createdAt: T0 - MINUTE + 1,
                states: [{ state: "completed", entered: { after: null, by: T0 + 10 } }],
                end: { after: null, by: T0 + 10 },
                lastListed: null,
              },
              {
                id: "late",
                createdAt: T0 - MINUTE + 2,
                states: [
                  { state: "starting", entered: { after: null, by: T0 + 10 } },
                  { state: "running", entered: { after: T0, by: T0 + MINUTE + 10 } },
                ],
                end: null,
                lastListed: null,
              },
            ],
          },
          earlier: [],
        },
      ],
    });
  });

  it("tells when answers left a session out that was not over", () => {
    const absences = [{ after: T0, by: T0 + 5_000, back: T0 + 10_000.4 }];
    const known = { ...knownSession(), absences };
    expect(read([known])).toMatchObject({
      sessions: [{ observed: { absences: [{ after: T0, by: T0 + 5_000, back: T0 + 10_000 }] } }],
    });
  });

  it("passes on what was answered exactly as it came, fields that nobody knows included", () => {
    const known = knownSession();
    const answered = { id: known.session.id, colour: "mauve", nothing: null };
    expect(read([{ ...known, session: { ...known.session, answered } }])).toMatchObject({
      sessions: [{ answered }],
    });
  });

  it("of no sessions is whole too", () => {
    expect(read([])).toMatchObject({ sessions: [] });
  });
});

describe("an exported file", () => {
  it("has its time in UTC in its name, and nothing that a file system minds", () => {
    const names = EXPORT_KINDS.map(
      (kind) => exportFile(kind, [], { exportedAt: T0 + 1_234, latestAt: T0 }).name,
    );
    expect(names).toEqual([
      "decthings-sessions-20260311T120001Z.csv",
      "decthings-trainings-20260311T120001Z.csv",
      "decthings-sessions-20260311T120001Z.json",
    ]);
  });
});
