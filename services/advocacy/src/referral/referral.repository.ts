import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Pseudonym } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { ReferralEntity } from './referral.entity.js';
import type {
  Referral,
  ReferralField,
  ReferralFile,
  ReferralId,
  ReferralQuestion,
  ReferralStatus,
} from './referral.js';
import { visibleReferrals } from './referral.policy.js';

type SidesRow = { case_student: Pseudonym; case_assignee: string | null };
type FieldRow = { id: Id<'ReferralField'>; case_id: Id<'Case'>; referral_id: ReferralId; consented: boolean };
type QuestionRow = {
  id: Id<'ReferralQuestion'>;
  case_id: Id<'Case'>;
  referral_id: ReferralId;
  asked_at: Date;
  proposed_at: Date | null;
  answered_at: Date | null;
};

/** A referral's content: open to the case's sides always, to the department while the student's consent lives. */
const openContent = (scope: { readonly forDepartment: string }): string =>
  `(f.student = $2 or f.assignee = $3 or (${scope.forDepartment} and r.department_id = any($4::uuid[]) and r.sent_at is not null and r.withdrawn_at is null))`;

/** Which referrals of a department are asked for. */
export type ReferralPart = 'OPEN' | 'ANSWERED' | 'OVER';

const statusesOf: Readonly<Record<ReferralPart, readonly ReferralStatus[]>> = {
  OPEN: ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'],
  ANSWERED: ['RESPONDED', 'ACTIONS'],
  OVER: ['CLOSED', 'WITHDRAWN'],
};

/** Narrows a department's list: to a part, to whose they are, to those that are late at an instant. */
export type ReferralFilter = {
  readonly part: ReferralPart | undefined;
  readonly handledBy: 'ME' | 'NOBODY' | undefined;
  readonly lateAt: Date | undefined;
};

function subjectOf({ actor }: CaseViewer): string | null {
  return actor.kind === 'person' ? actor.subject : null;
}

/** Reads and writes referrals without their words; every read takes the viewer. */
export type ReferralRepository = ReturnType<typeof createReferralRepository>;

/** A repository over one connection or transaction. */
export function createReferralRepository(manager: EntityManager) {
  const visible = (viewer: CaseViewer): SelectQueryBuilder<Referral> => {
    const { student, assignee, standingIds, isPlatform } = visibleReferrals(viewer);
    return manager
      .createQueryBuilder(ReferralEntity, 'referral')
      .innerJoin('case_file', 'f', 'f.id = referral.case_id')
      .addSelect('f.student', 'case_student')
      .addSelect('f.assignee', 'case_assignee')
      .where(
        '(f.student = :student or f.assignee = :assignee or (referral.departmentId = any(:standingIds) and referral.sentAt is not null) or :isPlatform)',
        {
          student: student ?? null,
          assignee: assignee ?? null,
          standingIds,
          isPlatform,
        },
      );
  };
  const read = async (query: SelectQueryBuilder<Referral>): Promise<readonly ReferralFile[]> => {
    const { entities, raw } = await query.getRawAndEntities<SidesRow>();
    return entities.flatMap((referral, index) => {
      const row = raw[index];
      return row === undefined
        ? []
        : [{ referral, sides: { student: row.case_student, assignee: row.case_assignee ?? undefined } }];
    });
  };
  const parameters = (viewer: CaseViewer, ids: readonly ReferralId[]): readonly unknown[] => {
    const { student, assignee, departmentIds } = visibleReferrals(viewer);
    return [ids, student ?? null, assignee ?? null, departmentIds];
  };

  return {
    /** One referral, or nothing when missing or hidden. */
    async findVisible(viewer: CaseViewer, id: ReferralId): Promise<ReferralFile | null> {
      const [file] = await read(visible(viewer).andWhere('referral.id = :id', { id }));
      return file ?? null;
    },

    /** Those of the referrals that the viewer may see. */
    listVisible: (viewer: CaseViewer, ids: readonly ReferralId[]): Promise<readonly ReferralFile[]> =>
      read(visible(viewer).andWhere('referral.id = any(:ids)', { ids })),

    /** The referrals of cases that the viewer may see, oldest first. */
    listOfCases: (viewer: CaseViewer, caseIds: readonly Id<'Case'>[]): Promise<readonly ReferralFile[]> =>
      read(
        visible(viewer)
          .andWhere('referral.caseId = any(:caseIds)', { caseIds })
          .orderBy('referral.draftedAt')
          .addOrderBy('referral.id'),
      ),

    /** What was sent to the viewer's departments: first due first, and of what is over the last due first. */
    async pageOfDepartments(
      viewer: CaseViewer,
      { first, after }: PageRequest,
      { part, handledBy, lateAt }: ReferralFilter,
    ): Promise<Page<ReferralFile>> {
      const direction = part === 'OVER' ? 'DESC' : 'ASC';
      const { standingIds } = visibleReferrals(viewer);
      const query = visible(viewer).andWhere('referral.departmentId = any(:own) and referral.sentAt is not null', {
        own: standingIds,
      });
      if (handledBy === 'NOBODY') query.andWhere('referral.handler is null');
      if (handledBy === 'ME') query.andWhere('referral.handler = :me', { me: subjectOf(viewer) });
      if (lateAt !== undefined)
        query.andWhere('referral.dueAt < :lateAt and referral.status in (:...owed)', { lateAt, owed: statusesOf.OPEN });
      if (part !== undefined) query.andWhere('referral.status in (:...statuses)', { statuses: statusesOf[part] });
      if (after !== undefined) {
        const beyond = direction === 'ASC' ? '>' : '<';
        query.andWhere(`(referral.dueAt, referral.id) ${beyond} (:dueAt, :after)`, {
          dueAt: after[0],
          after: after[1],
        });
      }
      const files = await read(
        query
          .orderBy('referral.dueAt', direction)
          .addOrderBy('referral.id', direction)
          .limit(first + 1),
      );
      return toPage(files, first, ({ referral }) => [
        (referral.dueAt ?? referral.draftedAt).toISOString(),
        referral.id,
      ]);
    },

    /** The fields of referrals: all for the case's sides, for the department exactly those consented to. */
    async listFields(viewer: CaseViewer, ids: readonly ReferralId[]): Promise<readonly ReferralField[]> {
      const rows: readonly FieldRow[] = await manager.query(
        `select i.id, i.referral_id, i.consented, r.case_id from referral_field i join referral r on r.id = i.referral_id join case_file f on f.id = r.case_id
         where i.referral_id = any($1::uuid[]) and ${openContent({ forDepartment: 'i.consented' })} order by i.referral_id, i.position`,
        [...parameters(viewer, ids)],
      );
      return rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        referralId: row.referral_id,
        consented: row.consented,
      }));
    },

    /** The department's questions, oldest first. */
    async listQuestions(viewer: CaseViewer, ids: readonly ReferralId[]): Promise<readonly ReferralQuestion[]> {
      const rows: readonly QuestionRow[] = await manager.query(
        `select q.*, r.case_id from referral_question q join referral r on r.id = q.referral_id join case_file f on f.id = r.case_id
         where q.referral_id = any($1::uuid[]) and ${openContent({ forDepartment: 'true' })} order by q.asked_at, q.id`,
        [...parameters(viewer, ids)],
      );
      return rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        referralId: row.referral_id,
        askedAt: row.asked_at,
        proposedAt: row.proposed_at ?? undefined,
        answeredAt: row.answered_at ?? undefined,
      }));
    },

    async add(referral: Referral, fieldIds: readonly Id<'ReferralField'>[]): Promise<Referral> {
      await insertRow(manager, ReferralEntity, referral);
      await manager.query(
        'insert into referral_field (id, referral_id, position) select id, $1, place from unnest($2::uuid[]) with ordinality as field(id, place)',
        [referral.id, fieldIds],
      );
      return referral;
    },

    save: (referral: Referral): Promise<Referral> => updateRow(manager, ReferralEntity, referral),

    /** Makes exactly these fields the consented ones. */
    saveConsent: (id: ReferralId, fieldIds: readonly Id<'ReferralField'>[]): Promise<unknown> =>
      manager.query('update referral_field set consented = id = any($2::uuid[]) where referral_id = $1', [
        id,
        fieldIds,
      ]),

    addQuestion: ({ id, referralId, askedAt }: ReferralQuestion): Promise<unknown> =>
      manager.query('insert into referral_question (id, referral_id, asked_at) values ($1, $2, $3)', [
        id,
        referralId,
        askedAt,
      ]),

    saveQuestion: ({ id, proposedAt, answeredAt }: ReferralQuestion): Promise<unknown> =>
      manager.query('update referral_question set proposed_at = $2, answered_at = $3 where id = $1', [
        id,
        proposedAt ?? null,
        answeredAt ?? null,
      ]),

    /** How often the matter of a referral was sent on so far, this referral included. */
    async countRedirects(id: ReferralId): Promise<number> {
      const [row]: readonly { times: number }[] = await manager.query(
        `with recursive chain as (
           select id, previous_id, decision from referral where id = $1
           union all select r.id, r.previous_id, r.decision from referral r join chain c on r.id = c.previous_id)
         select count(*)::int as times from chain where decision = 'REDIRECT'`,
        [id],
      );
      return row?.times ?? 0;
    },

    /** Who manages the advice service now, by subject. */
    async listAdviceManagers(now: Date): Promise<readonly string[]> {
      const rows: readonly { subject: string }[] = await manager.query(
        `select distinct subject from actor_appointment where role = 'ADVICE_MANAGER' and starts_at <= $1 and ends_at > $1 order by subject`,
        [now],
      );
      return rows.map(({ subject }) => subject);
    },

    /** Whether a department still owes an answer in this case. */
    async isAnswerOwed(caseId: Id<'Case'>): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `select 1 from referral where case_id = $1 and status in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED') limit 1`,
        [caseId],
      );
      return rows.length > 0;
    },
  };
}
