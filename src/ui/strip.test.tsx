import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Strip, type StripMark } from "./strip.tsx";

afterEach(cleanup);

/** What is drawn is as wide as what is in view: 1,000 px. */
const FRAME = { from: 0, to: 1_000, live: false };

function bar(mark: Partial<StripMark> & Pick<StripMark, "tail">) {
  const { container } = render(
    <Strip
      frame={FRAME}
      width={1_000}
      sessionId="s"
      band={undefined}
      marks={[
        {
          trainingId: "t",
          state: "completed",
          lane: 0,
          from: 100,
          x0: 0.1,
          x1: 0.2,
          cutStart: false,
          ...mark,
        },
      ]}
    />,
  );
  const found = container.querySelector<HTMLElement>("[data-bar]");
  if (!found) throw new Error("no bar");
  const { left, width } = found.style;
  return [found.className, left, width, found.style.getPropertyValue("--t")];
}

it("is open where the session was not reported, whatever is behind it", () => {
  const band = { x0: 0.1, x1: 1, cutStart: false, gone: false, absences: [{ x0: 0.4, x1: 0.5 }] };
  const { container } = render(<Strip frame={FRAME} width={1_000} sessionId="s" band={band} marks={[]} />);
  const stops = "#000 300px,transparent 300px 400px,#000 400px";
  expect(container.querySelector<HTMLElement>(".life")?.style.maskImage).toBe(
    `linear-gradient(90deg, ${stops})`,
  );
});

it("ends at now where the frame goes on after it", () => {
  const right = (now: number | undefined) => {
    const { container } = render(
      <Strip frame={{ ...FRAME, now }} width={1_000} sessionId="s" band={undefined} marks={[]} />,
    );
    return container.querySelector<HTMLElement>(".tl")?.style.right;
  };
  expect(right(750)).toBe("calc(var(--gut) + (100% - var(--gut)) * 0.25)");
  expect([right(undefined), right(1_000)]).toEqual(["", ""]);
});

describe("a bar", () => {
  it.each<[string, Partial<StripMark> & Pick<StripMark, "tail">, readonly string[]]>([
    // Its box is all that is drawn of it; `--t` is how much of that comes after what is known.
    ["ended at once", { tail: { kind: "interval", x1: 0.2 } }, ["bar completed", "100px", "99px", ""]],
    [
      "ended within a pixel",
      { tail: { kind: "interval", x1: 0.201 } },
      ["bar completed", "100px", "100px", ""],
    ],
    [
      "ended within a stretch",
      { tail: { kind: "interval", x1: 0.25 } },
      ["bar completed soft", "100px", "150px", "50"],
    ],
    [
      "was short, and ended within a stretch",
      { x1: 0.1, tail: { kind: "interval", x1: 0.15 } },
      ["bar completed soft", "100px", "50px", "47"],
    ],
    [
      "ended before anybody watched",
      { x1: 0.1, tail: { kind: "before-watching", x1: 0.3 } },
      ["bar completed soft unk", "100px", "200px", "197"],
    ],
    [
      "ended as it began, before anybody watched",
      { x1: 0.1, tail: { kind: "before-watching", x1: 0.1 } },
      ["bar completed soft unk", "100px", "3px", "0"],
    ],
    [
      "began before what is in view, and ended before anybody watched",
      { x0: -0.1, x1: -0.1, cutStart: true, tail: { kind: "before-watching", x1: 0.3 } },
      ["bar completed soft unk", "-100px", "400px", "400"],
    ],
    [
      "was open at the last answer",
      { state: "running", tail: { kind: "stale", x1: 0.9 } },
      ["bar running stale", "100px", "", "100"],
    ],
    [
      "is gone with its session",
      { state: "running", tail: { kind: "not-seen" } },
      ["bar running vanish", "100px", "100px", ""],
    ],
  ])("that %s", (_, mark, drawn) => {
    expect(bar(mark)).toEqual(drawn);
  });
});
