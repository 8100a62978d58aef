/** A world of hostile words: everything a server could put in a string, wherever a string may stand. */
import type { ParameterDefinition } from "@decthings/api-client";
import type { Launcher } from "./launchers.ts";
import type { Life } from "./life.ts";

/** One kind of hostile word a row; a slot takes the row of its index, round and round. */
export const HOSTILE_WORDS = {
  script: '<script>window.__hostile="script"</script>',
  image: '<img src=x onerror="window.__hostile=1">',
  handler: '"><svg/onload=window.__hostile=2>',
  url: "javascript:window.__hostile=3//",
  rtl: "\u202Egnp.sdrawkcab\u202C-and-back",
  isolate: "\u2067שלום\u2069 مرحبا",
  control: "bell\u0007null\u0000escape\u001B[31mred\u007F",
  lineEnds: "first\nsecond\r\nthird\u2028fourth\u2029",
  loneHigh: "lone\uD800surrogate",
  loneLow: "\uDFFFlone-low",
  huge: "x".repeat(10_240),
  emoji: "👩‍👩‍👧‍👦🏳️‍🌈👍🏽",
  combining: `z${"\u0301\u0323\u0489".repeat(60)}`,
  plainTwin: "invisible-twin",
  zeroWidthTwin: "invisible\u200B-twin",
  firstTwin: "12345678-0000-4000-8000-000000000001",
  secondTwin: "12345678-0000-4000-8000-000000000002",
  separators: "a,b%2Cc/d e;f?g#h&i=j+k",
  quotes: `it's "quoted" \`and\` \\escaped\\`,
  spaces: "  spaces  around  ",
  dot: ".",
  dots: "..",
  empty: "",
  proto: "__proto__",
  constructor: "constructor",
} as const satisfies Record<string, string>;

export type HostileKind = keyof typeof HOSTILE_WORDS;

const ROWS: readonly string[] = Object.values(HOSTILE_WORDS);
export const HOSTILE_COUNT = ROWS.length;
const word = (index: number): string => ROWS[index % ROWS.length] ?? "";

/** Dresses an ordinary life: its own word as the id, other words in every other string. */
export function hostileLife(life: Life, slot: number): Life {
  const round = Math.floor(slot / ROWS.length);
  // Each other field takes another row, so that over all slots every field meets every word.
  const other = (shift: number) => word(slot + shift);
  const { executionLocation: place } = life;
  const spec = { ...place.spec, gpus: { model: other(4), count: 1 } };
  return {
    ...life,
    id: round === 0 ? word(slot) : `${word(slot)}${round}`,
    modelId: other(1),
    parameterDefinitions: {
      createState: hostileParameters(slot + 5),
      train: hostileParameters(slot + 7),
      evaluateInput: hostileParameters(slot + 9),
      evaluateOutput: [],
    },
    trainings: life.trainings.map((training, index) => ({
      ...training,
      id: `${other(2 + index)}${index < ROWS.length ? "" : index}`,
      ...(index % 4 === 3 ? { rawState: other(3) } : {}),
    })),
    executionLocation:
      slot % 2 === 0
        ? { type: "persistentLauncher", persistentLauncherId: other(6), spec }
        : { type: "temporaryLauncher", spec },
    extra: Object.fromEntries<unknown>([
      ["__proto__", { polluted: true }],
      ["constructor", other(8)],
      ["note", other(10)],
    ]),
  };
}

/** One launcher a word, so that every launcher a hostile session names is there. */
export function hostileLauncher(launcher: Launcher, index: number): Launcher {
  return {
    ...launcher,
    id: word(index),
    name: word(index + 1),
    spec: { ...launcher.spec, gpus: { model: word(index + 2), count: 1 } },
  };
}

function hostileParameters(index: number): ParameterDefinition[] {
  return [0, 1].map((step) => ({
    name: word(index + step),
    required: step === 0,
    rules: {
      shape: [-1, 4_294_967_295, 0],
      allowedTypes: ["f32", word(index + step + 2)],
      annotations: [word(index + step + 3), word(index + step + 4)],
    },
  }));
}
