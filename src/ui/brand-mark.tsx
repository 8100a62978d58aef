import { cx } from "./cx.ts";

/** Three bars that reach for now, drawn by the style sheet. */
export const BrandMark = ({ large = false }: { readonly large?: boolean }) => (
  <i className={cx("brand-mark", large && "large")} aria-hidden="true" />
);
