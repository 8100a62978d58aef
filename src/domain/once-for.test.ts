import { expect, it, vi } from "vitest";
import { onceFor } from "./once-for.ts";

it("works out what is of an object once, and of each by itself", () => {
  const make = vi.fn<(of: { readonly n: number }) => number>(({ n }) => n * 2);
  const twice = onceFor(make);
  const [one, none, other] = [{ n: 1 }, { n: 0 }, { n: 1 }];
  expect([twice(one), twice(none), twice(one), twice(none), twice(other)]).toEqual([2, 0, 2, 0, 2]);
  expect(make.mock.calls).toEqual([[one], [none], [other]]);
});
