import type { Mode } from "../../api/page-config.ts";
import type { IconName } from "../../ui/icon.tsx";

/** What is said of each way to run. */
export const MODES: Readonly<Record<Mode, { readonly icon: IconName; readonly name: string }>> = {
  demo: { icon: "demo", name: "Demo" },
  gateway: { icon: "gateway", name: "Gateway" },
  direct: { icon: "cloud", name: "Direct" },
};
