import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { ContestId } from '../contest/contest.js';
import type { Repositories } from '../deps.js';
import type { ElectionId } from '../election/election.js';
import type { BallotRoot, RollFacts } from './ballot.js';
import type { TrusteeKey } from './trustee-key.js';

/** The loaders of sealed ballots, for one request. */
export function createBallotLoaders(
  actor: Actor,
  { ballots, ballotBox, trusteeKeys }: Pick<Repositories, 'ballots' | 'ballotBox' | 'trusteeKeys'>,
) {
  return {
    /** What decides where the actor's own ballot is in each contest. */
    rollFacts: new DataLoader<ContestId, RollFacts | undefined>(async (ids) => {
      const facts = await ballots.listRollFacts(memberOf(actor), ids);
      return ids.map((id) => facts.get(id));
    }),
    /** The root over all ballots of each contest; nothing before its voting is closed. */
    ballotRoots: new DataLoader<ContestId, BallotRoot | undefined>(async (ids) => {
      const roots = new Map((await ballotBox.listRoots(ids)).map((root) => [root.contestId, root]));
      return ids.map((id) => roots.get(id));
    }),
    /** The keys of each election that were given, in the order of sealing. */
    trusteeKeysOf: new DataLoader<ElectionId, readonly TrusteeKey[]>(async (ids) => {
      const keys = Map.groupBy(await trusteeKeys.listOf(ids), ({ electionId }) => electionId);
      return ids.map((id) => keys.get(id) ?? []);
    }),
  };
}
