interface SegmentedProps<Value extends string> {
  /** The group's name, spoken. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Undefined: none of them holds. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one pressed. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  return (
    <span className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </span>
  );
}
