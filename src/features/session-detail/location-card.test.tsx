import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { knownSession } from "../../domain/known-fixture.ts";
import type { LauncherSpec } from "../../domain/session.ts";
import { LocationCard } from "./location-card.tsx";

function figure(spec: Partial<LauncherSpec>, name: string): HTMLElement {
  render(
    <LocationCard
      location={{ kind: "temporary", spec: { cpus: 1, memoryMebibytes: 1536, ...spec } }}
      neighbours={[]}
    />,
  );
  const value = screen.getByText(name).nextElementSibling;
  if (!(value instanceof HTMLElement)) throw new Error(`no figure of ${name}`);
  return value;
}

describe("a launcher's specification", () => {
  it("rounds memory for the eye and keeps what the API said in the title", () => {
    const value = figure({}, "Memory");
    expect(value.textContent).toBe("1.5\u202fGiB");
    expect(value.title).toBe("1536 MiB");
  });

  it("says what the launcher has not", () => {
    expect(figure({}, "Swap").textContent).toBe("not set");
  });

  it("hides nothing of a hostile GPU model, and isolates it", () => {
    const value = figure({ gpus: { count: 2, model: "A\u202e100\u0000" } }, "GPU");
    expect(value.textContent).toBe("2\u202f× A⟨U+202E⟩100␀");
    expect(value.querySelector("bdi")?.textContent).toBe("A⟨U+202E⟩100␀");
  });

  it("shows no more of a GPU model than anyone can read", () => {
    const value = figure({ gpus: { count: 1, model: "x".repeat(10_000) } }, "GPU");
    expect(value.outerHTML.length).toBeLessThan(3_000);
  });
});

it("tells how many more sessions are on a launcher than it shows, their digits in groups", () => {
  render(
    <LocationCard
      location={{ kind: "persistent", launcherId: "rack", spec: { cpus: 1, memoryMebibytes: 512 } }}
      neighbours={Array.from({ length: 12_345 }, (_, index) => knownSession({ id: `other-${index}` }))}
    />,
  );
  expect(screen.getByText(/^and .* more$/u).textContent).toBe("and 12\u202f340 more");
});
