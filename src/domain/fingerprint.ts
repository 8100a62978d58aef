/** A small picture of an id, so that equal models are seen equal: 5 by 5 squares, the right half mirroring the left. */

const SIZE = 5;
const HALF = 3;
/** Edge of a square in the picture's own units: the whole is 10 by 10. */
const EDGE = 2;

/** FNV-1a over the UTF-16 units, then mixed until each bit of the id moves each bit of the hash (murmur3's finish). */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The 25 squares row by row, true where filled. The same id has the same picture always; at least one is filled. */
export function fingerprint(id: string): readonly boolean[] {
  const bits = hashOf(id) % 2 ** (SIZE * HALF);
  return Array.from({ length: SIZE * SIZE }, (_, index) => {
    const row = Math.floor(index / SIZE);
    const column = index % SIZE;
    const mirrored = Math.min(column, SIZE - 1 - column);
    // A hash without bits would be an empty picture: it is drawn as the middle column.
    return bits === 0 ? mirrored === HALF - 1 : (bits & (1 << (row * HALF + mirrored))) !== 0;
  });
}

/** The picture as the path of an SVG whose viewBox is `0 0 10 10`. */
export function fingerprintPath(id: string): string {
  return fingerprint(id)
    .map((isFilled, index) => {
      if (!isFilled) return "";
      return `M${(index % SIZE) * EDGE} ${Math.floor(index / SIZE) * EDGE}h${EDGE}v${EDGE}h-${EDGE}z`;
    })
    .join("");
}
