/** Where times are told, and on what clocks: kept in this browser, the same in all of its tabs. */
import { isZone, type ZoneClock } from "../domain/zone.ts";
import type { ChoiceForm } from "./choice-store.ts";
import { readFields } from "./kept-fields.ts";
import { pageChoice } from "./page-choice.ts";
import { useChoice } from "./use-choice.ts";

/** A zone that another browser knew and this one does not is the reader's own. */
export const ZONE_FORM: ChoiceForm<ZoneClock> = {
  slot: "decthings.zone",
  encode: ({ name, hours }) => JSON.stringify({ name, hours }),
  decode(text) {
    const { name, hours } = readFields(text);
    return {
      name: typeof name === "string" && isZone(name) ? name : "local",
      hours: hours === 12 ? 12 : 24,
    };
  },
};

const choice = pageChoice(ZONE_FORM);

/** Makes a choice, here and in the other tabs; what is left out stays. */
export const chooseZone = (change: Partial<ZoneClock>): void =>
  void choice.change((before) => ({ ...before, ...change }));

/** The choice in force, the same object until it changes; renders again when it does, in whichever tab. */
export const useZone = (): ZoneClock => useChoice(choice);
