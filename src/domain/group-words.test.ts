import { expect, it } from "vitest";
import type { GroupLabel } from "./group.ts";
import { groupWords } from "./group-words.ts";

it.each<[GroupLabel, ReturnType<typeof groupWords>]>([
  [{ kind: "all" }, { name: "All sessions" }],
  [
    { kind: "persistent", launcherId: "rack-a" },
    { name: "Persistent launcher", id: "rack-a" },
  ],
  [{ kind: "temporary" }, { name: "Temporary launchers" }],
  // A word of the API is no id: it is neither shortened nor copied as one.
  [
    { kind: "unrecognised", type: "kubernetes-pod" },
    { name: "Unrecognised location", type: "kubernetes-pod" },
  ],
  [{ kind: "absent" }, { name: "No location" }],
  [
    { kind: "model", modelId: "m-1" },
    { name: "Model", id: "m-1" },
  ],
])("%j reads %j", (label, words) => {
  expect(groupWords(label)).toEqual(words);
});
