import type { CSSProperties } from "react";

/** For a ring: `--p` is how far it has filled, in percent. @param share 0..1; less and more are the ends */
export const filled = (share: number): CSSProperties => ({
  "--p": Math.round(Math.min(1, Math.max(0, share)) * 100),
});
