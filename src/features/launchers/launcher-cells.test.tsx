import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { answer, fold, wireSession } from "../../domain/answer-fixture.ts";
import { readSession } from "../../domain/session.ts";
import { LaunchersPage } from "./launchers-page.tsx";

const NOW = Date.UTC(2026, 2, 11, 14);

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

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
    render(
      <LaunchersPage
        known={fold([answer(NOW, sessions)])}
        isWhole
        failed={false}
        staleFrom={undefined}
        zone="UTC"
        intervalMs={5_000}
        renderNotices={() => null}
        renderStatus={(facts) => facts}
      />,
    );
    const row = screen.getByRole("row", { name: /^Temporary /u });
    expect(row.querySelector(".c-gpu")?.textContent).toBe(cell);
  },
);
