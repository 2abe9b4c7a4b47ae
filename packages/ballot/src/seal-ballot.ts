import { InvalidBallotKeyError } from './ballot-errors.js';
import { digestOfTexts, toBase64Url, type Bytes } from './bytes.js';
import { layerBytes, sealLayer } from './layer.js';
import { paperLength, writePaper } from './paper.js';

/** What a ballot belongs to. It is bound into both layers, so that a ballot cannot be moved to another contest. */
export type BallotPlace = { readonly electionId: string; readonly contestId: string };

/** What a ballot is sealed for. */
export type SealOptions = BallotPlace & {
  /** The ids of everybody on the paper, "re-open nominations" included, in any order. */
  readonly candidates: readonly string[];
  /** The public keys in the order of sealing, as `Election.ballotKeys` lists them: two different ones. */
  readonly keys: readonly string[];
};

/** Who can open a layer: the inner one is the returning officer's, the outer one the second trustee's. */
export const layers = ['inner', 'outer'] as const;

/** How many bytes a sealed ballot has. It depends on the number of candidates alone, never on what is ranked. */
export const sealedLength = (candidateCount: number): number =>
  paperLength(candidateCount) + layers.length * layerBytes;

/** What a layer is bound to. */
export const layerInfo = (layer: (typeof layers)[number], { electionId, contestId }: BallotPlace): Bytes =>
  digestOfTexts(['guildhall ballot 1', layer, electionId, contestId]);

/**
 * Seals ranked candidates, first choice first and none at all for a blank ballot, with both keys: opening takes both private
 * halves. The result is base64url, of `sealedLength` bytes, and different each time. Throws `DuplicatePreferenceError`,
 * `UnknownPreferenceError` and `InvalidBallotKeyError`.
 */
export async function sealBallot(preferences: readonly string[], options: SealOptions): Promise<string> {
  const paper = writePaper(preferences, options.candidates);
  const [innerKey, outerKey, ...others] = options.keys;
  if (innerKey === undefined || outerKey === undefined || others.length > 0 || innerKey === outerKey)
    throw new InvalidBallotKeyError('A ballot is sealed with two different keys.');
  const inner = await sealLayer(paper, innerKey, layerInfo('inner', options));
  return toBase64Url(await sealLayer(inner, outerKey, layerInfo('outer', options)));
}
