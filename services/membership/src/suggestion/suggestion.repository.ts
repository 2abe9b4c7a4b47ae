import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { Suggestion } from './suggestion.js';
import { selectSuggestions } from './candidates.repository.js';

type SuggestionRow = {
  member_id: MemberId;
  interests: string[];
  group_ids: GroupId[];
  programme: string | null;
  mutual_count: number;
  mutual_ids: MemberId[];
  kinds: number;
  own_order: string;
};

/** Reads suggestions for one member, and keeps whom they dismissed. */
export type SuggestionRepository = ReturnType<typeof createSuggestionRepository>;

/** A repository over one connection or transaction. */
export function createSuggestionRepository(manager: EntityManager) {
  return {
    /** Suggestions for the member, with the reasons they may know of. */
    async page(
      { memberId, groupIds }: { readonly memberId: MemberId; readonly groupIds: readonly GroupId[] },
      { first, after }: PageRequest,
    ): Promise<Page<Suggestion>> {
      const rows: readonly SuggestionRow[] = await manager.query(selectSuggestions, [
        memberId,
        groupIds,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        first + 1,
      ]);
      const page = toPage(rows, first, ({ kinds, mutual_count, own_order }) => [
        String(kinds),
        String(mutual_count),
        own_order,
      ]);
      return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toSuggestion(node) })) };
    },

    /** Keeps that the member does not want to be shown the other again. */
    dismiss: async (memberId: MemberId, dismissedId: MemberId, now: Date): Promise<void> =>
      void (await manager.query(
        `insert into suggestion_dismissal (member_id, dismissed_id, dismissed_at) values ($1, $2, $3)
         on conflict on constraint suggestion_dismissal_pk do nothing`,
        [memberId, dismissedId, now],
      )),
  };
}

function toSuggestion(row: SuggestionRow): Suggestion {
  return {
    memberId: row.member_id,
    interests: row.interests,
    groupIds: row.group_ids,
    programme: row.programme ?? undefined,
    mutualCount: row.mutual_count,
    mutualIds: row.mutual_ids,
  };
}
