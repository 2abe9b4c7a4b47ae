import { proofIn } from '@guildhall/ballot';
import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isSecondTrustee } from '../election/election-scope.js';
import { electionPolicy } from '../election/election.policy.js';
import { viewerBallotOf } from './ballot.js';
import { trusteeRoles } from './trustee-key.js';

/** Resolvers of sealed ballots and of the keys they are sealed with. */
export const ballotResolvers: Resolvers = {
  Mutation: {
    castBallots: async (_root, { input }, { actor, membership }) =>
      toResult(
        'CastBallotsSuccess',
        await membership.castBallots(actor, {
          electionId: toId(input.electionId),
          ballots: input.ballots.map(({ contestId, sealed }) => ({ contestId: toId(contestId), sealed })),
        }),
        (receipts) => ({ receipts }),
      ),
    registerTrusteeKey: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RegisterTrusteeKeySuccess',
        await membership.registerTrusteeKey(actor, { ...input, electionId: toId(input.electionId) }),
        (election) => ({ election }),
      ),
    openBallots: async (_root, { input }, { actor, membership }) =>
      toResult(
        'OpenBallotsSuccess',
        await membership.openBallots(actor, { ...input, electionId: toId(input.electionId) }),
        (election) => ({ election }),
      ),
  },
  BallotReceipt: {
    contest: async ({ contestId }, _args, { loaders }) => {
      const contest = await loaders.contests.load(contestId);
      if (contest === undefined) throw new Error('a ballot was cast in a contest that is not there');
      return contest;
    },
  },
  Election: {
    ballotKeys: async ({ id }, _args, { loaders }) =>
      (await loaders.trusteeKeysOf.load(id)).map(({ role, publicKey }) => ({ trustee: role, publicKey })),
    trustees: async (election, _args, { actor, loaders }) => {
      const [keys, standing] = await Promise.all([
        loaders.trusteeKeysOf.load(election.id),
        loaders.electionStandings.load(election.id),
      ]);
      const isSecond = isSecondTrustee(actor, election);
      const isOfficer = electionPolicy.runs(actor, { election, standing });
      return trusteeRoles.map((role) => {
        const key = keys.find((one) => one.role === role);
        return {
          role,
          isViewer: role === 'SECOND' ? isSecond : isOfficer,
          hasRegistered: key !== undefined,
          hasOpened: key?.hasOpened ?? false,
        };
      });
    },
  },
  Contest: {
    viewerBallot: async ({ id }, _args, { loaders, now }) => {
      const facts = await loaders.rollFacts.load(id);
      return facts === undefined ? 'NOT_ON_ROLL' : viewerBallotOf(facts, now);
    },
    ballotRoot: async ({ id }, _args, { loaders }) => (await loaders.ballotRoots.load(id))?.root ?? null,
    inclusionProof: async ({ id }, { receipt }, { loaders, read }) => {
      if ((await loaders.ballotRoots.load(id)) === undefined) return null;
      const tree = await read.receiptTrees.find(id, async () => (await read.ballotBox.listReceipts([id]))[0] ?? []);
      return proofIn(tree, receipt) ?? null;
    },
  },
};
