import type { SessionFilter } from "../../domain/filter.ts";
import type { KnownSession } from "../../domain/known.ts";
import { LOCATION_CHOICES } from "../../domain/location-words.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { chosenWords } from "../../ui/chosen-words.tsx";
import type { ChangeView } from "../../url/use-view.ts";
import { FilterMenu } from "./filter-menu.tsx";
import { shownId } from "./shown-id.ts";

interface FacetMenusProps {
  readonly view: SessionFilter;
  readonly change: ChangeView<SessionFilter>;
  readonly sessions: readonly KnownSession[];
}

/** The filters that choose among values. */
export function FacetMenus(props: FacetMenusProps) {
  const { state, location, launcher, model } = props.view;
  return (
    <>
      <FilterMenu
        choice={{ of: "state", ...props }}
        on={state.length > 0}
        button={chosenWords(
          "State",
          state.map((value) => ACTIVITIES[value].label),
        )}
      />
      <FilterMenu
        choice={{ of: "location", ...props }}
        on={location.length + launcher.length > 0}
        button={chosenWords("Location", [
          ...location.map((kind) => LOCATION_CHOICES[kind]),
          ...launcher.map(shownId),
        ])}
      />
      <FilterMenu
        choice={{ of: "model", ...props }}
        on={model.length > 0}
        button={chosenWords("Model", model.map(shownId))}
      />
    </>
  );
}
