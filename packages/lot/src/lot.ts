import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The SHA-256 of a list of texts and numbers, in hexadecimal digits. The list is written as JSON first, so that no two
 * lists run into each other.
 */
export const digestOf = (parts: readonly (string | number)[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));

/** What is published of a seed before anybody enters or votes. It fixes the seed and tells nothing of it. */
export const commitmentOf = (seed: string): string => digestOf(['commitment', seed]);

/**
 * Draws one of the names by lot: the one whose digest with the seed and the occasion is the smallest. Nobody can aim at it,
 * because the seed was fixed before, and everybody can repeat it, because the seed is revealed afterwards.
 */
export function drawOne(
  names: readonly string[],
  { seed, occasion }: { readonly seed: string; readonly occasion: string },
): string {
  const [first] = names
    .map((name) => ({ name, number: digestOf(['lot', seed, occasion, name]) }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  if (first === undefined) throw new RangeError('a lot needs somebody to draw');
  return first.name;
}
