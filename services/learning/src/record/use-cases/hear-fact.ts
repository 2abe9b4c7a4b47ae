import type { FactUnit } from '../../deps.js';
import type { NewFact } from '../record-fact.js';
import { recordFact } from './record-fact.js';
import { settleMember } from './settle-member.js';

/** Records a fact and brings everything that follows from it in line, inside the caller's transaction. */
export async function hearFact(unit: FactUnit, fact: NewFact, now: Date): Promise<void> {
  for (const memberId of await recordFact(unit, fact, now)) await settleMember(unit, memberId, now);
}
