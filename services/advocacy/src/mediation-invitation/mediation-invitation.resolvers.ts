import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of invitations to mediation. */
export const mediationInvitationResolvers: Resolvers = {
  Mutation: {
    inviteMediationParties: async (_root, { input }, { actor, advocacy, loaders }) => {
      const result = await advocacy.inviteMediationParties(actor, {
        mediationId: toId(input.mediationId),
        idempotencyKey: input.idempotencyKey ?? undefined,
      });
      const file = result.ok ? await loaders.mediationFiles.load(result.value.mediation) : undefined;
      return toResult('InviteMediationPartiesSuccess', result, ({ mediation, invitations }) => ({
        entry: mediation,
        codes: invitations.flatMap(({ partyId, code }) => {
          const party = file?.parties.find(({ id }) => id === partyId);
          return file === undefined || party === undefined ? [] : [{ party: { party, file }, code }];
        }),
      }));
    },
    openMediationInvitation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OpenMediationInvitationSuccess',
        await advocacy.openMediationInvitation(actor, { code: input.code }),
        (invitation) => ({ invitation }),
      ),
    joinMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult('JoinMediationSuccess', await advocacy.joinMediation(actor, { code: input.code }), (mediation) => ({
        mediation,
      })),
    refuseMediationInvitation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RefuseMediationInvitationSuccess',
        await advocacy.refuseMediationInvitation(actor, { code: input.code }),
        (refused) => refused,
      ),
  },
  MediationInvitation: {
    agreement: ({ ruleVersion }) => ({ version: ruleVersion }),
  },
};
