import { memberOf, parseId, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, requestError, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { PathId, PathVersionId } from '../path/path.js';
import type { StepId, StepKey } from '../path/step.js';
import { EnrolmentEntity } from './enrolment.entity.js';
import type { Enrolment, EnrolmentId, Journey } from './enrolment.js';
import { enrolmentPolicy, visibleEnrolments } from './enrolment.policy.js';
import { isSameProgress, toSteps, writtenProgress, type ProgressRow } from './progress-rows.js';
import type { StepProgress } from './step-progress.js';

/** Reads and writes enrolments and the progress on their steps; every read takes the actor. */
export type EnrolmentRepository = ReturnType<typeof createEnrolmentRepository>;

/** A repository over one connection or transaction. */
export function createEnrolmentRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Enrolment> => {
    const { own, everything } = visibleEnrolments(actor);
    return manager
      .createQueryBuilder(EnrolmentEntity, 'enrolment')
      .where(everything ? 'true' : 'enrolment.memberId = :own', { own: own ?? null });
  };
  const living = (actor: Actor): SelectQueryBuilder<Enrolment> =>
    visible(actor).andWhere("enrolment.status not in ('DROPPED', 'EXPIRED')");

  const readSteps = async (enrolments: readonly Enrolment[]): Promise<readonly Journey[]> => {
    const rows: readonly ProgressRow[] = await manager.query(
      `select p.enrolment_id, p.status, p.passed_at, p.evidence, to_jsonb(s) as step, to_jsonb(c) as criterion
       from step_progress p join path_step s on s.id = p.step_id left join path_step c on c.id = p.criterion_id
       where p.enrolment_id = any($1::uuid[]) order by s.position`,
      [enrolments.map(({ id }) => id)],
    );
    const byEnrolment = Map.groupBy(rows, (row) => row.enrolment_id);
    return enrolments.map((enrolment) => ({ enrolment, steps: toSteps(byEnrolment.get(enrolment.id) ?? []) }));
  };

  return {
    /** Nobody else changes what this member learns until the transaction ends; facts that arrive meanwhile wait. */
    async lockMember(memberId: Id<'Member'>): Promise<void> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('learner:' || $1, 0))`, [memberId]);
    },

    /** One enrolment with its steps, or nothing when missing or hidden. */
    async findJourney(actor: Actor, id: EnrolmentId): Promise<Journey | null> {
      const enrolment = await visible(actor).andWhere('enrolment.id = :id', { id }).getOne();
      return enrolment === null ? null : ((await readSteps([enrolment]))[0] ?? null);
    },

    /** Enrolments that were read already, with their steps. */
    listJourneys: (enrolments: readonly Enrolment[]): Promise<readonly Journey[]> => readSteps(enrolments),

    /** The visible enrolments of a member that facts still change, with their steps. */
    async listLiving(actor: Actor, memberId: Id<'Member'>): Promise<readonly Journey[]> {
      return readSteps(
        await living(actor).andWhere('enrolment.memberId = :memberId', { memberId }).orderBy('enrolment.id').getMany(),
      );
    },

    /** The viewer's own living enrolments on paths. */
    listOwn: (actor: Actor, pathIds: readonly PathId[]): Promise<readonly Enrolment[]> =>
      living(actor)
        .andWhere('enrolment.pathId = any(:pathIds) and enrolment.memberId = :viewer', {
          pathIds,
          viewer: memberOf(actor) ?? null,
        })
        .getMany(),

    /** A member's enrolments, newest first; nothing for anybody but the member. */
    async pageOf(actor: Actor, memberId: Id<'Member'>, { first, after }: PageRequest): Promise<Page<Enrolment> | null> {
      if (!enrolmentPolicy.canList(actor, memberId)) return null;
      const query = visible(actor).andWhere('enrolment.memberId = :memberId', { memberId });
      if (after !== undefined)
        query.andWhere('(enrolment.enrolledAt, enrolment.id) < (:enrolledAt, :id)', placeOf(after));
      const rows = await query
        .orderBy('enrolment.enrolledAt', 'DESC')
        .addOrderBy('enrolment.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (enrolment) => [enrolment.enrolledAt.toISOString(), enrolment.id]);
    },

    /** What versions ask to be completed first and a member has not completed. */
    listMissing: (
      memberId: Id<'Member'> | undefined,
      versionIds: readonly PathVersionId[],
    ): Promise<readonly { readonly versionId: PathVersionId; readonly pathId: PathId }[]> =>
      manager.query(
        `select r.path_version_id as "versionId", r.path_id as "pathId" from path_prerequisite r
         where r.path_version_id = any($1) and not exists (
           select 1 from enrolment e where e.path_id = r.path_id and e.member_id = $2 and e.status = 'COMPLETED')`,
        [versionIds, memberId ?? null],
      ),

    /** What stays the same of a step from version to version. */
    async findStepKey(stepId: StepId): Promise<StepKey | undefined> {
      const rows: readonly { key: StepKey }[] = await manager.query('select key from path_step where id = $1', [
        stepId,
      ]);
      return rows[0]?.key;
    },

    /** Writes a new enrolment with its steps. */
    async add({ enrolment, steps }: Journey): Promise<Enrolment> {
      await insertRow(manager, EnrolmentEntity, enrolment);
      await writeSteps(manager, steps);
      return enrolment;
    },

    /** Writes an enrolment that moved to another version, with the steps of that one alone. */
    async upgrade({ enrolment, steps }: Journey): Promise<Enrolment> {
      await manager.query('delete from step_progress where enrolment_id = $1', [enrolment.id]);
      await writeSteps(manager, steps);
      return updateRow(manager, EnrolmentEntity, enrolment);
    },

    /** Writes what changed between two states of one enrolment; nothing when nothing did. */
    async save(before: Journey, after: Journey): Promise<Enrolment> {
      const steps = after.steps.filter((step, index) => !isSameProgress(step, before.steps[index]));
      if (steps.length === 0 && isSameEnrolment(before.enrolment, after.enrolment)) return before.enrolment;
      await writeSteps(manager, steps);
      return updateRow(manager, EnrolmentEntity, after.enrolment);
    },
  };
}

async function writeSteps(manager: EntityManager, steps: readonly StepProgress[]): Promise<void> {
  await manager.query(
    `insert into step_progress (enrolment_id, step_id, status, passed_at, evidence, criterion_id)
     select * from jsonb_to_recordset($1::jsonb)
       as row(enrolment_id uuid, step_id uuid, status text, passed_at timestamptz, evidence uuid[], criterion_id uuid)
     on conflict (enrolment_id, step_id) do update set status = excluded.status, passed_at = excluded.passed_at,
       evidence = excluded.evidence, criterion_id = excluded.criterion_id`,
    [JSON.stringify(steps.map(writtenProgress))],
  );
}

function isSameEnrolment(one: Enrolment, other: Enrolment): boolean {
  return one.status === other.status && one.completedAt?.getTime() === other.completedAt?.getTime();
}

function placeOf(after: readonly string[]): { readonly enrolledAt: Date; readonly id: string } {
  const enrolledAt = new Date(after[0] ?? '');
  const id = parseId(after[1] ?? '');
  if (id === undefined || Number.isNaN(enrolledAt.getTime()))
    throw requestError('BAD_USER_INPUT', 'after must be an endCursor of this connection.');
  return { enrolledAt, id };
}
