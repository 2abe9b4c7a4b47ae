import { setImmediate as nextTurn } from 'node:timers/promises';
import { rootOf } from '@guildhall/ballot';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Election } from '../../election/election.js';

/**
 * Ends the casting of ballots, in the transaction that closes voting: roll and ballots are written anew, so that nothing of
 * how they came links them, and the root over all ballots of each contest stands from now on. The caller holds the
 * election's lock, so whoever was casting has finished or is refused.
 */
export async function closeBallotBox(
  { ballotBox, contests }: Pick<Unit<Repositories>, 'ballotBox' | 'contests'>,
  { id }: Pick<Election, 'id'>,
): Promise<void> {
  await ballotBox.rewrite();
  for (const { id: contestId } of await contests.listOf([id])) {
    const receipts = await ballotBox.listReceipts(contestId);
    await ballotBox.markRoot({ contestId, root: rootOf(receipts), ballots: receipts.length });
    // The tree of a large contest takes tens of milliseconds; others answer requests between two.
    await nextTurn();
  }
}
