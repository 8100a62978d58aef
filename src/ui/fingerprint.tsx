/** A 5x5 mirrored pattern beside a model's id, so that equal models are seen equal. `path` is on a 10x10 grid, a unit a px. */
export function Fingerprint({ path }: { readonly path: string }) {
  return <i className="fp" style={{ clipPath: `path("${path}")` }} aria-hidden="true" />;
}
