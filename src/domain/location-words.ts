/** A session's location in a few words, for the chip and for its title. */
import { gpus, memory, vcpu } from "./format-size.ts";
import { NARROW_SPACE } from "./format-number.ts";
import type { LocationKind } from "./filter.ts";
import type { LauncherSpec, Location } from "./session.ts";

/** Where it is plain that a location is meant. */
export const LOCATION_CHOICES = {
  persistent: "Persistent",
  temporary: "Temporary",
} as const satisfies Record<LocationKind, string>;

export const LOCATION_LABELS = {
  persistent: `${LOCATION_CHOICES.persistent} launcher`,
  temporary: `${LOCATION_CHOICES.temporary} launcher`,
  unrecognised: "Unrecognised location",
  absent: "No location",
} as const satisfies Record<Location["kind"], string>;

function specParts({ cpus, memoryMebibytes, gpus: held }: LauncherSpec): readonly string[] {
  const { value, unit } = memory(memoryMebibytes);
  const parts = [`${vcpu(cpus)}${NARROW_SPACE}vCPU`, `${value}${NARROW_SPACE}${unit}`];
  return held === undefined ? parts : [...parts, gpus(held)];
}

/** The most telling first: a narrow chip shows only that. */
export function locationParts(location: Location): readonly string[] {
  switch (location.kind) {
    case "persistent":
    case "temporary":
      return specParts(location.spec);
    case "unrecognised":
      return [location.type];
    case "absent":
      return ["not told"];
  }
}

/** Kind and launcher, for hovering. */
export function locationTitle(location: Location): string {
  const label = LOCATION_LABELS[location.kind];
  switch (location.kind) {
    case "persistent":
      return `${label} ${location.launcherId}`;
    case "unrecognised":
      return `${label}: ${location.type}`;
    case "temporary":
    case "absent":
      return label;
  }
}
