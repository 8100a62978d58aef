/** What the palette offers, from what the view says and what the page can do. */
import { ENDED_CHOICES, type EndedChoice, NO_FILTER } from "../domain/filter.ts";
import { GROUP_CHOICES } from "../domain/group-choices.ts";
import { type Shortcut, SHORTCUTS } from "../domain/shortcuts.ts";
import { sortLabel, SORTS } from "../domain/sort.ts";
import { RANGE_ORDER, RANGES, type TimeRange } from "../domain/time-range.ts";
import type { PaletteCommand } from "../features/palette/palette-command.ts";
import { copyAndTell, THIS_VIEW } from "../ui/copying.ts";
import { chooseTheme, currentTheme, type Theme, THEMES } from "../choices/theme-choice.ts";
import type { ListView } from "../url/list-params.ts";
import type { Route } from "../url/paths.ts";
import type { ChangeView } from "../url/use-view.ts";
import { SHORTCUT_WORDS } from "./key-words.ts";
import type { Shortcuts } from "./use-shortcuts.ts";

export interface CommandSources {
  readonly shortcuts: Shortcuts;
  /** Of the list; what is changed of it is in the link of whatever view is shown. */
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
  /** That is shown. */
  readonly route: Route["route"];
  /** Of the view that is shown. */
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
  /** Asks the API now. */
  readonly onRefresh: () => void;
  readonly onSettings: () => void;
}

export function commandsOf(sources: CommandSources): readonly PaletteCommand[] {
  const { shortcuts, view, change, route, range, onRange, onRefresh, onSettings } = sources;
  const byKey = (name: Shortcut, label: string = SHORTCUT_WORDS[name]): PaletteCommand => ({
    id: name,
    label,
    keys: SHORTCUTS[name],
    run: shortcuts[name],
  });
  const theme = currentTheme();
  // Only the list is sorted and grouped from here.
  const isList = route === "sessions";
  const isFiltered = isList || route === "timeline";
  return [
    byKey("sessions"),
    byKey("timeline"),
    byKey("launchers"),
    byKey("pause", view.paused ? "Resume updates" : "Pause updates"),
    { id: "poll", label: "Poll now", run: onRefresh },
    ...(isFiltered
      ? [
          byKey("search"),
          byKey("ids"),
          { id: "clear", label: "Clear all filters", run: () => change(NO_FILTER) },
        ]
      : []),
    {
      id: "copy",
      label: "Copy link to this view",
      run: () => void copyAndTell(THIS_VIEW),
    },
    ...RANGE_ORDER.map((name) => ({
      id: `range ${name}`,
      label: `Time range: ${RANGES[name].label.toLowerCase()}`,
      isSo: range.kind === "last" && range.name === name,
      run: () => onRange({ kind: "last", name }),
    })),
    byKey("shorter"),
    byKey("longer"),
    byKey("now"),
    ...(isList
      ? [
          ...GROUP_CHOICES.map(({ value, label }) => ({
            id: `group ${value}`,
            label: `Group: ${value === "none" ? "" : "by "}${label.toLowerCase()}`,
            isSo: view.group === value,
            run: () => change({ group: value }),
          })),
          ...SORTS.map((sort) => ({
            id: `sort ${sort}`,
            label: `Sort: ${sortLabel(sort).toLowerCase()}`,
            isSo: view.sort === sort,
            run: () => change({ sort }),
          })),
        ]
      : []),
    ...(isFiltered
      ? ENDED_CHOICES.map((ended) => ({
          id: `ended ${ended}`,
          label: `Ended sessions: ${ENDED_WORDS[ended]}`,
          isSo: view.ended === ended,
          run: () => change({ ended }),
        }))
      : []),
    ...THEME_CHOICES.map(([choice, { label }]) => ({
      id: `theme ${choice}`,
      label,
      isSo: theme === choice,
      run: () => chooseTheme(choice),
    })),
    { id: "settings", label: "Settings", run: onSettings },
    byKey("help"),
  ];
}

const ENDED_WORDS = { show: "show", hide: "hide", only: "nothing else" } as const satisfies Record<
  EndedChoice,
  string
>;

// Object.entries forgets which keys; these are those of the table.
const THEME_CHOICES = Object.entries(THEMES) as readonly (readonly [Theme, (typeof THEMES)[Theme]])[];
