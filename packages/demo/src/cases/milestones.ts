import type { DemoContext } from '../demo-context.js';
import { after, dayMs } from '../season.js';
import type { DemoReferral } from './referrals.js';

/** One thing that a department promised to do, with its date. */
export type DemoMilestone = { readonly text: string; readonly due: Date; readonly doneAt?: Date };

const promises: readonly (readonly [text: string, days: number])[] = [
  ['We look at what happened and write to you what we found.', 3],
  ['What was agreed is put into the records of the university.', 8],
  ['Somebody asks you whether it is as it should be.', 21],
];

/** Departments that act have promised three things: the first is done, the second often late, the third to come. */
export function withMilestones({ anchor }: DemoContext, referral: DemoReferral): DemoReferral {
  const { status, response } = referral;
  if (status !== 'ACTIONS' || response === undefined) return referral;
  const milestones = promises.map(([text, days], index) => {
    const due = after(response.respondedAt, days * dayMs);
    const doneAt = after(response.respondedAt, (days - 1) * dayMs);
    return { text, due, ...(index === 0 && doneAt < anchor && { doneAt }) };
  });
  return { ...referral, milestones };
}
