/** `range`, or `from` and `to`: three parameters that say one thing, so they are read and written together. */
import { RANGE_ORDER, type RangeName, type TimeRange } from "../domain/time-range.ts";
import { oneOf } from "./codec.ts";
import { formatInstant, isInstant, parseInstant } from "./instant-codec.ts";
import type { Field } from "./view.ts";

function parseFixed(from: string | undefined, to: string | undefined): TimeRange | undefined {
  if (from === undefined || to === undefined) return undefined;
  const range = { from: parseInstant(from), to: parseInstant(to) };
  if (range.from === undefined || range.to === undefined || range.from >= range.to) return undefined;
  return { kind: "fixed", from: range.from, to: range.to };
}

/**
 * `from` and `to` count only together and in order; where they count they win over `range`. A fixed range that cannot be
 * written (not whole ms, not in order) leaves the URL like the default.
 * @param fallback the range of a link that names none
 */
export function timeRangeField(fallback: RangeName): Field<TimeRange> {
  const rangeName = oneOf(RANGE_ORDER, fallback);
  const byDefault: TimeRange = { kind: "last", name: fallback };
  return {
    default: byDefault,
    names: ["range", "from", "to"],
    read: (given) => {
      const [range, from, to] = [given("range"), given("from"), given("to")];
      const fixed = parseFixed(from, to);
      if (fixed !== undefined) return { value: fixed, ignored: ["range"] };
      const name = range === undefined ? fallback : rangeName.parse(range);
      return {
        value: name === undefined ? byDefault : { kind: "last", name },
        ignored: name === undefined ? ["range", "from", "to"] : ["from", "to"],
      };
    },
    write: (range) => {
      if (range.kind === "last") return range.name === fallback ? [] : [["range", range.name]];
      if (!isInstant(range.from) || !isInstant(range.to) || range.from >= range.to) return [];
      return [
        ["from", formatInstant(range.from)],
        ["to", formatInstant(range.to)],
      ];
    },
  };
}
