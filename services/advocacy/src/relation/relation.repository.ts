import type { EntityManager } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';
import { activeWorker, type CaseViewer } from '../sealing/viewer.js';
import type { CaseMerge, MergeId, MergeStatus } from './relation.js';

type MergeRow = {
  id: MergeId;
  from_id: CaseId;
  into_id: CaseId;
  student: Pseudonym;
  status: MergeStatus;
  proposed_by: string;
  proposed_at: Date;
  answered_at: Date | null;
};

/** A merge is seen by the student, and by a worker of both its cases. */
const visibleMerges = `
  select m.*, f.student from case_merge m join case_file f on f.id = m.from_id join case_file g on g.id = m.into_id
  where (f.student = $1 or (f.assignee = $2 and g.assignee = $2))`;

/** Reads and writes which cases belong together. */
export type RelationRepository = ReturnType<typeof createRelationRepository>;

/** A repository over one connection or transaction. */
export function createRelationRepository(manager: EntityManager) {
  const scope = (viewer: CaseViewer): readonly unknown[] => [viewer.self ?? null, activeWorker(viewer) ?? null];
  return {
    /** Links two cases, once in whichever order. */
    link: (
      [one, other]: readonly [CaseId, CaseId],
      { by, at }: { readonly by: string; readonly at: Date },
    ): Promise<unknown> =>
      manager.query(
        `insert into case_link (case_id, other_id, linked_by, linked_at) values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4)
         on conflict on constraint case_link_pk do nothing`,
        [one, other, by, at],
      ),

    /** Which cases are linked with which; whether the viewer sees them is the case's own scope. */
    async listLinks(ids: readonly CaseId[]): Promise<readonly { readonly caseId: CaseId; readonly otherId: CaseId }[]> {
      const rows: readonly { case_id: CaseId; other_id: CaseId }[] = await manager.query(
        `select case_id, other_id from case_link where case_id = any($1::uuid[])
         union all select other_id, case_id from case_link where other_id = any($1::uuid[]) order by 1, 2`,
        [ids],
      );
      return rows.map(({ case_id: caseId, other_id: otherId }) => ({ caseId, otherId }));
    },

    /** Proposes a merge unless one of that case waits for an answer; tells whether it was added. */
    async propose({ id, fromId, intoId, proposedBy, proposedAt }: Omit<CaseMerge, 'student'>): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into case_merge (id, from_id, into_id, status, proposed_by, proposed_at, version) values ($1, $2, $3, 'PROPOSED', $4, $5, 1)
         on conflict (from_id) where status = 'PROPOSED' do nothing returning id`,
        [id, fromId, intoId, proposedBy, proposedAt],
      );
      return rows.length > 0;
    },

    /** One merge that the viewer may see, or nothing when missing or hidden. */
    async findVisible(viewer: CaseViewer, id: MergeId): Promise<CaseMerge | null> {
      const [row]: readonly MergeRow[] = await manager.query(`${visibleMerges} and m.id = $3`, [...scope(viewer), id]);
      return row === undefined ? null : toMerge(row);
    },

    /** The merges of those cases that wait for the student's answer and that the viewer may see. */
    async listOpen(viewer: CaseViewer, ids: readonly CaseId[]): Promise<readonly CaseMerge[]> {
      const rows: readonly MergeRow[] = await manager.query(
        `${visibleMerges} and m.status = 'PROPOSED' and (m.from_id = any($3::uuid[]) or m.into_id = any($3::uuid[])) order by m.proposed_at, m.id`,
        [...scope(viewer), ids],
      );
      return rows.map(toMerge);
    },

    /** Writes the student's answer once; tells whether this was it. */
    async answer(id: MergeId, status: MergeStatus, at: Date): Promise<boolean> {
      const rows: readonly (readonly unknown[])[] = await manager.query(
        `update case_merge set status = $2, answered_at = $3, version = version + 1 where id = $1 and status = 'PROPOSED' returning id`,
        [id, status, at],
      );
      return (rows[0]?.length ?? 0) > 0;
    },

    /** What the university's procedure demands of the one case is owed in the other from now on. */
    moveDeadlines: (from: CaseId, into: CaseId): Promise<unknown> =>
      manager.query(
        `update case_deadline set case_id = $2 where case_id = $1 and met_at is null and kind not in ('ACKNOWLEDGE', 'FIRST_CONTACT')`,
        [from, into],
      ),
  };
}

function toMerge(row: MergeRow): CaseMerge {
  return {
    id: row.id,
    fromId: row.from_id,
    intoId: row.into_id,
    student: row.student,
    status: row.status,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    answeredAt: row.answered_at ?? undefined,
  };
}
