import { MenuList } from "./menu-list.tsx";

interface RadioLinesProps<Value extends string> {
  /** The menu's name, spoken. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  /** Undefined: none of them is. */
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly onClose: () => void;
}

/** What a menu opens of whose lines one is chosen. */
export function RadioLines<Value extends string>(props: RadioLinesProps<Value>) {
  const { label, choices, chosen, onChoose, onClose } = props;
  return (
    <MenuList
      label={label}
      items={choices.map((choice) => ({
        kind: "radio",
        id: choice.value,
        label: choice.label,
        text: choice.label,
        checked: choice.value === chosen,
      }))}
      onSelect={(id) => {
        const choice = choices.find(({ value }) => value === id);
        if (choice) onChoose(choice.value);
      }}
      onClose={onClose}
    />
  );
}
