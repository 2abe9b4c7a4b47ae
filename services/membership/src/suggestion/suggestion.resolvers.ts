import { memberOf, toId, toPage } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers, ResolversTypes, ResolversUnionTypes } from '../generated/graphql.js';
import { canSeeField } from '../member/member.policy.js';
import type { Suggestion } from './suggestion.js';

type MemberSuggestionReason = ResolversUnionTypes<ResolversTypes>['MemberSuggestionReason'];

/** Resolvers of the noun Suggestion. */
export const suggestionResolvers: Resolvers = {
  Viewer: {
    memberSuggestions: (_viewer, page, { actor, read }) => {
      const request = readPageRequest(page, ['whole', 'whole', 'text']);
      const memberId = memberOf(actor);
      if (memberId === undefined || actor.kind !== 'person') return toPage<Suggestion>([], request.first, () => []);
      return read.suggestions.page({ memberId, groupIds: actor.groupIds }, request);
    },
  },
  MemberSuggestion: {
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
    reasons: listReasons,
  },
  Mutation: {
    dismissMemberSuggestion: async (_root, { input }, { actor, loaders, membership }) => {
      const dismissed = await membership.dismissMemberSuggestion(actor, { memberId: toId(input.memberId) });
      const member = dismissed.ok ? await loaders.members.load(dismissed.value) : undefined;
      return toResult('DismissMemberSuggestionSuccess', dismissed, () => ({ member: member ?? null }));
    },
  },
};

async function listReasons(
  { interests, groupIds, programme, mutualCount, mutualIds }: Suggestion,
  _args: unknown,
  { actor, loaders }: Context,
): Promise<readonly MemberSuggestionReason[]> {
  // Asked together, so that those both know are read with those suggested.
  const [foundGroups, foundMembers] = await Promise.all([
    loaders.groups.loadMany(groupIds),
    loaders.members.loadMany(mutualIds),
  ]);
  const groups = foundGroups.filter(isThere);
  const named = foundMembers
    .filter(isThere)
    .filter(({ member, standing }) => canSeeField(actor, member, 'displayName', standing));
  const reasons: readonly (MemberSuggestionReason | false)[] = [
    interests.length > 0 && { __typename: 'SharedInterests', interests },
    groups.length > 0 && { __typename: 'SharedGroups', groups },
    programme !== undefined && { __typename: 'SharedProgramme', programme },
    mutualCount > 0 && { __typename: 'MutualConnections', count: mutualCount, members: named },
  ];
  return reasons.filter((reason) => reason !== false);
}

function isThere<T>(row: T | Error | undefined): row is T {
  return row !== undefined && !(row instanceof Error);
}
