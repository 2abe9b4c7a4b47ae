import { systemActor } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { settleMember } from '../../record/use-cases/settle-member.js';
import type { Enrolment, Journey } from '../enrolment.js';
import { settle } from '../settle.js';
import { announceProgress, planReach } from './announce-progress.js';

const actor = systemActor('save-journey');

/**
 * Writes, inside the caller's transaction and under the member's lock, what somebody changed about a journey, with all that
 * follows from it: other steps, the enrolment, the record, and what the record is asked for.
 */
export async function saveJourney(
  unit: FactUnit,
  { before, changed }: { readonly before: Journey; readonly changed: Journey },
  now: Date,
): Promise<Enrolment> {
  const { memberId } = changed.enrolment;
  const evidence = await unit.records.listStanding(actor, memberId);
  const settled = settle(changed, evidence, now);
  await announceProgress(unit, { before, after: settled }, now);
  await planReach(unit, settled, { evidence, now });
  const saved = await unit.enrolments.save(before, settled);
  await settleMember(unit, memberId, now);
  return saved;
}
