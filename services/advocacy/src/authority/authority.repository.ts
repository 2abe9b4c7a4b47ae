import type { EntityManager } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { Pseudonym } from '../sealing/sealing.js';
import type { Authority, AuthorityBasis } from './authority.js';

type Row = {
  case_id: CaseId;
  student: Pseudonym;
  basis: AuthorityBasis;
  recorded_by: string;
  recorded_at: Date;
  confirmed_at: Date | null;
};

/** Keeps by what authority cases were opened for others. */
export type AuthorityRepository = ReturnType<typeof createAuthorityRepository>;

/** A repository over one connection or transaction. */
export function createAuthorityRepository(manager: EntityManager) {
  return {
    /** The authorities of cases that the viewer was shown. */
    async listOf(caseIds: readonly CaseId[]): Promise<readonly Authority[]> {
      const rows: readonly Row[] = await manager.query(
        'select a.*, f.student from case_authority a join case_file f on f.id = a.case_id where a.case_id = any($1::uuid[])',
        [caseIds],
      );
      return rows.map((row) => ({
        caseId: row.case_id,
        student: row.student,
        basis: row.basis,
        recordedBy: row.recorded_by,
        recordedAt: row.recorded_at,
        confirmedAt: row.confirmed_at ?? undefined,
      }));
    },

    add: ({ caseId, basis, recordedBy, recordedAt }: Authority): Promise<unknown> =>
      manager.query('insert into case_authority (case_id, basis, recorded_by, recorded_at) values ($1, $2, $3, $4)', [
        caseId,
        basis,
        recordedBy,
        recordedAt,
      ]),

    confirm: ({ caseId, confirmedAt }: Authority): Promise<unknown> =>
      manager.query('update case_authority set confirmed_at = $2 where case_id = $1 and confirmed_at is null', [
        caseId,
        confirmedAt,
      ]),
  };
}
