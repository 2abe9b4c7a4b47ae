import type { Id } from '@guildhall/kernel';
import { actorKey } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MediationId } from '../mediation/mediation.js';
import type { MediationViewer } from '../mediation/mediation-viewer.js';
import type { Vault } from '../sealing/sealing.js';
import type { Mediator, MediatorCandidate } from './mediator.js';

/** Those who could be given a mediation now: in office, and no elected officer of the union. */
const inOffice = `
  select distinct a.subject, (select am.member_id from actor_member am where am.subject = a.subject) as member_id
  from actor_appointment a
  where a.role = 'MEDIATOR' and a.starts_at <= $1 and a.ends_at > $1
    and not exists (select 1 from actor_mandate d join actor_member x using (member_id)
      where x.subject = a.subject and d.kind = 'UNION_OFFICER' and d.starts_at <= $1 and d.ends_at > $1)
  order by a.subject limit 100`;

/**
 * Any tie between a candidate and a mediation: a side of it; work on its case, on another one of its students or on one
 * in which one of its names stands, or a wall before such a case; a post at one of its departments; a declared name.
 */
const tie = `
  exists (select 1 from mediation_person x where x.mediation_id = m.id and x.person = any(c.persons))
  or exists (select 1 from (
      select a.case_id, a.subject from case_assignment a
      union all select f.id, f.assignee from case_file f
      union all select b.case_id, b.subject from case_wall b where b.lifted_at is null and b.reason <> 'MEDIATOR') w
    join case_file f on f.id = w.case_id
    where w.subject = c.subject and (f.id = m.case_id
      or f.student in (select x.person from mediation_person x where x.mediation_id = m.id)
      or exists (select 1 from case_party cp join mediation_party n on n.name_index = cp.name_index
        where cp.case_id = f.id and n.mediation_id = m.id)))
  or exists (select 1 from department_post dp join mediation_party n on n.department_id = dp.department_id
    where dp.subject = c.subject and n.mediation_id = m.id)
  or exists (select 1 from worker_tie t join mediation_party n on n.name_index = t.name_index
    where t.subject = c.subject and n.mediation_id = m.id)
  or exists (select 1 from mediator_tie t join mediation_party n on n.name_index = t.name_index
    where t.subject = c.subject and n.mediation_id = m.id)`;

/** Reads who can be given a mediation, and keeps what mediators declare. */
export type MediatorRepository = ReturnType<typeof createMediatorRepository>;

/** A repository over one connection or transaction. */
export function createMediatorRepository(manager: EntityManager, vault: Vault) {
  const listInOffice = async (now: Date): Promise<readonly Mediator[]> => {
    const rows: readonly { subject: string; member_id: Id<'Member'> | null }[] = await manager.query(inOffice, [now]);
    return rows.map(({ subject, member_id: memberId }) => ({
      subject,
      persons: [...(memberId === null ? [] : [vault.pseudonym(memberId)]), vault.alias(subject)],
    }));
  };
  return {
    /**
     * For each of the mediations, which the viewer was shown as the advice manager, every mediator in office and whether
     * they are free of any tie to it; two statements however many mediations.
     */
    async listCandidates(
      viewer: MediationViewer,
      mediationIds: readonly MediationId[],
      now: Date,
    ): Promise<ReadonlyMap<MediationId, readonly MediatorCandidate[]>> {
      if (!viewer.isManager) return new Map();
      const mediators = await listInOffice(now);
      const rows: readonly { mediation_id: MediationId; subject: string; is_free: boolean }[] = await manager.query(
        `select m.id as mediation_id, c.subject, not (${tie}) as is_free
         from mediation m cross join jsonb_to_recordset($2::jsonb) as c(subject text, persons text[])
         where m.id = any($1::uuid[]) order by c.subject`,
        [mediationIds, JSON.stringify(mediators)],
      );
      const byMediation = Map.groupBy(rows, (row) => row.mediation_id);
      return new Map(
        [...byMediation].map(([id, candidates]) => [
          id,
          candidates.map(({ subject, is_free: isFree }) => ({ subject, isFree })),
        ]),
      );
    },

    /** Replaces the names that the viewer is tied to by blind indexes of the new ones. */
    async declareTies(viewer: MediationViewer, nameIndexes: readonly string[]): Promise<void> {
      const subject = actorKey(viewer.actor);
      await manager.query('delete from mediator_tie where subject = $1', [subject]);
      await manager.query(
        'insert into mediator_tie (subject, name_index) select $1, name from unnest($2::text[]) as name on conflict do nothing',
        [subject, nameIndexes],
      );
    },

    /** How many names the viewer declared; the names themselves cannot be read back. */
    async countTies(viewer: MediationViewer): Promise<number> {
      const [row]: readonly { count: number }[] = await manager.query(
        'select count(*)::int as count from mediator_tie where subject = $1',
        [actorKey(viewer.actor)],
      );
      return row?.count ?? 0;
    },
  };
}
