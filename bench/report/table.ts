/** Figures and verdicts as lines of text. */
import { TARGET_NAMES, TARGETS } from "../targets.ts";
import type { Compared, Verdict } from "./bars.ts";
import { FIGURE_NAMES, FIGURES, type FigureName } from "./figures.ts";

/** Three digits that count, and no more than one behind the point. */
export function figureText(value: number | undefined): string {
  if (value === undefined) return "-";
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1);
}

/** `0.25 x`; a dash where there is nothing to divide by. */
export function ratioText(value: number | undefined, by: number | undefined): string {
  return value === undefined || by === undefined || by === 0 ? "-" : `${(value / by).toFixed(2)} x`;
}

/** Lines of equal columns, the first to the left and the others to the right. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

const named = (figure: FigureName) => {
  const { title, unit } = FIGURES[figure];
  return unit === "" ? title : `${title}, ${unit}`;
};

/** The figures of one size, with the dashboard's ratios to the controls. */
export function figureTable(sessions: number, compared: Compared): readonly string[] {
  const { n, c, ours } = compared;
  const head = [
    `${sessions.toLocaleString("en")} sessions`,
    ...TARGET_NAMES.map((name) => TARGETS[name].title),
    "of N",
    "of C",
  ];
  const rows = FIGURE_NAMES.filter((name) => ours[name] !== undefined).map((name) => [
    named(name),
    ...TARGET_NAMES.map((target) => figureText(compared[target][name])),
    ratioText(ours[name], n[name]),
    ratioText(ours[name], c[name]),
  ]);
  return columns([head, ...rows]);
}

/** One line for each bar. */
export function verdictTable(verdicts: readonly Verdict[]): readonly string[] {
  return columns(
    verdicts.map(({ figure, words, value, limit, met }) => [
      `${met ? "met    " : "NOT MET"}  ${named(figure)}: ${words}`,
      figureText(value),
      `of ${figureText(limit)}`,
    ]),
  );
}
