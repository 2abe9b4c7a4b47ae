import type { EventHandler } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { createPersonalDataHandlers, type ServiceKit } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { proposalHandlers } from '../proposal/proposal.handlers.js';
import { createRetentionRepository } from '../retention/retention.repository.js';
import type { Vault } from '../sealing/sealing.js';
import { personalSections } from './personal.sections.js';

const statements = [
  `delete from notice where recipient_kind = 'STUDENT' and recipient = $1`,
  `delete from inbox_settings where recipient_kind = 'STUDENT' and recipient = $1`,
  'delete from idempotency_record where actor = $1',
];

/**
 * Erases a member whom membership erased: their own words in public matters, their support but for the totals, their
 * cases that are over and that nothing holds. Done twice, it does no more; that it is done is told without a word about
 * whether there was a case.
 */
export function createErasureHandler(kit: ServiceKit, vault: Vault): EventHandler<'MemberStatusChanged'> {
  const { MemberStatusChanged: eraseSections } = createPersonalDataHandlers(kit, {
    service: 'advocacy',
    sections: personalSections,
    erased: 'AdvocacyMemberErased',
  });
  return async (manager, event) => {
    const { memberId, status } = event.data;
    if (status === 'ERASED') await eraseCases(manager, kit, { vault, memberId });
    // Sections first: they still find the author of what the proposals then forget.
    await eraseSections?.(manager, event);
    await proposalHandlers.MemberStatusChanged?.(manager, event);
  };
}

async function eraseCases(
  manager: EntityManager,
  { clock, campusZone }: ServiceKit,
  { vault, memberId }: { readonly vault: Vault; readonly memberId: string },
): Promise<void> {
  const student = vault.pseudonym(toId(memberId));
  const retentions = createRetentionRepository(manager, campusZone);
  for (const item of await retentions.listOverOf(student))
    await retentions.erase(item, { reason: 'STUDENT', now: clock.now() });
  const [known]: readonly { subject: string }[] = await manager.query(
    'select subject from actor_member where member_id = $1',
    [memberId],
  );
  const names = [student, ...(known === undefined ? [] : [vault.alias(known.subject)])];
  for (const name of names) for (const statement of statements) await manager.query(statement, [name]);
}
