import { expect, it } from "vitest";
import { exchange } from "./exchange.ts";

it("says of who reads the answer meanwhile what that says, and not that the connection broke", async () => {
  const mistake = new RangeError("of who reads");
  const { signal } = new AbortController();
  const asked = exchange(
    () => Promise.resolve(new Response("answer")),
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
});
