import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { milestoneTask, type Milestone, type Promised } from '../milestone.js';
import { referralPlaces } from '../place.js';
import type { Referral } from '../referral.js';

/** Keeps promises of a department, sealed, with the job that tells when one is not kept in time. */
export async function promise(
  { milestones, sealedTexts, jobs }: Unit<Repositories>,
  ids: IdSource,
  {
    referral,
    promises,
    now,
  }: { readonly referral: Referral; readonly promises: readonly Promised[]; readonly now: Date },
): Promise<readonly Milestone[]> {
  const { caseId, id: referralId } = referral;
  const made: Milestone[] = [];
  for (const { text, dueAt } of promises) {
    const milestone = {
      id: ids.random<'ReferralMilestone'>(),
      caseId,
      referralId,
      addedAt: now,
      dueAt,
      doneAt: undefined,
      version: 1,
    };
    await milestones.add(milestone);
    await sealedTexts.write(
      { caseId, place: referralPlaces.milestone(milestone), layer: 'RELEASED', referralId },
      text,
    );
    const late = new Date(dueAt.getTime() + 1);
    await jobs.enqueue(
      milestoneTask,
      { milestoneId: milestone.id },
      { runAt: late, key: `${milestoneTask}:${milestone.id}` },
    );
    made.push(milestone);
  }
  return made;
}
