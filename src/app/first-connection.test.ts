import { QueryClient } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Connection } from "../api/connection.ts";
import { takeFirst } from "./first-connection.ts";

const CONFIG = { mode: "demo", apiAddress: "http://dashboard.test/v0", needsToken: false } as const;

/** A client that notes what is asked for, and asks nobody. */
function noting() {
  const queries = new QueryClient();
  const asked = vi.spyOn(queries, "prefetchQuery").mockResolvedValue();
  return { queries, asked };
}

describe("the first connection", () => {
  it("is made once, though React asks twice for what a state begins with", () => {
    const { queries, asked } = noting();
    const begun = vi.fn<() => Connection | undefined>(() => takeFirst(CONFIG, queries));
    const { result } = renderHook(() => useState(begun)[0], { wrapper: StrictMode });
    expect(begun).toHaveBeenCalledTimes(2);
    expect(asked).toHaveBeenCalledOnce();
    expect(result.current).toBe(begun.mock.results[0]?.value);
  });

  it("is the one that was prepared, once, and nothing is prepared after that", async () => {
    vi.resetModules();
    const { prepareFirst, takeFirst: take } = await import("./first-connection.ts");
    const { queries, asked } = noting();
    prepareFirst({ ...CONFIG, needsToken: true }, queries);
    expect(asked).not.toHaveBeenCalled();
    prepareFirst(CONFIG, queries);
    await Promise.resolve();
    const first = take(CONFIG, queries);
    expect(asked).toHaveBeenCalledOnce();
    await Promise.resolve();
    prepareFirst(CONFIG, queries);
    expect(asked).toHaveBeenCalledOnce();
    expect(take(CONFIG, queries)).not.toBe(first);
  });
});
