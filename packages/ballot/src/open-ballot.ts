import { InvalidBallotKeyError } from './ballot-errors.js';
import { fromBase64Url } from './bytes.js';
import { openLayer } from './layer.js';
import { readPaper } from './paper.js';
import { layerInfo, sealedLength, type BallotPlace } from './seal-ballot.js';
import { readPrivateKey } from './trustee-key.js';

/** What a ballot is opened with. */
export type OpenOptions = BallotPlace & {
  /** The ids of everybody who was on the paper. */
  readonly candidates: readonly string[];
  /** The private keys in the order of sealing. */
  readonly privateKeys: readonly string[];
};

/** What a ballot says: candidates, first choice first; or nothing that can be counted, which no client of ours seals. */
export type OpenedBallot = readonly string[] | 'SPOILT';

/** Opens one ballot. Throws `InvalidBallotKeyError` for what is no key; with a wrong key every ballot is spoilt. */
export async function openBallot(sealed: string, options: OpenOptions): Promise<OpenedBallot> {
  const open = await ballotOpener(options);
  return open(fromBase64Url(sealed) ?? new Uint8Array());
}

/** Reads the keys of a contest once and opens many ballots of it. Throws `InvalidBallotKeyError`. */
export async function ballotOpener(options: OpenOptions): Promise<(sealed: Uint8Array) => Promise<OpenedBallot>> {
  const [innerKey, outerKey, ...others] = await Promise.all(options.privateKeys.map(readPrivateKey));
  if (innerKey === undefined || outerKey === undefined || others.length > 0)
    throw new InvalidBallotKeyError('A ballot is opened with two keys.');
  const length = sealedLength(options.candidates.length);
  return async (sealed) => {
    if (sealed.length !== length) return 'SPOILT';
    try {
      const inner = await openLayer(sealed, outerKey, layerInfo('outer', options));
      const paper = await openLayer(inner, innerKey, layerInfo('inner', options));
      return readPaper(paper, options.candidates) ?? 'SPOILT';
    } catch {
      return 'SPOILT';
    }
  };
}
