import { DuplicatePreferenceError, UnknownPreferenceError } from './ballot-errors.js';
import type { Bytes } from './bytes.js';

/** The form of the paper, so that another can follow. */
const version = 1;
const idBytes = 16;

/** How many bytes the paper of a contest has, whatever is ranked: the version, how many are ranked, and room for everybody. */
export const paperLength = (candidateCount: number): number => 2 + idBytes * candidateCount;

/**
 * Writes ranked candidates, all on the paper and none twice; nobody at all is a blank ballot. What is not used is zero.
 * Throws `DuplicatePreferenceError` and `UnknownPreferenceError`.
 */
export function writePaper(preferences: readonly string[], candidates: readonly string[]): Bytes {
  const standing = new Set(candidates);
  if (new Set(preferences).size !== preferences.length)
    throw new DuplicatePreferenceError('A candidate can be ranked once.');
  if (preferences.some((id) => !standing.has(id)))
    throw new UnknownPreferenceError('Only candidates of the contest can be ranked.');
  const paper = new Uint8Array(paperLength(candidates.length));
  paper.set([version, preferences.length]);
  preferences.forEach((id, place) => paper.set(bytesOfId(id), 2 + place * idBytes));
  return paper;
}

/**
 * Reads what `writePaper` wrote. Undefined for everything else, a mark in the unused room included: by such a mark a voter
 * could prove to somebody else what they voted.
 */
export function readPaper(paper: Uint8Array, candidates: readonly string[]): readonly string[] | undefined {
  const [form, count] = paper;
  if (form !== version || count === undefined || count > candidates.length) return undefined;
  if (paper.length !== paperLength(candidates.length)) return undefined;
  const byBytes = new Map(candidates.map((id) => [bytesOfId(id).join(), id]));
  const ranked = Array.from({ length: count }, (_, place) => 2 + place * idBytes).flatMap(
    (start) => byBytes.get(paper.subarray(start, start + idBytes).join()) ?? [],
  );
  const isWhole = new Set(ranked).size === count && paper.subarray(2 + count * idBytes).every((byte) => byte === 0);
  return isWhole ? ranked : undefined;
}

function bytesOfId(id: string): Bytes {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw new UnknownPreferenceError('A candidate is a UUID.');
  return Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
