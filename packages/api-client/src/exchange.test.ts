import { expect, it, vi } from "vitest";
import { exchange } from "./exchange.ts";

it("says of who reads the answer meanwhile what that says, and not that the connection broke", async () => {
  const mistake = new RangeError("of who reads");
  const { signal } = new AbortController();
  const cancel = vi.fn<() => void>();
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.enqueue(new TextEncoder().encode("answer")),
    cancel,
  });
  const asked = exchange(
    () => Promise.resolve(new Response(body)),
    "http://api.test",
    { body: new Uint8Array(), headers: new Headers(), signal },
    {
      maxBytes: 100,
      onMore() {
        throw mistake;
      },
    },
  );
  await expect(asked).rejects.toBe(mistake);
  expect(cancel, "the rest is not fetched in vain").toHaveBeenCalledOnce();
});
