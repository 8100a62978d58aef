import { useSyncExternalStore } from "react";
import type { ChoiceStore } from "./choice-store.ts";

/** The choice in force, the same object until it changes; renders again when it does, in whichever tab. */
export const useChoice = <T>({ subscribe, read }: ChoiceStore<T>): T => useSyncExternalStore(subscribe, read);
