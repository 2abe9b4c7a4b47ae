import type { EntityManager } from 'typeorm';
import type { MemberId } from '../references/member.js';
import type { Holding, PathId, TrainingFact } from './training.js';

/** Reads and writes who holds which training. Callers say who may know. */
export type TrainingRepository = ReturnType<typeof createTrainingRepository>;

/** A repository over one connection or transaction. */
export function createTrainingRepository(manager: EntityManager) {
  return {
    /** Writes down what learning told; the same fact again changes nothing. */
    async note({ trainingId, memberId, pathId, heldAt }: TrainingFact, now: Date): Promise<void> {
      await manager.query(
        `insert into training (id, member_id, path_id, held_at, changed_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set held_at = excluded.held_at, changed_at = excluded.changed_at`,
        [trainingId, memberId, pathId, heldAt ?? null, now],
      );
    },

    /** Which of the pairs of a person and a path stand. */
    async listHeld(pairs: readonly Holding[]): Promise<readonly Holding[]> {
      const rows: readonly { member_id: MemberId; path_id: PathId }[] = await manager.query(
        `select distinct t.member_id, t.path_id from training t
         join unnest($1::uuid[], $2::uuid[]) as w(member_id, path_id) on w.member_id = t.member_id and w.path_id = t.path_id
         where t.held_at is not null`,
        [pairs.map(({ memberId }) => memberId), pairs.map(({ pathId }) => pathId)],
      );
      return rows.map((row) => ({ memberId: row.member_id, pathId: row.path_id }));
    },
  };
}
