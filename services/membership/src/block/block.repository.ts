import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { Block } from './block.js';

type BlockRow = { blocker_id: MemberId; blocked_id: MemberId; since: Date; known_as: string | null };

/** Reads and writes blocks, for the one who blocked alone; whether a pair is blocked is asked of the connections. */
export type BlockRepository = ReturnType<typeof createBlockRepository>;

/** A repository over one connection or transaction. */
export function createBlockRepository(manager: EntityManager) {
  return {
    /** The member's blocks of the others. */
    async listOf(blockerId: MemberId, others: readonly MemberId[]): Promise<readonly Block[]> {
      const rows: readonly BlockRow[] = await manager.query(
        'select * from member_block where blocker_id = $1 and blocked_id = any($2::uuid[])',
        [blockerId, others],
      );
      return rows.map(toBlock);
    },

    /** Everybody whom the member blocks, the latest first. */
    async page(blockerId: MemberId, { first, after }: PageRequest): Promise<Page<Block>> {
      const rows: readonly BlockRow[] = await manager.query(
        `select * from member_block where blocker_id = $1
           and ($2::timestamptz is null or (since, blocked_id) < ($2, $3::uuid))
         order by since desc, blocked_id desc limit $4`,
        [blockerId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toBlock), first, ({ since, blockedId }) => [since.toISOString(), blockedId]);
    },

    /** Adds a block unless it is there. */
    add: async ({ blockerId, blockedId, since, knownAs }: Block): Promise<void> =>
      void (await manager.query(
        `insert into member_block (blocker_id, blocked_id, since, known_as) values ($1, $2, $3, $4)
         on conflict on constraint member_block_pk do nothing`,
        [blockerId, blockedId, since, knownAs ?? null],
      )),

    /** Takes a block back; tells whether there was one. */
    async remove(blockerId: MemberId, blockedId: MemberId): Promise<boolean> {
      const [rows]: readonly [readonly unknown[], number] = await manager.query(
        'delete from member_block where blocker_id = $1 and blocked_id = $2 returning blocked_id',
        [blockerId, blockedId],
      );
      return rows.length > 0;
    },
  };
}

function toBlock({ blocker_id, blocked_id, since, known_as }: BlockRow): Block {
  return { blockerId: blocker_id, blockedId: blocked_id, since, knownAs: known_as ?? undefined };
}
