import type { ReactNode } from "react";

const BARS = (
  <>
    <rect x="26" y="6" width="33" height="9" rx="2" />
    <rect x="4" y="23" width="55" height="9" rx="2" />
    <rect x="15" y="40" width="44" height="9" rx="2" />
  </>
);
const NOW = <rect x="62" y="0" width="2" height="56" rx="1" fill="var(--accent)" />;

const ARTS = {
  /** Three bars still to come. */
  empty: (
    <>
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 3">
        {BARS}
      </g>
      {NOW}
    </>
  ),
  /** The bars are there, and a funnel's lines let none through. */
  filter: (
    <>
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 3" opacity="0.5">
        {BARS}
      </g>
      <path d="M18 18h36M25 28h22M32 38h8" fill="none" stroke="var(--surface)" strokeWidth="9" />
      <path
        d="M18 18h36M25 28h22M32 38h8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </>
  ),
  /** A line that has not reached the other side. */
  connecting: (
    <>
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <rect x="4" y="19" width="18" height="18" rx="3" />
        <path d="M22 28h34" strokeDasharray="3 4" strokeLinecap="round" />
      </g>
      {NOW}
    </>
  ),
  /** A key that is turned away. */
  key: (
    <>
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <circle cx="16" cy="24" r="11" />
        <circle cx="16" cy="24" r="3.5" />
        <path d="M27 24h27M44 24v7" strokeLinecap="round" />
      </g>
      <rect x="48" y="31" width="16" height="16" rx="3" fill="var(--failed-fill)" />
      <path d="m52 35 8 8m0-8-8 8" stroke="var(--surface)" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  /** One place among the bars is not filled. */
  missing: (
    <>
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <rect x="26" y="6" width="33" height="9" rx="2" />
        <rect x="15" y="40" width="44" height="9" rx="2" />
        <path
          d="M36.6 23.4a3.6 3.6 0 1 1 5 3.4c-1 .4-1.4 1-1.4 2.2M40.2 32.6h.01"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </g>
      {NOW}
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type EmptyArtName = keyof typeof ARTS;

/** The picture over an empty state's words. */
export function EmptyArt({ name }: { readonly name: EmptyArtName }) {
  return (
    <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden="true">
      {ARTS[name]}
    </svg>
  );
}
