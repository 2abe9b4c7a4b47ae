import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MediationId } from '../mediation/mediation.js';
import type { MediationViewer } from '../mediation/mediation-viewer.js';
import { insideScope } from '../mediation/layer-scope.js';
import type { MediationTerm } from './mediation-term.js';

type TermRow = {
  id: Id<'MediationTerm'>;
  mediation_id: MediationId;
  position: number;
  party_id: Id<'MediationParty'>;
  due_on: string;
};

/** Reads and writes the terms of agreements without their words; every read takes the viewer. */
export type MediationTermRepository = ReturnType<typeof createMediationTermRepository>;

/** A repository over one connection or transaction. */
export function createMediationTermRepository(manager: EntityManager) {
  return {
    async add({ id, mediationId, position, partyId, dueOn }: MediationTerm): Promise<void> {
      await manager.query(
        'insert into mediation_term (id, mediation_id, position, party_id, due_on) values ($1, $2, $3, $4, $5)',
        [id, mediationId, position, partyId, dueOn],
      );
    },

    /** The terms of the mediations in their order; for their sides and the mediator. */
    async listOf(viewer: MediationViewer, mediationIds: readonly MediationId[]): Promise<readonly MediationTerm[]> {
      const scope = insideScope(viewer, 2);
      const rows: readonly TermRow[] = await manager.query(
        `select t.id, t.mediation_id, t.position, t.party_id, t.due_on::text from mediation_term t
         join mediation m on m.id = t.mediation_id ${scope.join}
         where t.mediation_id = any($1::uuid[]) and (side.id is not null or ${scope.isMediator}) order by t.position`,
        [mediationIds, ...scope.values],
      );
      return rows.map((row) => ({
        id: row.id,
        mediationId: row.mediation_id,
        position: row.position,
        partyId: row.party_id,
        dueOn: row.due_on,
      }));
    },
  };
}
