import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';

/** Keeps pairs that a block keeps apart, and tells who must not learn of whom. */
export type BlockRepository = ReturnType<typeof createBlockRepository>;

/** A repository over one connection or transaction. */
export function createBlockRepository(manager: EntityManager) {
  return {
    /** Keeps the two apart from now on. */
    add: async (oneId: Id<'Member'>, otherId: Id<'Member'>): Promise<void> =>
      void (await manager.query(
        `insert into blocked_pair (one_id, other_id) values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid))
         on conflict do nothing`,
        [oneId, otherId],
      )),

    /** Nothing stands between the two any more. */
    remove: async (oneId: Id<'Member'>, otherId: Id<'Member'>): Promise<void> =>
      void (await manager.query(
        `delete from blocked_pair where one_id = least($1::uuid, $2::uuid) and other_id = greatest($1::uuid, $2::uuid)`,
        [oneId, otherId],
      )),
  };
}
