import { systemActor, type Id } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { settle } from '../settle.js';
import { announceProgress, planReach } from './announce-progress.js';

const actor = systemActor('settle-enrolments');

/** Brings a member's living enrolments in line with their evidence. Call it under the member's lock. */
export async function settleEnrolments(unit: FactUnit, memberId: Id<'Member'>, now: Date): Promise<void> {
  const { enrolments, records } = unit;
  const evidence = await records.listStanding(actor, memberId);
  for (const journey of await enrolments.listLiving(actor, memberId)) {
    const settled = settle(journey, evidence, now);
    await announceProgress(unit, { before: journey, after: settled }, now);
    await planReach(unit, settled, { evidence, now });
    await enrolments.save(journey, settled);
  }
}
