import { fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { ConnectionFacts } from "../../api/connection-facts.ts";
import { type Dismissed, WatchNotices } from "./watch-notices.tsx";

type Facts = Pick<ConnectionFacts, "notice" | "skew">;

const QUIET: Facts = { notice: undefined, skew: undefined };
const MEMORY_ONLY: Facts = { ...QUIET, notice: "memory-only" };
const HOUR = 3_600_000;
const BEHIND: Facts = { ...QUIET, skew: { low: HOUR, high: HOUR } };
const AHEAD: Facts = { ...QUIET, skew: { low: -HOUR, high: -HOUR } };

function Page({ facts, view = "list" }: { readonly facts: Facts; readonly view?: string | undefined }) {
  const [dismissed, setDismissed] = useState<Dismissed>({});
  // Another view is another place for the notices.
  return (
    <main key={view}>
      <WatchNotices facts={facts} dismissed={dismissed} onDismiss={setDismissed} />
    </main>
  );
}

/** Shows one set of facts after the other. */
function pages(facts: Facts) {
  const { rerender } = render(<Page facts={facts} />);
  return (next: Facts, view?: string) => rerender(<Page facts={next} view={view} />);
}

const storage = () => screen.getByRole("status", { name: "Storage notice" });
const clock = () => screen.getByRole("status", { name: "Clock notice" });
const dismiss = (notice: HTMLElement) =>
  fireEvent.click(within(notice).getByRole("button", { name: "Dismiss" }));

describe("the notices of storage and clock", () => {
  it("are there and empty before there is anything to say, so that the first is heard", () => {
    const now = pages(QUIET);
    const [first, second] = [storage(), clock()];
    expect(first.textContent + second.textContent).toBe("");
    now({ ...MEMORY_ONLY, ...BEHIND, notice: "memory-only" });
    expect([storage(), clock()]).toEqual([first, second]);
    expect(first.textContent).toContain("This browser keeps no history here");
    expect(second.textContent).toContain("behind the API's");
  });

  it("offer a reload where that helps, and only there", () => {
    const now = pages({ ...QUIET, notice: "reload-needed" });
    expect(within(storage()).getByRole("button", { name: "Reload" })).toBeTruthy();
    now(MEMORY_ONLY);
    expect(within(storage()).queryByRole("button", { name: "Reload" })).toBeNull();
  });

  it("are dismissed one by one", () => {
    pages({ notice: "memory-only", skew: BEHIND.skew });
    dismiss(storage());
    expect(storage().textContent).toBe("");
    expect(clock().textContent).not.toBe("");
  });

  it("stay dismissed through polls, other words of the same, and other views", () => {
    const now = pages(BEHIND);
    dismiss(clock());
    now({ ...QUIET, skew: { low: 2 * HOUR, high: 3 * HOUR } });
    now(QUIET);
    now(BEHIND, "session");
    expect(clock().textContent).toBe("");
  });

  it("come back when they are of another kind, and once that is dismissed, of the first again", () => {
    const now = pages(BEHIND);
    dismiss(clock());
    now(AHEAD);
    expect(clock().textContent).toContain("ahead of the API's");
    dismiss(clock());
    now(BEHIND);
    expect(clock().textContent).toContain("behind the API's");
    dismiss(clock());
    now(BEHIND);
    expect(clock().textContent).toBe("");
  });
});
