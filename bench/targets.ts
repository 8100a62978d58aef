/** The pages that are compared, and where their parts are. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const TARGET_NAMES = ["n", "c", "ours"] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

export interface Target {
  readonly name: TargetName;
  readonly title: string;
  /** Absolute path of the build. */
  readonly distDir: string;
  /** CSS selectors of what scrolls, of one row of any kind, and of one session's row. */
  readonly scroller: string;
  readonly row: string;
  readonly sessionRow: string;
}

const inCheckout = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where everything that the benchmark makes lies. */
export const BUILT = inCheckout("node_modules/.tmp/bench");

export const TARGETS = {
  n: {
    name: "n",
    title: "N",
    distDir: `${BUILT}/n`,
    scroller: ".scroller",
    row: "tbody > tr",
    sessionRow: "tr[data-session-id]",
  },
  c: {
    name: "c",
    title: "C",
    distDir: `${BUILT}/c`,
    scroller: ".scroller",
    row: ".item",
    sessionRow: "[data-session-id]",
  },
  ours: {
    name: "ours",
    title: "dashboard",
    distDir: resolve(process.env["BENCH_DIST"] ?? inCheckout("dist")),
    scroller: '[role="treegrid"]',
    row: '[role="treegrid"] [data-index]',
    sessionRow: '[role="treegrid"] [data-session-id]',
  },
} as const satisfies Record<TargetName, Target>;
