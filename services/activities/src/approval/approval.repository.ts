import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { ApprovalEntity, EvidenceEntity, JudgementEntity } from './approval.entity.js';
import type { Approval, ApprovalFile, Evidence, Judgement } from './approval.js';

/** Reads and writes approvals, evidence and the log. They are papers: the policy is asked before they are told of. */
export type ApprovalRepository = ReturnType<typeof createApprovalRepository>;

/** A repository over one connection or transaction. */
export function createApprovalRepository(manager: EntityManager) {
  /** Three statements for however many activities. */
  const listFiles = async (ids: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, ApprovalFile>> => {
    const among = { ids };
    const approvals = await manager
      .createQueryBuilder(ApprovalEntity, 'a')
      .where('a.activityId = any(:ids)', among)
      .getMany();
    const evidence = await manager
      .createQueryBuilder(EvidenceEntity, 'e')
      .where('e.activityId = any(:ids)', among)
      .getMany();
    const judgements = await manager
      .createQueryBuilder(JudgementEntity, 'j')
      .where('j.activityId = any(:ids)', among)
      .orderBy('j.judgedAt')
      .addOrderBy('j.id')
      .getMany();
    return new Map(
      ids.map((id) => [
        id,
        {
          approval: approvals.find(({ activityId }) => activityId === id),
          evidence: evidence.filter(({ activityId }) => activityId === id),
          judgements: judgements.filter(({ activityId }) => activityId === id),
        },
      ]),
    );
  };

  return {
    listFiles,

    /** Everything about one activity. Under the activity's lock nobody else changes it. */
    getFile: async (id: ActivityId): Promise<ApprovalFile> =>
      (await listFiles([id])).get(id) ?? { approval: undefined, evidence: [], judgements: [] },

    /** Writes the round an activity is in. Call it under the activity's lock. */
    async saveRound({ activityId, rulesVersion, round, submittedAt, lateReason }: Approval): Promise<void> {
      await manager.query(
        `insert into approval (activity_id, rules_version, round, submitted_at, late_reason) values ($1, $2, $3, $4, $5)
         on conflict (activity_id) do update set round = excluded.round, submitted_at = excluded.submitted_at, late_reason = excluded.late_reason`,
        [activityId, rulesVersion, round, submittedAt, lateReason ?? null],
      );
    },

    addEvidence: (evidence: Evidence): Promise<Evidence> => insertRow(manager, EvidenceEntity, evidence),
    saveEvidence: (evidence: Evidence): Promise<Evidence> => updateRow(manager, EvidenceEntity, evidence),
    addJudgement: (judgement: Judgement): Promise<Judgement> => insertRow(manager, JudgementEntity, judgement),
  };
}
