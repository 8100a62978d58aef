/** A group's heading. */
import type { GroupLabel } from "./group.ts";
import { LOCATION_LABELS } from "./location-words.ts";

interface GroupWords {
  /** Our own word for it. */
  readonly name: string;
  /** Shown as an id is, and can be copied. */
  readonly id?: string;
  /** The API's word for it: shown whole, as far as there is room. */
  readonly type?: string;
}

export function groupWords(label: GroupLabel): GroupWords {
  switch (label.kind) {
    case "all":
      return { name: "All sessions" };
    case "persistent":
      return { name: LOCATION_LABELS.persistent, id: label.launcherId };
    case "temporary":
      return { name: "Temporary launchers" };
    case "unrecognised":
      return { name: LOCATION_LABELS.unrecognised, type: label.type };
    case "absent":
      return { name: LOCATION_LABELS.absent };
    case "model":
      return { name: "Model", id: label.modelId };
  }
}
