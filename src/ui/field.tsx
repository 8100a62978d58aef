import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface FieldProps {
  readonly icon?: IconName | undefined;
  readonly invalid?: boolean | undefined;
  /** After the input: a key hint, a clear button. */
  readonly trailing?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The frame round an input. A press anywhere in it puts the caret into the input. */
export function Field({ icon, invalid = false, trailing, className, children }: FieldProps) {
  return (
    <div
      className={`field${invalid ? " is-invalid" : ""}${className ? ` ${className}` : ""}`}
      onPointerDown={(event) => {
        const { target, currentTarget } = event;
        if (target instanceof Element && target.closest("input, button")) return;
        event.preventDefault();
        currentTarget.querySelector("input")?.focus();
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
      {trailing}
    </div>
  );
}

interface TextFieldProps extends Omit<ComponentProps<"input">, "aria-label"> {
  /** The input's name, spoken. */
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly invalid?: boolean | undefined;
  readonly trailing?: ReactNode;
  readonly frameClassName?: string | undefined;
}

/** A one-line input in its frame; `ref` and everything else goes to the input. */
export function TextField({ label, icon, invalid, trailing, frameClassName, ...input }: TextFieldProps) {
  return (
    <Field icon={icon} invalid={invalid} trailing={trailing} className={frameClassName}>
      <input
        type="text"
        aria-label={label}
        aria-invalid={invalid ? true : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...input}
      />
    </Field>
  );
}
