import { memberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Repositories } from '../deps.js';
import type { Resolvers, ProfileAudiencesInput, UpdateProfileInput } from '../generated/graphql.js';
import { memberLifecycle, type Member, type ProfileChanges, type ProfileField } from './member.js';
import { canSeeField, memberPolicy, ownStanding } from './member.policy.js';

/** A member as one viewer may meet them. */
type SeenMember = Awaited<ReturnType<Repositories['members']['listVisible']>>[number];

const visibleField =
  <Field extends ProfileField>(field: Field) =>
  ({ member, standing }: SeenMember, _args: unknown, { actor }: Context): Member[Field] | null =>
    canSeeField(actor, member, field, standing) ? member[field] : null;

const ownedField =
  <Field extends keyof Member>(field: Field) =>
  ({ member }: SeenMember, _args: unknown, { actor }: Context): Member[Field] | null =>
    memberPolicy.canSeeRecord(actor, member) ? member[field] : null;

/** Resolvers of the noun Member. */
export const memberResolvers: Resolvers = {
  Query: {
    member: (_root, { id }, { loaders }) => loadMember(loaders, id),
    members: (_root, { search, status, ...page }, { actor, read }) =>
      read.members.page(actor, readPageRequest(page, 2), { search: search ?? undefined, status: status ?? undefined }),
  },
  Mutation: {
    updateProfile: async (_root, { input }, { actor, membership }) =>
      toResult('UpdateProfileSuccess', await membership.updateProfile(actor, toChanges(input)), (member) => ({
        member: asSelf(member),
      })),
  },
  Viewer: {
    member: (_viewer, _args, { actor, loaders }) => loadMember(loaders, memberOf(actor)),
    memberRecord: (_viewer, _args, { actor, read }) => read.members.findOwn(actor),
  },
  Member: {
    __resolveReference: ({ id }, { loaders }) => loadMember(loaders, id),
    id: ({ member }) => member.id,
    displayName: visibleField('displayName'),
    pronouns: visibleField('pronouns'),
    bio: visibleField('bio'),
    faculty: visibleField('faculty'),
    programme: visibleField('programme'),
    level: visibleField('level'),
    year: visibleField('year'),
    interests: visibleField('interests'),
    skills: visibleField('skills'),
    languages: visibleField('languages'),
    joinedAt: ownedField('joinedAt'),
    status: ownedField('status'),
    statusReason: ownedField('statusReason'),
    statusUntil: ownedField('statusUntil'),
    studentNumber: ownedField('studentNumber'),
    audiences: ({ member }, _args, { actor }) => (memberPolicy.canEditProfile(actor, member) ? member.audiences : null),
    viewerActions: ({ member }, _args, { actor, now }) => [
      ...viewerActions(memberLifecycle, member, now, (action) => memberPolicy.can(actor, action, member)),
      ...(memberPolicy.canEditProfile(actor, member) ? (['EDIT_PROFILE'] as const) : []),
    ],
  },
};

async function loadMember(loaders: Context['loaders'], id: string | undefined): Promise<SeenMember | null> {
  return id === undefined ? null : ((await loaders.members.load(toId(id))) ?? null);
}

function asSelf(member: Member): SeenMember {
  return { member, standing: ownStanding };
}

function toChanges(input: UpdateProfileInput): ProfileChanges {
  return {
    displayName: input.displayName ?? undefined,
    pronouns: input.pronouns ?? undefined,
    bio: input.bio ?? undefined,
    interests: input.interests ?? undefined,
    skills: input.skills ?? undefined,
    languages: input.languages ?? undefined,
    audiences: chosen(input.audiences),
  };
}

/** The audiences the member named; the others keep theirs. */
function chosen(audiences: ProfileAudiencesInput | null | undefined): ProfileChanges['audiences'] {
  const named = Object.entries(audiences ?? {}).filter(([, audience]) => audience !== null && audience !== undefined);
  return Object.fromEntries(named);
}
