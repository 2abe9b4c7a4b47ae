import type { Id } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { CaseViewer } from '../sealing/viewer.js';
import { MilestoneEntity } from './milestone.entity.js';
import type { Milestone, MilestoneId } from './milestone.js';
import type { ReferralId } from './referral.js';
import { visibleReferrals } from './referral.policy.js';

type Row = {
  id: MilestoneId;
  case_id: Id<'Case'>;
  referral_id: ReferralId;
  added_at: Date;
  due_at: Date;
  done_at: Date | null;
  version: number;
};

/** A promise is part of a referral's content: open to the case's sides, to the department while the consent lives, to the platform when it is due. */
const visible = `
  select m.*, r.case_id from referral_milestone m join referral r on r.id = m.referral_id join case_file f on f.id = r.case_id
  where (f.student = $2 or f.assignee = $3 or (r.department_id = any($4::uuid[]) and r.sent_at is not null and r.withdrawn_at is null) or $5)`;

/** Reads and writes milestones without their words. */
export type MilestoneRepository = ReturnType<typeof createMilestoneRepository>;

/** A repository over one connection or transaction. */
export function createMilestoneRepository(manager: EntityManager) {
  const read = async (condition: string, viewer: CaseViewer, ids: readonly string[]): Promise<readonly Milestone[]> => {
    const { student, assignee, departmentIds, isPlatform } = visibleReferrals(viewer);
    const rows: readonly Row[] = await manager.query(`${visible} and ${condition} order by m.due_at, m.id`, [
      ids,
      student ?? null,
      assignee ?? null,
      departmentIds,
      isPlatform,
    ]);
    return rows.map(toMilestone);
  };
  return {
    /** The milestones of referrals, first due first. */
    listOf: (viewer: CaseViewer, ids: readonly ReferralId[]): Promise<readonly Milestone[]> =>
      read('m.referral_id = any($1::uuid[])', viewer, ids),

    /** One milestone, or nothing when missing or hidden. */
    async findVisible(viewer: CaseViewer, id: MilestoneId): Promise<Milestone | null> {
      const [milestone] = await read('m.id = any($1::uuid[])', viewer, [id]);
      return milestone ?? null;
    },

    async add({ caseId: _caseId, ...milestone }: Milestone): Promise<void> {
      await insertRow(manager, MilestoneEntity, milestone);
    },

    async save({ caseId, ...milestone }: Milestone): Promise<Milestone> {
      return { ...(await updateRow(manager, MilestoneEntity, milestone)), caseId };
    },
  };
}

function toMilestone(row: Row): Milestone {
  return {
    id: row.id,
    caseId: row.case_id,
    referralId: row.referral_id,
    addedAt: row.added_at,
    dueAt: row.due_at,
    doneAt: row.done_at ?? undefined,
    version: row.version,
  };
}
