import { describe, expect, it } from "vitest";
import { createSaveQueue } from "./save-queue.ts";

/** A queue of texts whose writes end when told to. */
function queueOfTexts() {
  const begun: string[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const queue = createSaveQueue<string>(
    (item) => {
      begun.push(item);
      return new Promise((resolve, reject) => ends.push({ resolve, reject }));
    },
    (earlier, later) => earlier + later,
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    queue,
    begun,
    settle,
    end: () => ends.shift()?.resolve(),
    fail: () => ends.shift()?.reject(new Error("no")),
  };
}

describe("the queue of saves", () => {
  it("writes one at a time, and what waits together as one", async () => {
    const { queue, begun, settle, end } = queueOfTexts();
    const first = queue.save("a");
    await settle();
    const others = [queue.save("b"), queue.save("c"), queue.save("d")];
    await settle();
    expect(begun).toEqual(["a"]);
    end();
    await first;
    await settle();
    expect(begun).toEqual(["a", "bcd"]);
    end();
    await Promise.all(others);
  });

  it("says that a save is written only when that is so", async () => {
    const { queue, settle, end } = queueOfTexts();
    const written: string[] = [];
    void queue.save("a").then(() => written.push("a"));
    await settle();
    void queue.save("b").then(() => written.push("b"));
    end();
    await settle();
    expect(written).toEqual(["a"]);
    end();
    await settle();
    expect(written).toEqual(["a", "b"]);
  });

  it("keeps a task behind the saves asked for before it, and before those after it", async () => {
    const { queue, begun, settle, end } = queueOfTexts();
    void queue.save("a");
    await settle();
    void queue.save("b");
    void queue.run(async () => begun.push("task"));
    void queue.save("c");
    for (let n = 0; n < 3; n += 1) {
      end();
      await settle();
    }
    expect(begun).toEqual(["a", "b", "task", "c"]);
  });

  it("tells who asked of a failure, and goes on with the next", async () => {
    const { queue, begun, settle, fail } = queueOfTexts();
    const first = queue.save("a");
    await settle();
    void queue.save("b");
    fail();
    await expect(first).rejects.toThrow("no");
    await settle();
    expect(begun).toEqual(["a", "b"]);
  });
});
