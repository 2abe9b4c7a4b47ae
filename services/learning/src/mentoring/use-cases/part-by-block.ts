import type { Clock, Id } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';

type Pair = { readonly oneId: Id<'Member'>; readonly otherId: Id<'Member'> };
type Blocks = Pick<Repositories, 'blocks' | 'mentorPairs'>;

/**
 * Keeps two members apart from now on, inside the caller's transaction, and parts mentor and mentee: a pair ends as either
 * can end it, an ask waits in the eyes of whoever asked and is gone for the other, as if it were declined or taken back.
 */
export async function partByBlock(
  { blocks, mentorPairs }: Blocks,
  { oneId, otherId }: Pair,
  clock: Clock,
): Promise<void> {
  await blocks.add(oneId, otherId);
  for (const pair of await mentorPairs.listBetweenLocked(oneId, otherId)) {
    const isBegun = pair.status === 'ACTIVE' || pair.status === 'ACCEPTED';
    if (isBegun) await mentorPairs.save({ ...pair, status: 'ENDED', endedAt: clock.now() });
    else if (pair.status === 'PROPOSED') await mentorPairs.save({ ...pair, status: 'DECLINED' });
  }
}

/** Nothing keeps the two apart any more; what ended stays ended. */
export async function endBlock({ blocks }: Pick<Repositories, 'blocks'>, { oneId, otherId }: Pair): Promise<void> {
  await blocks.remove(oneId, otherId);
}
