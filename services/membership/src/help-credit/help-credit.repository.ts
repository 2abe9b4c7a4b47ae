import { toPage, type IdSource, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { HelpMatch, HelpMatchId } from '../help-match/help-match.js';
import type { HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';
import type { HelpCreditMovement } from './help-credit.js';

/** Who pays how much to whom, and when. */
export type Transfer = {
  readonly payer: MemberId;
  readonly helpers: readonly Pick<HelpMatch, 'id' | 'helperId'>[];
  readonly amount: number;
  readonly now: Date;
};

/** Keeps the ledger: adds transfers, reads sums. There is nothing to change or take out. */
export type HelpCreditRepository = ReturnType<typeof createHelpCreditRepository>;

/** A repository over one connection or transaction. */
export function createHelpCreditRepository(manager: EntityManager, ids: IdSource) {
  return {
    /** Waits for its turn and keeps it until the transaction ends: one writer at a time promises or pays for a member. The trigger takes the same lock. */
    lock: async (memberId: MemberId): Promise<void> =>
      void (await manager.query('select pg_advisory_xact_lock(1751478372, hashtext($1::text))', [memberId])),

    /** The sum of a member's movements. */
    async readBalance(memberId: MemberId): Promise<number> {
      const [row]: readonly { balance: number }[] = await manager.query(
        'select coalesce(sum(amount), 0)::int as balance from help_credit_movement where member_id = $1',
        [memberId],
      );
      return row?.balance ?? 0;
    },

    /** Hands on the same amount to each helper: two movements a transfer, all in one statement, as the trigger demands. */
    async transfer({ payer, helpers, amount, now }: Transfer): Promise<void> {
      if (amount === 0) return;
      const movement = (match: Pick<HelpMatch, 'id' | 'helperId'>, memberId: MemberId, moved: number) => ({
        id: ids.ordered(),
        match_id: match.id,
        member_id: memberId,
        amount: moved,
        moved_at: now,
      });
      await insertRows(
        manager,
        'help_credit_movement',
        helpers.flatMap((match) => [movement(match, payer, -amount), movement(match, match.helperId, amount)]),
      );
    },

    /** A member's movements, the newest first. */
    async page(memberId: MemberId, { first, after }: PageRequest): Promise<Page<HelpCreditMovement>> {
      const rows: readonly MovementRow[] = await manager.query(
        `select v.id, v.match_id, m.request_id, v.member_id, o.member_id as other_id, v.amount, v.moved_at
         from help_credit_movement v join help_match m on m.id = v.match_id
         join help_credit_movement o on o.match_id = v.match_id and o.member_id <> v.member_id
         where v.member_id = $1 and ($2::timestamptz is null or (v.moved_at, v.id) < ($2, $3::uuid))
         order by v.moved_at desc, v.id desc limit $4`,
        [memberId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toMovement), first, ({ movedAt, id }) => [movedAt.toISOString(), id]);
    },
  };
}

type MovementRow = {
  readonly id: HelpCreditMovement['id'];
  readonly match_id: HelpMatchId;
  readonly request_id: HelpRequestId;
  readonly member_id: MemberId;
  readonly other_id: MemberId;
  readonly amount: number;
  readonly moved_at: Date;
};

function toMovement(row: MovementRow): HelpCreditMovement {
  return {
    id: row.id,
    matchId: row.match_id,
    requestId: row.request_id,
    memberId: row.member_id,
    otherId: row.other_id,
    amount: row.amount,
    movedAt: row.moved_at,
  };
}
