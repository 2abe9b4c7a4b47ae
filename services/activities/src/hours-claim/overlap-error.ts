import { validationError, type ValidationError } from '@guildhall/kernel';

const words = {
  CLAIM: 'Other hours in this time are verified already.',
  ACTIVITY: 'They were at an activity in this time.',
} as const;

/** The answer where hours are claimed for a time that counts already. */
export function overlapError(overlap: keyof typeof words): ValidationError {
  return validationError([{ path: 'workedFrom', rule: 'CONTRADICTION', message: words[overlap] }]);
}
