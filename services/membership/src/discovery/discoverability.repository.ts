import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { defaultDiscoverability, type Discoverability, type FoundBy } from './discoverability.js';

type DiscoverabilityRow = { found_by: FoundBy; has_suggestions: boolean };

/** Reads and writes what members chose about being found, each their own. Lists ask the database's `may_find`. */
export type DiscoverabilityRepository = ReturnType<typeof createDiscoverabilityRepository>;

/** A repository over one connection or transaction. */
export function createDiscoverabilityRepository(manager: EntityManager) {
  return {
    /** What the member chose, or what holds without a choice. */
    async read(memberId: MemberId): Promise<Discoverability> {
      const [row]: readonly DiscoverabilityRow[] = await manager.query(
        'select found_by, has_suggestions from discoverability where member_id = $1',
        [memberId],
      );
      if (row === undefined) return defaultDiscoverability(memberId);
      return { memberId, foundBy: row.found_by, hasSuggestions: row.has_suggestions };
    },

    /** Keeps a choice. */
    async save(choice: Discoverability): Promise<Discoverability> {
      await manager.query(
        `insert into discoverability (member_id, found_by, has_suggestions) values ($1, $2, $3)
         on conflict on constraint discoverability_pk do update set found_by = excluded.found_by, has_suggestions = excluded.has_suggestions`,
        [choice.memberId, choice.foundBy, choice.hasSuggestions],
      );
      return choice;
    },
  };
}
