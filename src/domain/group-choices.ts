/** What sessions can be gathered by, as a person chooses it. */
import type { Group } from "./group.ts";

/** In the order of `GROUPS`. */
export const GROUP_CHOICES = [
  { value: "none", label: "None" },
  { value: "launcher", label: "Launcher" },
  { value: "model", label: "Model" },
] as const satisfies readonly { readonly value: Group; readonly label: string }[];
