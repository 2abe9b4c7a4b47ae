import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ConversationId } from '../conversation/conversation.js';
import type { MemberId } from '../member/member.js';
import { HelpMatchEntity } from './help-match.entity.js';
import type { HelpMatch, HelpMatchId } from './help-match.js';

/** Writes matches; who may see them follows from their request. */
export type HelpMatchRepository = ReturnType<typeof createHelpMatchRepository>;

/** A repository over one connection or transaction. */
export function createHelpMatchRepository(manager: EntityManager) {
  return {
    /** One match by id, for finding its request; what may be known of it is the request's to say. */
    find: (id: HelpMatchId): Promise<HelpMatch | null> =>
      manager.createQueryBuilder(HelpMatchEntity, 'match').where('match.id = :id', { id }).getOne(),

    /** How often each of the members was thanked, of those who show it. */
    async countThanks(helperIds: readonly MemberId[]): Promise<ReadonlyMap<MemberId, number>> {
      const rows: readonly { helper_id: MemberId; thanks: number }[] = await manager.query(
        `select s.id as helper_id, count(m.id)::int as thanks from help_setting s
         left join help_match m on m.helper_id = s.id and m.thanked_at is not null
         where s.id = any($1) and s.shows_thanks group by s.id`,
        [helperIds],
      );
      return new Map(rows.map((row) => [row.helper_id, row.thanks]));
    },

    /** The conversation of each match that has one; whether somebody sees it is the conversation's to say. */
    async listConversationIds(ids: readonly HelpMatchId[]): Promise<ReadonlyMap<HelpMatchId, ConversationId>> {
      const rows: readonly { source_id: HelpMatchId; id: ConversationId }[] = await manager.query(
        "select source_id, id from conversation where kind = 'HELP' and source_id = any($1::uuid[])",
        [ids],
      );
      return new Map(rows.map((row) => [row.source_id, row.id]));
    },

    add: (match: HelpMatch): Promise<HelpMatch> => insertRow(manager, HelpMatchEntity, match),
    save: (match: HelpMatch): Promise<HelpMatch> => updateRow(manager, HelpMatchEntity, match),
  };
}
