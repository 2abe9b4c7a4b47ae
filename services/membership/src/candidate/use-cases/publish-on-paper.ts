import { systemActor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { Election } from '../../election/election.js';
import { paperOrder } from '../paper-order.js';

/**
 * Puts everybody who may stand on the ballot papers of an election, in an order by lot with the choice to re-open
 * nominations last, and copies their names for the last time. The caller holds the election's lock.
 */
export async function publishOnPaper(
  { contests, candidates }: Pick<Repositories, 'contests' | 'candidates'>,
  { id, seed }: Pick<Election, 'id' | 'seed'>,
  now: Date,
): Promise<void> {
  const contestIds = (await contests.listOf([id])).map((contest) => contest.id);
  const known = await candidates.listOfContests(systemActor('publish-on-paper'), contestIds);
  for (const contestId of contestIds) {
    const standing = known
      .map(({ candidate }) => candidate)
      .filter(
        (candidate) => candidate.contestId === contestId && (candidate.isReopen || candidate.status === 'ELIGIBLE'),
      );
    await candidates.publish(contestId, paperOrder(standing, { seed, contestId }), now);
  }
}
