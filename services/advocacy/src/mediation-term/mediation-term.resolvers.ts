import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { partyOf } from '../mediation/mediation-viewer.js';
import { mediationPlaces } from '../mediation-room/mediation-room.js';

/** Resolvers of what the sides agreed on, and of whether it was kept. */
export const mediationTermResolvers: Resolvers = {
  Mutation: {
    recordMediationAgreement: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RecordMediationAgreementSuccess',
        await advocacy.recordMediationAgreement(actor, {
          mediationId: toId(input.mediationId),
          extent: input.extent,
          terms: input.terms.map(({ text, owedBy, dueOn }) => ({ text, dueOn, owedBy: toId(owedBy) })),
          followUpWeeks: input.followUpWeeks,
          warningsRead: input.warningsRead ?? false,
        }),
        (mediation) => ({ mediation }),
      ),
    endMediationWithoutAgreement: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EndMediationWithoutAgreementSuccess',
        await advocacy.endMediationWithoutAgreement(actor, { mediationId: toId(input.mediationId) }),
        (mediation) => ({ mediation }),
      ),
    answerMediationFollowUp: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerMediationFollowUpSuccess',
        await advocacy.answerMediationFollowUp(actor, {
          mediationId: toId(input.mediationId),
          answer: input.answer,
        }),
        (mediation) => ({ mediation }),
      ),
  },
  Mediation: {
    terms: ({ id }, _args, { loaders }) => loaders.termsOf.load(id),
    viewerFollowUp: async (mediation, _args, { loaders, mediationViewer }) =>
      partyOf(mediationViewer, await loaders.mediationFiles.load(mediation))?.followUp ?? null,
  },
  MediationTerm: {
    text: async ({ id, mediationId }, _args, { loaders }) =>
      (await loaders.mediationWords.load({ mediationId, place: mediationPlaces.term(id) })) ?? null,
    owedBy: async ({ mediationId, partyId }, _args, { loaders }) => {
      const file = await loaders.mediationFilesById.load(mediationId);
      const party = file?.parties.find(({ id }) => id === partyId);
      return file === undefined || party === undefined ? null : { party, file };
    },
  },
};
