import { useId } from "react";

interface RadiosProps<Value extends string | number> {
  /** What is chosen here: the group's name. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side: the browser's own radio buttons, so that arrows move and Tab passes. */
export function Radios<Value extends string | number>({
  label,
  options,
  value,
  onChange,
}: RadiosProps<Value>) {
  const id = useId();
  return (
    <div className="radios" role="radiogroup" aria-labelledby={id}>
      <span id={id} className="lbl">
        {label}
      </span>
      <span className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </span>
    </div>
  );
}
