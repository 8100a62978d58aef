/** A 5x5 mirrored pattern beside a model's id, so that equal models are seen equal. `path` is on a 10x10 grid. */
export function Fingerprint({ path }: { readonly path: string }) {
  return (
    <svg className="fp" viewBox="0 0 10 10" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
