import { describe, expect, it } from "vitest";
import { answer, fold } from "../../domain/answer-fixture.ts";
import { noticesOf, type Ending } from "../../domain/notices.ts";
import { wordsOfNotice } from "./notice-words.ts";

const SECOND = 1_000;
const ID = "5d4015bb-0000-4000-8000-000000000000";

/** The first notice of an answer 10 s after one in which all these trainings ran; they were created at 0. */
function words(
  sessions: readonly { readonly id: string; readonly ended: readonly string[] }[],
  modelId = "437c5061-1",
) {
  const at = (time: number, state: string | undefined) =>
    answer(
      time,
      sessions.map(({ id, ended }) => ({
        id,
        modelId,
        trainings: ended.map((outcome, index) => `${id}${index} ${state ?? outcome} 0`),
      })),
    );
  const before = fold([at(310 * SECOND, "running")]);
  const [endings = [] as readonly Ending[]] = noticesOf(before, fold([at(320 * SECOND, undefined)], before), {
    notify: "all",
    sessions: [],
  });
  const told = wordsOfNotice(endings);
  if (!told) throw new Error("there is no notice");
  return { ...told, body: told.body.replaceAll(/[\u00a0\u202f]/gu, " ") };
}

describe("a notification", () => {
  it("names the outcome, how long it took, and where it was", () => {
    expect(words([{ id: ID, ended: ["failed"] }])).toMatchObject({
      title: "Training failed",
      body: "After 5 m 10–20 s\nSession 5d4015bb\nModel 437c5061",
      to: `/sessions/${ID}?training=${ID}0`,
    });
  });

  it("of many endings counts them, names some sessions and leads to all", () => {
    const told = words([
      { id: "aa", ended: ["completed", "failed"] },
      { id: "bb", ended: ["failed"] },
      { id: "cc", ended: ["completed"] },
      { id: "dd", ended: ["completed"] },
    ]);
    expect(told.title).toBe("5 trainings ended, 2 failed");
    expect(told.body).toBe("Sessions\naa\nbb\ncc\nand 1 more");
    expect(told.to).toBe("/?ids=aa,bb,cc,dd");
  });

  it("of many endings in one session, none of them failed, says so", () => {
    const told = words([{ id: "aa", ended: ["completed", "completed", "completed", "completed"] }]);
    expect([told.title, told.body]).toEqual(["4 trainings ended", "Session\naa"]);
  });

  it("hides nothing of hostile ids, and is short", () => {
    const told = words([{ id: `\u202e\n${"x".repeat(10_000)}`, ended: ["failed"] }], "\u0000\ud800");
    expect(told.body).toContain("Session ⟨U+202E⟩␊xxxxxx\nModel ␀�");
    expect(told.body.length).toBeLessThan(200);
    expect(told.tag.length).toBeLessThan(500);
  });

  it("is the same for the same ending, and another for another", () => {
    const tag = (id: string) => words([{ id, ended: ["failed"] }]).tag;
    expect(tag("aa")).toBe(tag("aa"));
    expect(tag("aa")).not.toBe(tag("bb"));
  });
});
