import { adasRecordToken, demoMembers, fixedId } from '@guildhall/demo';
import { toId, type Id } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { recordTokens } from '../src/record-link/record-token.crypto.js';

const dayMs = 86_400_000;

/** Ada shows what she has to a host of volunteers, for the rest of the year. */
export async function loadAdasLink(
  manager: EntityManager,
  own: readonly Id<'Credential'>[],
  anchor: Date,
): Promise<void> {
  const { memberId } = demoMembers.ada;
  const evidence: readonly { id: string }[] = await manager.query(
    `select id from evidence e where member_id = $1 and is_standing and kind <> 'MANDATE'
       and not exists (select 1 from hidden_evidence h where h.evidence_id = e.id) order by happened_at, id limit 3`,
    [toId(memberId)],
  );
  const linkId = fixedId('record-link/ada');
  await insertRows(manager, 'record_link', [
    {
      id: linkId,
      member_id: memberId,
      token_digest: `\\x${Buffer.from(recordTokens.digest(adasRecordToken)).toString('hex')}`,
      note: 'For the food bank',
      shown_as: 'Ada Okafor',
      language: 'EN',
      created_at: new Date(anchor.getTime() - 3 * dayMs),
      expires_at: new Date(anchor.getTime() + 300 * dayMs),
      version: 1,
    },
  ]);
  const items = [
    ...own.map((credentialId) => ({ credential_id: credentialId })),
    ...evidence.map(({ id }) => ({ evidence_id: id })),
  ];
  await insertRows(
    manager,
    'record_link_item',
    items.map((item, index) => ({
      link_id: linkId,
      position: index + 1,
      evidence_id: null,
      credential_id: null,
      ...item,
    })),
  );
}
