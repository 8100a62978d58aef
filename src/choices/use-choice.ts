import { useSyncExternalStore } from "react";
import type { PageChoice } from "./page-choice.ts";

/** The choice in force, the same object until it changes; renders again when it does, in whichever tab. */
export const useChoice = <T>({ subscribe, read }: PageChoice<T>): T => useSyncExternalStore(subscribe, read);
