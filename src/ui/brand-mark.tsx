import { cx } from "./cx.ts";

/** Three bars that reach for now, as index.html draws them. */
export const BrandMark = ({ large = false }: { readonly large?: boolean }) => (
  <svg className={cx("brand-mark", large && "large")} viewBox="0 0 20 20" aria-hidden="true">
    <use href="#brand" />
  </svg>
);
