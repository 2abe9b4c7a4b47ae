/** A ballot that ranks the same candidate twice. */
export class DuplicatePreferenceError extends Error {
  override readonly name = 'DuplicatePreferenceError';
}

/** A ballot that ranks somebody who is not on the paper. */
export class UnknownPreferenceError extends Error {
  override readonly name = 'UnknownPreferenceError';
}

/** A key that nothing can be sealed with or opened with, or not the two different ones that are needed. */
export class InvalidBallotKeyError extends Error {
  override readonly name = 'InvalidBallotKeyError';
}
