/** Text for property tests: any UTF-16, halves of surrogate pairs included, thick with what breaks URLs and markup. */
import fc from "fast-check";

const SPECIAL = [
  ...Array.from("%,&=+#?/\\.:;'\"<>()[] \n\t\0😀\u202E\uFEFFé"),
  "%25",
  "%2C",
  "%2",
  "__proto__",
  "\uD83D",
  "\uDE00",
];

export const hostileText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...SPECIAL),
    fc.nat(0x7f).map((code) => String.fromCharCode(code)),
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  ),
});
