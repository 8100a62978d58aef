import { expect, it } from "vitest";
import { GROUP_CHOICES } from "./group-choices.ts";
import { GROUPS } from "./group.ts";

it("sessions are gathered by whatever a person can choose, and by nothing else", () => {
  expect(GROUP_CHOICES.map(({ value }) => value)).toEqual(GROUPS);
});
