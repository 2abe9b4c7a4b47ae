import type { Actor, Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Evidence, EvidenceId } from '../record/evidence.js';
import { toEvidence, type EvidenceRow } from '../record/record-rows.js';
import { recordLinkPolicy } from './record-link.policy.js';
import type { RecordLink } from './record-link.js';

/** Reads what can be shown of a record: standing evidence that its member does not hide, and which credentials there are. */
export type SharedItemRepository = ReturnType<typeof createSharedItemRepository>;

const canBeShown = 'e.is_standing and not exists (select 1 from hidden_evidence h where h.evidence_id = e.id)';

/** A repository over one connection or transaction. */
export function createSharedItemRepository(manager: EntityManager) {
  return {
    /** Everything of a member's evidence that can be shown, oldest first; nothing for anybody but the member. */
    async listSharable(actor: Actor, memberId: Id<'Member'>): Promise<readonly Evidence[]> {
      if (!recordLinkPolicy.canRead(actor, memberId)) return [];
      const rows: readonly EvidenceRow[] = await manager.query(
        `select e.* from evidence e where e.member_id = $1 and ${canBeShown} order by e.happened_at, e.id`,
        [memberId],
      );
      return rows.map(toEvidence);
    },

    /** The evidence of links that were read already, as far as it can be shown today. */
    async listShown(links: readonly RecordLink[]): Promise<ReadonlyMap<EvidenceId, Evidence>> {
      const rows: readonly EvidenceRow[] = await manager.query(
        `select distinct on (e.id) e.* from record_link_item i join record_link l on l.id = i.link_id
           join evidence e on e.id = i.evidence_id and e.member_id = l.member_id
         where i.link_id = any($1::uuid[]) and ${canBeShown}`,
        [links.map(({ id }) => id)],
      );
      return new Map(rows.map((row) => [row.id, toEvidence(row)]));
    },
  };
}
