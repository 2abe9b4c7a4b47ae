import { memberOf, toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { ElectionAction as NamedAction, Resolvers } from '../generated/graphql.js';
import { electionLifecycle, isHeldBy, revealedSeed, type Election, type PlatformAction } from './election.js';
import { electionPolicy } from './election.policy.js';
import { electionRulesOf } from './election-rules.js';

/** Resolvers of the noun Election. */
export const electionResolvers: Resolvers = {
  Query: {
    election: async (_root, { id }, { loaders }) => (await loaders.elections.load(toId(id))) ?? null,
    elections: (_root, { groupId, isOver, ...page }, { actor, read }) =>
      read.elections.page(actor, readPageRequest(page, ['instant', 'id']), {
        groupId: groupId === null || groupId === undefined ? undefined : toId(groupId),
        isOver: isOver ?? undefined,
      }),
  },
  Viewer: {
    electionsToVoteIn: (_viewer, _args, { actor, now, read }) => {
      const memberId = memberOf(actor);
      return memberId === undefined ? [] : read.elections.listToVoteIn(actor, memberId, now);
    },
    electionActions: (_viewer, _args, { actor }) => [
      ...(electionPolicy.canPlan(actor) ? (['PLAN_ELECTION'] as const) : []),
      ...(electionPolicy.canDecideAppeals(actor) ? (['DECIDE_APPEALS'] as const) : []),
    ],
  },
  Election: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.elections.load(toId(id))) ?? null,
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    statusReason: ({ statusReason }) => statusReason ?? null,
    schedule: ({ complaintsUntil, ...dates }) => ({ ...dates, complaintsUntil: complaintsUntil ?? null }),
    rules: (election) => {
      const { nominatorsByKind, ...rules } = electionRulesOf(election);
      const kinds = Object.keys(nominatorsByKind) as (keyof typeof nominatorsByKind)[];
      return { ...rules, nominators: kinds.map((kind) => ({ kind, count: nominatorsByKind[kind] })) };
    },
    contests: ({ id }, _args, { loaders }) => loaders.contestsOf.load(id),
    fills: async ({ fillsId }, _args, { loaders }) =>
      fillsId === undefined ? null : ((await loaders.elections.load(fillsId)) ?? null),
    seedCommitment: ({ seedCommitment, announcedAt }) => (announcedAt === undefined ? null : seedCommitment),
    seed: (election) => revealedSeed(election) ?? null,
    declaredAt: ({ declaredAt }) => declaredAt ?? null,
    viewerActions: (election, _args, context) => listActions(election, context),
  },
};

/** What the platform does by itself is nobody's action. */
const platformActions: Readonly<Record<PlatformAction, true>> = {
  CLOSE_NOMINATIONS: true,
  OPEN_CAMPAIGN: true,
  OPEN_VOTING: true,
  CLOSE_VOTING: true,
  MARK_COUNTED: true,
  RECOUNT: true,
};

async function listActions(election: Election, { actor, now, loaders }: Context): Promise<readonly NamedAction[]> {
  const standing = await loaders.electionStandings.load(election.id);
  const granted = electionLifecycle
    .possible(election, now)
    .flatMap((action) => (action in platformActions ? [] : [action as NamedAction]))
    .filter((action) => electionPolicy.can(actor, action, { election, standing }));
  // What else must hold is asked only where it makes a difference.
  if (granted.includes('OPEN_BALLOTS') && !(await loaders.ballotKeyLeft.load(election.id)))
    return granted.filter((action) => action !== 'OPEN_BALLOTS');
  if (!granted.some((action) => action === 'PUBLISH_CANDIDATES' || action === 'DECLARE')) return granted;
  const matters = await loaders.openMatters.load(election.id);
  return granted.filter((action) => !isHeldBy(matters, action));
}
