/*
 * An authority: that a case worker opened a case for a student who asked for it in person, by phone or in writing.
 * Life: recorded with the case; confirmed by the student, before which nothing of the case is shared. Owner: advocacy.
 */
import { defineLifecycle, ok, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';

/** How the student asked for it. */
export type AuthorityBasis = 'IN_PERSON' | 'PHONE' | 'WRITTEN';

/** What is kept of an opening on behalf of a student. */
export type Authority = {
  readonly caseId: CaseId;
  /** Whose case it is. */
  readonly student: Pseudonym;
  readonly basis: AuthorityBasis;
  /** A keyed name of the case worker who recorded it. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | undefined;
};

/** The life of an authority. A student who does not want the case withdraws it. */
export const authorityLifecycle = defineLifecycle<Authority, 'RECORDED' | 'CONFIRMED', 'CONFIRM'>(
  {
    name: 'Authority',
    initial: ['RECORDED'],
    states: ['RECORDED', 'CONFIRMED'],
    transitions: { CONFIRM: { from: ['RECORDED'], to: ['CONFIRMED'] } },
  },
  ({ confirmedAt }) => (confirmedAt === undefined ? 'RECORDED' : 'CONFIRMED'),
);

/** The student says that what was told for them is theirs. */
export function confirmAuthority(authority: Authority, now: Date): Result<Authority, IllegalTransitionError> {
  const next = authorityLifecycle.next('CONFIRM', authority, now);
  return next.ok ? ok({ ...authority, confirmedAt: now }) : next;
}
