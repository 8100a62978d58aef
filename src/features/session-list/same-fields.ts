type Fields = Readonly<Record<string, unknown>>;

/** Whether two objects have the same fields with identical values: they say the same to whoever reads only those. */
export function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && Object.is(a[name], b[name]))
  );
}
