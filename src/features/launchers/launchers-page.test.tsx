import { cleanup, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, fold, wireSession } from "../../domain/answer-fixture.ts";
import { type Known, NOTHING_KNOWN } from "../../domain/known.ts";
import { readSession } from "../../domain/session.ts";
import { LaunchersPage } from "./launchers-page.tsx";

const NOW = Date.UTC(2026, 2, 11, 14);

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** What the page says at each commit, from the one before any answer on. */
function said(...told: readonly { readonly known: Known; readonly isWhole: boolean }[]): readonly string[] {
  const texts: string[] = [];
  const page = (known: Known, isWhole: boolean) => (
    <Profiler id="page" onRender={() => texts.push(document.body.textContent)}>
      <LaunchersPage
        known={known}
        isWhole={isWhole}
        failed={false}
        staleFrom={undefined}
        zone="UTC"
        intervalMs={5_000}
        renderNotices={() => null}
        renderStatus={(facts) => facts}
      />
    </Profiler>
  );
  const { rerender } = render(page(NOTHING_KNOWN, false));
  for (const { known, isWhole } of told) rerender(page(known, isWhole));
  return texts;
}

const EMPTY = "No debug sessions are running";

it.each([
  { counts: [1], cell: "1×\u202fM0" },
  { counts: [4, 1, 2], cell: "4×\u202fM0 +3" },
  // As floating numbers the latter two come to 0.30000000000000004.
  { counts: [1, 0.1, 0.2], cell: "1×\u202fM0 +0.3" },
  { counts: [9_000, 6_000, 6_000], cell: "9000×\u202fM0 +12\u202f000" },
])(
  "GPUs of several models, $counts of them, are the most of one and the sum of the others",
  ({ counts, cell }) => {
    const sessions = counts.map((count, index) =>
      readSession({
        ...wireSession({ id: `s${index}`, startedAt: NOW - 1_000 }),
        executionLocation: {
          type: "temporaryLauncher",
          spec: { cpus: 1, memoryMebibytes: 512, gpus: { count, model: `M${index}` } },
        },
      }),
    );
    said({ known: fold([answer(NOW, sessions)]), isWhole: true });
    const row = screen.getByRole("row", { name: /^Temporary /u });
    expect(row.querySelector(".c-gpu")?.textContent).toBe(cell);
  },
);

describe("a location of a kind nobody knows", () => {
  it("is told by the API's word for it, and has nobody knows what", () => {
    const wire = wireSession({ startedAt: NOW - 1_000 });
    const lunar = readSession({ ...wire, executionLocation: { type: "lunar-pod" } });
    said({ known: fold([answer(NOW, [lunar])]), isWhole: true });
    const cells = screen.getByRole("row", { name: /lunar-pod/u }).querySelectorAll("[role=gridcell]");
    const texts = [...cells].map(({ textContent }) => textContent);
    expect(texts.slice(1, 7)).toEqual(["Unrecognised location lunar-pod1 session", "–", "–", "–", "–", "–"]);
  });
});

describe("before an answer, and with it", () => {
  it("the page never says that nothing runs where something does", () => {
    const known = fold([answer(NOW, [{ startedAt: NOW - 1_000, trainings: [] }])]);
    const texts = said({ known, isWhole: true });
    expect(texts.filter((text) => text.includes(EMPTY) || text.includes("0 temporary"))).toEqual([]);
    expect(texts[0]).toContain("Waiting for the first answer");
    expect(screen.queryByText("Waiting for the first answer")).toBeNull();
  });

  it("the page says so once an answer does", () => {
    expect(said({ known: fold([answer(NOW, [])]), isWhole: true }).at(-1)).toContain(EMPTY);
  });

  it("a part of an answer is not told as all of it", () => {
    const part = fold([answer(NOW, [{ startedAt: NOW - 1_000, trainings: [] }])]);
    const all = fold([
      answer(
        NOW,
        ["a", "b", "c"].map((id) => ({ id, startedAt: NOW - 1_000, trainings: [] })),
      ),
    ]);
    const texts = said({ known: part, isWhole: false }, { known: all, isWhole: true });
    expect(texts.filter((text) => text.includes("1 sessions on") || text.includes("1 session on"))).toEqual(
      [],
    );
    expect(texts.at(-1)).toContain("3 sessions on");
  });
});
