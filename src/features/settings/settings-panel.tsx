import { type ReactNode, useState } from "react";
import { keepsChoices } from "../../choices/keeps-choices.ts";
import { changePreferences } from "../../choices/preferences.ts";
import { usePreferences } from "../../choices/use-preferences.ts";
import { DENSITIES, type Preferences } from "../../choices/preferences-choices.ts";
import { chooseZone, useZone } from "../../choices/zone-choice.ts";
import { NARROW_SPACE } from "../../domain/format-number.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Radios } from "../../ui/radios.tsx";
import { chooseTheme, useTheme } from "../../choices/theme-choice.ts";
import { ZoneField } from "./zone-field.tsx";

interface SettingsPanelProps {
  readonly onClose: () => void;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
  /** What there is to choose about watching. */
  readonly children: ReactNode;
}

/** All that a person can choose about the page, other than what to look at. */
export function SettingsPanel({ onClose, onPalette, onHelp, children }: SettingsPanelProps) {
  const { theme } = useTheme();
  const { hours } = useZone();
  const { density } = usePreferences();
  const [isKept] = useState(keepsChoices);
  /** The panel gives focus back to its button first, so that the dialog gives it back there as well. */
  const leaveFor = (open: () => void) => () => {
    onClose();
    open();
  };
  return (
    <>
      <div className="head">
        <Icon name="settings" />
        <h2>Settings</h2>
        <p>{isKept ? "Kept in this browser." : "Held until you leave the page."}</p>
        <IconButton className="only-m" icon="close" label="Close" onClick={onClose} />
      </div>
      <section aria-label="Display">
        <Radios label="Theme" options={THEME_OPTIONS} value={theme} onChange={chooseTheme} />
        <Radios
          label="Rows"
          options={DENSITY_OPTIONS}
          value={density}
          onChange={(value) => changePreferences({ density: value })}
        />
        <ZoneField />
        <Radios
          label="Clock"
          options={HOURS_OPTIONS}
          value={hours}
          onChange={(value) => chooseZone({ hours: value })}
        />
      </section>
      {children}
      <div className="foot">
        <Button icon="search" onClick={leaveFor(onPalette)}>
          Commands
        </Button>
        <Button variant="ghost" onClick={leaveFor(onHelp)}>
          Keyboard shortcuts
        </Button>
      </div>
    </>
  );
}

const THEME_OPTIONS = [
  { value: "auto", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

const DENSITY_WORDS = { comfortable: "Comfortable", compact: "Compact" } as const satisfies Record<
  Preferences["density"],
  string
>;
const DENSITY_OPTIONS = DENSITIES.map((value) => ({ value, label: DENSITY_WORDS[value] }));

const HOURS_OPTIONS = ([24, 12] as const).map((value) => ({ value, label: `${value}${NARROW_SPACE}h` }));
