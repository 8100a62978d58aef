import { isZone, type ZoneName } from "./zone.ts";

/**
 * The zone that a person means: of the names in `listed` in any case, of others as the platform knows them; undefined where
 * it knows none such.
 */
export function zoneMeant(typed: string, listed: readonly ZoneName[]): ZoneName | undefined {
  const name = typed.trim();
  const folded = name.toLowerCase();
  if (folded === "utc") return "UTC";
  const found = listed.find((zone) => zone.toLowerCase() === folded);
  return found ?? (name !== "local" && isZone(name) ? name : undefined);
}
