import type { ComponentProps } from "react";
import { Segmented } from "./segmented.tsx";

/** A few choices side by side with a word before them where there is no room to guess what they are. */
export const Choice = <Value extends string>(props: ComponentProps<typeof Segmented<Value>>) => (
  <span className="choice">
    <span className="lbl">{props.label}</span>
    <Segmented {...props} />
  </span>
);
