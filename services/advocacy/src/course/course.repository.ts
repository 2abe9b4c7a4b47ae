import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Case, CaseId, CaseOutcome, CaseStage } from '../case/case.js';
import type { NewFact, Redress, ReopeningRequest, StageRecord } from './course.js';

type StageRow = {
  case_id: CaseId;
  stage: CaseStage;
  opened_at: Date;
  ended_at: Date | null;
  outcome: CaseOutcome | null;
  decided_at: Date | null;
  redress: Redress[];
};

type ReopeningRow = {
  id: Id<'ReopeningRequest'>;
  case_id: CaseId;
  fact: NewFact;
  asked_at: Date;
  decision: ReopeningRequest['decision'] | null;
  decided_at: Date | null;
};

/** A completion-of-procedures letter, as far as it is recorded. */
export type Completion = { readonly caseId: CaseId; readonly issuedAt: Date };

/** Keeps the course of cases: stages, the letter, wishes to begin again. Read for cases that the viewer was shown already. */
export type CourseRepository = ReturnType<typeof createCourseRepository>;

/** A repository over one connection or transaction. */
export function createCourseRepository(manager: EntityManager) {
  /** A case that never moved has its first stage from its opening on; the row is made when something happens to it. */
  const ensure = ({ id, stage, openedAt }: Case): Promise<unknown> =>
    manager.query(
      `insert into case_stage (case_id, stage, opened_at) values ($1, $2,
         coalesce((select max(ended_at) from case_stage where case_id = $1), $3)) on conflict do nothing`,
      [id, stage, openedAt],
    );

  return {
    /** The stages of the cases with their outcomes, first to last. */
    async listStages(caseIds: readonly CaseId[]): Promise<readonly StageRecord[]> {
      const rows: readonly StageRow[] = await manager.query(
        `select s.*, array(select r.kind from case_redress r where r.case_id = s.case_id and r.stage = s.stage order by r.kind) as redress
         from case_stage s where s.case_id = any($1::uuid[]) order by s.opened_at, s.ended_at nulls last`,
        [caseIds],
      );
      return rows.map((row) => ({
        caseId: row.case_id,
        stage: row.stage,
        openedAt: row.opened_at,
        endedAt: row.ended_at ?? undefined,
        outcome: row.outcome ?? undefined,
        decidedAt: row.decided_at ?? undefined,
        redress: row.redress,
      }));
    },

    /** Records how the stage the case is in came out; recorded again it takes the place of what stood there. */
    async decide(
      item: Case,
      {
        outcome,
        redress,
        now,
      }: { readonly outcome: CaseOutcome; readonly redress: readonly Redress[]; readonly now: Date },
    ): Promise<void> {
      await ensure(item);
      const place = [item.id, item.stage];
      await manager.query('update case_stage set outcome = $3, decided_at = $4 where case_id = $1 and stage = $2', [
        ...place,
        outcome,
        now,
      ]);
      await manager.query('delete from case_redress where case_id = $1 and stage = $2', place);
      await manager.query(
        'insert into case_redress (case_id, stage, kind) select $1, $2, kind from unnest($3::text[]) as brought(kind) on conflict do nothing',
        [...place, redress],
      );
    },

    /** Ends the stage the case was in and opens the one it enters. */
    async enter(before: Case, stage: CaseStage, now: Date): Promise<void> {
      await ensure(before);
      await manager.query('update case_stage set ended_at = $2 where case_id = $1 and ended_at is null', [
        before.id,
        now,
      ]);
      await manager.query(
        'insert into case_stage (case_id, stage, opened_at) values ($1, $2, $3) on conflict do nothing',
        [before.id, stage, now],
      );
    },

    /** The letters of the cases. */
    async listCompletions(caseIds: readonly CaseId[]): Promise<readonly Completion[]> {
      const rows: readonly { case_id: CaseId; issued_at: Date }[] = await manager.query(
        'select case_id, issued_at from case_completion where case_id = any($1::uuid[])',
        [caseIds],
      );
      return rows.map((row) => ({ caseId: row.case_id, issuedAt: row.issued_at }));
    },

    addCompletion: (
      caseId: CaseId,
      letter: { readonly issuedAt: Date; readonly by: string; readonly now: Date },
    ): Promise<unknown> =>
      manager.query(
        'insert into case_completion (case_id, issued_at, recorded_by, recorded_at) values ($1, $2, $3, $4) on conflict do nothing',
        [caseId, letter.issuedAt, letter.by, letter.now],
      ),

    /** The wishes to take the cases up again, oldest first. */
    async listReopenings(caseIds: readonly CaseId[]): Promise<readonly ReopeningRequest[]> {
      const rows: readonly ReopeningRow[] = await manager.query(
        'select * from case_reopening where case_id = any($1::uuid[]) order by asked_at, id',
        [caseIds],
      );
      return rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        fact: row.fact,
        askedAt: row.asked_at,
        decision: row.decision ?? undefined,
        decidedAt: row.decided_at ?? undefined,
      }));
    },

    addReopening: ({ id, caseId, fact, askedAt }: ReopeningRequest): Promise<unknown> =>
      manager.query(
        'insert into case_reopening (id, case_id, fact, asked_at) values ($1, $2, $3, $4) on conflict do nothing',
        [id, caseId, fact, askedAt],
      ),

    /** Decides the open wish; whether there still was one. */
    async decideReopening(
      id: Id<'ReopeningRequest'>,
      { decision, by, now }: { readonly decision: 'GRANTED' | 'REFUSED'; readonly by: string; readonly now: Date },
    ): Promise<boolean> {
      const [rows]: [readonly unknown[], number] = await manager.query(
        'update case_reopening set decision = $2, decided_by = $3, decided_at = $4 where id = $1 and decision is null returning id',
        [id, decision, by, now],
      );
      return rows.length > 0;
    },
  };
}
