/** Three bars that reach for now. */
export function BrandMark({ size = 20 }: { readonly size?: number | undefined }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <g fill="currentColor">
        <rect x="8" y="2.5" width="7.5" height="3" rx="1" />
        <rect x="1.5" y="8.5" width="14" height="3" rx="1" />
        <rect x="5" y="14.5" width="10.5" height="3" rx="1" />
      </g>
      <rect x="16.5" y="0.5" width="2" height="19" rx="1" fill="var(--accent)" />
    </svg>
  );
}
