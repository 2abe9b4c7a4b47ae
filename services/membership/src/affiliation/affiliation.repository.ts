import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { GroupId } from '../group/group.js';
import { AffiliationStepEntity, AffiliationSubmissionEntity, ConstitutionEntity } from './affiliation.entity.js';
import {
  officersInPlace,
  type AffiliationStep,
  type AffiliationSubmission,
  type Constitution,
  type Holding,
  type OfficersInPlace,
  type SubmissionId,
  type SubmissionStatus,
} from './affiliation.js';
import { visibleSubmissions } from './affiliation.policy.js';

/** Reads and writes submissions, the steps taken with them, and constitutions; every read of a submission takes the actor. */
export type AffiliationRepository = ReturnType<typeof createAffiliationRepository>;

/** A repository over one connection or transaction. */
export function createAffiliationRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<AffiliationSubmission> => {
    const { groups } = visibleSubmissions(actor);
    const query = manager.createQueryBuilder(AffiliationSubmissionEntity, 'submission');
    return groups === 'all' ? query.where('true') : query.where('submission.groupId = any(:own)', { own: groups });
  };
  const page = async (
    query: SelectQueryBuilder<AffiliationSubmission>,
    { first, after }: PageRequest,
    order: 'ASC' | 'DESC',
  ): Promise<Page<AffiliationSubmission>> => {
    if (after !== undefined)
      query.andWhere(`(submission.submittedAt, submission.id) ${order === 'ASC' ? '>' : '<'} (:at, :id)`, {
        at: after[0],
        id: after[1],
      });
    const rows = await query
      .orderBy('submission.submittedAt', order)
      .addOrderBy('submission.id', order)
      .limit(first + 1)
      .getMany();
    return toPage(rows, first, ({ submittedAt, id }) => [submittedAt.toISOString(), id]);
  };

  return {
    /** One submission, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: SubmissionId): Promise<AffiliationSubmission | null> =>
      visible(actor).andWhere('submission.id = :id', { id }).getOne(),

    /** The submission of the group that is not decided; there is one at most. */
    findOpen: (groupId: GroupId): Promise<AffiliationSubmission | null> =>
      manager
        .createQueryBuilder(AffiliationSubmissionEntity, 'submission')
        .where("submission.groupId = :groupId and submission.status in ('SUBMITTED', 'CHANGES_REQUESTED')", { groupId })
        .getOne(),

    /** The newest submission of each group, as far as the actor may see it. */
    listLatest: (actor: Actor, groupIds: readonly GroupId[]): Promise<readonly AffiliationSubmission[]> =>
      visible(actor)
        .andWhere('submission.groupId = any(:groupIds)', { groupIds })
        .distinctOn(['submission.groupId'])
        .orderBy('submission.groupId')
        .addOrderBy('submission.submittedAt', 'DESC')
        .addOrderBy('submission.id', 'DESC')
        .getMany(),

    /** What was handed in anywhere and stands like that, the oldest first. */
    pageQueue: (actor: Actor, status: SubmissionStatus, request: PageRequest): Promise<Page<AffiliationSubmission>> =>
      page(visible(actor).andWhere('submission.status = :status', { status }), request, 'ASC'),

    /** What a group handed in, the latest first. */
    pageOfGroup: (actor: Actor, groupId: GroupId, request: PageRequest): Promise<Page<AffiliationSubmission>> =>
      page(visible(actor).andWhere('submission.groupId = :groupId', { groupId }), request, 'DESC'),

    /** The steps taken with submissions that the actor saw already, oldest first. */
    listSteps: (ids: readonly SubmissionId[]): Promise<readonly AffiliationStep[]> =>
      manager
        .createQueryBuilder(AffiliationStepEntity, 'step')
        .where('step.submissionId = any(:ids)', { ids })
        .orderBy('step.at')
        .addOrderBy('step.id')
        .getMany(),

    /** Three different people in the three offices of the group now, or nothing. */
    async findOfficers(groupId: GroupId, now: Date): Promise<OfficersInPlace | undefined> {
      const rows: readonly { kind: Holding['kind']; member_id: Holding['memberId'] }[] = await manager.query(
        `select kind, member_id from actor_mandate where group_id = $1 and starts_at <= $2 and ends_at > $2
           and kind in ('PRESIDENT', 'TREASURER', 'SECRETARY') order by starts_at, mandate_id`,
        [groupId, now],
      );
      return officersInPlace(rows.map(({ kind, member_id: memberId }) => ({ kind, memberId })));
    },

    /** Adds a submission unless the group has an open one; tells whether it was added. */
    async addUnlessOpen(submission: AffiliationSubmission): Promise<boolean> {
      const inserted: { readonly raw: unknown } = await manager
        .createQueryBuilder()
        .insert()
        .into(AffiliationSubmissionEntity)
        .values(submission)
        .orIgnore()
        .returning('id')
        .updateEntity(false)
        .execute();
      return Array.isArray(inserted.raw) && inserted.raw.length > 0;
    },

    save: (submission: AffiliationSubmission): Promise<AffiliationSubmission> =>
      updateRow(manager, AffiliationSubmissionEntity, submission),

    addStep: (step: AffiliationStep): Promise<AffiliationStep> => insertRow(manager, AffiliationStepEntity, step),

    /** The constitutions of groups in force now: the version with the highest number of each. */
    listConstitutions: (_actor: Actor, groupIds: readonly GroupId[]): Promise<readonly Constitution[]> =>
      manager
        .createQueryBuilder(ConstitutionEntity, 'constitution')
        .where('constitution.groupId = any(:groupIds)', { groupIds })
        .distinctOn(['constitution.groupId'])
        .orderBy('constitution.groupId')
        .addOrderBy('constitution.number', 'DESC')
        .getMany(),

    /** Every version of a group's constitution, the newest first. */
    async pageConstitutions(
      _actor: Actor,
      groupId: GroupId,
      { first, after }: PageRequest,
    ): Promise<Page<Constitution>> {
      const query = manager
        .createQueryBuilder(ConstitutionEntity, 'constitution')
        .where('constitution.groupId = :groupId', { groupId });
      if (after !== undefined) query.andWhere('constitution.number < :number', { number: Number(after[0]) });
      const rows = await query
        .orderBy('constitution.number', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ number, id }) => [String(number), id]);
    },

    addConstitution: (constitution: Constitution): Promise<Constitution> =>
      insertRow(manager, ConstitutionEntity, constitution),
  };
}
