/*
 * How cases of one student belong together: linked, or merged with the student's consent, where one survives and the other
 * points to it. Life of a merge: PROPOSED, then AGREED or REFUSED by the student. Owner: advocacy.
 */
import { defineLifecycle, type Id } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';

/** The id of a merge. */
export type MergeId = Id<'CaseMerge'>;

/** Where a merge stands. */
export type MergeStatus = 'PROPOSED' | 'AGREED' | 'REFUSED';

/** What a student can answer to a merge. */
export type MergeAction = 'AGREE' | 'REFUSE';

/** That one case is to go on in another. */
export type CaseMerge = {
  readonly id: MergeId;
  readonly fromId: CaseId;
  readonly intoId: CaseId;
  readonly student: Pseudonym;
  readonly status: MergeStatus;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly answeredAt: Date | undefined;
};

/** The life of a merge; only the student's yes moves anything. */
export const mergeLifecycle = defineLifecycle<CaseMerge, MergeStatus, MergeAction>(
  {
    name: 'Case merge',
    initial: ['PROPOSED'],
    states: ['PROPOSED', 'AGREED', 'REFUSED'],
    transitions: {
      AGREE: { from: ['PROPOSED'], to: ['AGREED'] },
      REFUSE: { from: ['PROPOSED'], to: ['REFUSED'] },
    },
  },
  ({ status }) => status,
);
