import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What is published of a seed before voting opens: the SHA-256 of its text in hexadecimal digits. */
export const commitmentOf = (seed: string): string => digest(`seed:${seed}`);

/**
 * Draws one of the candidates by lot: the one whose SHA-256 of seed, stage and name is the smallest. Nobody can aim at it,
 * because the seed was fixed before the first ballot, and everybody can repeat it, because the seed is revealed afterwards.
 */
export function drawLot(
  candidates: readonly string[],
  { seed, stage }: { readonly seed: string; readonly stage: number },
): string {
  const [first] = candidates
    .map((candidate) => ({ candidate, number: digest(`lot:${seed}:${stage}:${candidate}`) }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  if (first === undefined) throw new RangeError('a lot needs somebody to draw');
  return first.candidate;
}
