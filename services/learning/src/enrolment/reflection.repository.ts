import type { Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { EnrolmentId } from './enrolment.js';
import { visibleEnrolments } from './enrolment.policy.js';
import type { Reflection } from './reflection.js';

/** Reads and writes reflections; every read takes the actor. */
export type ReflectionRepository = ReturnType<typeof createReflectionRepository>;

/** A repository over one connection or transaction. */
export function createReflectionRepository(manager: EntityManager) {
  return {
    /** What a member thought about a step; written again, it takes the place of what was there. */
    async write({ enrolmentId, stepKey, words, writtenAt }: Reflection): Promise<void> {
      await manager.query(
        `insert into reflection (enrolment_id, step_key, words, written_at) values ($1, $2, $3, $4)
         on conflict (enrolment_id, step_key) do update set words = excluded.words, written_at = excluded.written_at`,
        [enrolmentId, stepKey, words, writtenAt],
      );
    },

    /** The reflections of enrolments; nothing of those the actor may not see. */
    listOf(actor: Actor, enrolmentIds: readonly EnrolmentId[]): Promise<readonly Reflection[]> {
      const { own } = visibleEnrolments(actor);
      return manager.query(
        `select r.enrolment_id as "enrolmentId", r.step_key as "stepKey", r.words, r.written_at as "writtenAt"
         from reflection r join enrolment e on e.id = r.enrolment_id where e.id = any($1) and e.member_id = $2`,
        [enrolmentIds, own ?? null],
      );
    },
  };
}
