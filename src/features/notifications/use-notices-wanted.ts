import { useKept } from "../../choices/use-kept.ts";

/** Where the choice is kept. */
export const NOTICES_SLOT = "decthings.notices";

/** Whether anybody in this browser ever chose about notifications: until then nothing of them is fetched. */
export const useNoticesWanted = (): boolean => useKept(NOTICES_SLOT);
