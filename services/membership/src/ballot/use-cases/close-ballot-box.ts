import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Election } from '../../election/election.js';

/**
 * Ends the casting of ballots, in the transaction that closes voting: the root over all ballots of each contest stands from
 * now on, and roll and ballots are written anew, so that nothing of how they came links them. The caller holds the
 * election's lock, so whoever was casting has finished or is refused.
 */
export async function closeBallotBox(
  { ballotBox, contests, receiptTrees }: Pick<Unit<Repositories>, 'ballotBox' | 'contests' | 'receiptTrees'>,
  { id }: Pick<Election, 'id'>,
): Promise<void> {
  const ids = (await contests.listOf([id])).map((contest) => contest.id);
  await ballotBox.markRoots(ids, await receiptTrees.rootsOf(await ballotBox.listReceipts(ids)));
  // The last thing, because other elections wait for it.
  await ballotBox.rewrite();
}
