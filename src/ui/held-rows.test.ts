import { describe, expect, it } from "vitest";
import { createHeldRows } from "./held-rows.ts";

const row = (key: string, startedAt = 0) => ({ kind: "session", key, height: 26, startedAt });
const [a, b, c] = [row("a"), row("b"), row("c")];
const ASKED = {};

describe("rows that are held", () => {
  it("are those that are wanted while nobody holds them", () => {
    const hold = createHeldRows<ReturnType<typeof row>>();
    hold([a, b], ASKED, false);
    expect(hold([c, a, b], ASKED, false)).toMatchObject({ rows: [c, a, b], waiting: 0 });
  });

  it("keep their order, say what is new of them, and count what waits", () => {
    const hold = createHeldRows<ReturnType<typeof row>>();
    hold([a, b], ASKED, false);
    const changed = row("b", 5);
    const held = hold([c, changed], ASKED, true);
    expect(held.rows).toEqual([a, changed]);
    expect(held.waiting).toBe(1);
    expect(hold([c, changed], ASKED, false).rows).toEqual([c, changed]);
  });

  it("are the same list while nothing of them changes", () => {
    const hold = createHeldRows<ReturnType<typeof row>>();
    const { rows } = hold([a, b], ASKED, false);
    expect(hold([a, b, c], ASKED, true).rows).toBe(rows);
  });

  it("are those that are wanted where these stand as they do, new words and all", () => {
    const hold = createHeldRows<ReturnType<typeof row>>();
    const first = [a, b];
    hold(first, ASKED, false);
    expect(hold(first, ASKED, true).rows).toBe(first);
    const next = [a, row("b", 5)];
    expect(hold(next, ASKED, true)).toMatchObject({ rows: next, waiting: 0 });
    expect(hold(next, ASKED, true).rows).toBe(next);
  });

  it("let everything through that the reader asks for", () => {
    const hold = createHeldRows<ReturnType<typeof row>>();
    hold([a, b], ASKED, true);
    expect(hold([c], {}, true)).toMatchObject({ rows: [c], waiting: 0 });
  });
});
