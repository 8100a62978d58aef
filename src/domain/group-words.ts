/** A group's heading. */
import type { GroupLabel } from "./group.ts";
import { LOCATION_LABELS } from "./location-words.ts";

/** `id` is shown as an id, isolated; `name` is our own word for it. */
export function groupWords(label: GroupLabel): { readonly name: string; readonly id?: string } {
  switch (label.kind) {
    case "all":
      return { name: "All sessions" };
    case "persistent":
      return { name: LOCATION_LABELS.persistent, id: label.launcherId };
    case "temporary":
      return { name: "Temporary launchers" };
    case "unrecognised":
      return { name: LOCATION_LABELS.unrecognised, id: label.type };
    case "absent":
      return { name: LOCATION_LABELS.absent };
    case "model":
      return { name: "Model", id: label.modelId };
  }
}
