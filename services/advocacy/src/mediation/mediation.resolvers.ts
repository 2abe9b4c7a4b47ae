import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import { caseLifecycle } from '../case/case.js';
import type { Context } from '../context.js';
import type { MediationPartyInput, Resolvers } from '../generated/graphql.js';
import { mediationPlaces } from '../mediation-room/mediation-room.js';
import { isStudentOf, isWorkerOf } from '../sealing/viewer.js';
import type { NamedParty } from './mediation-request.js';
import {
  mediationLifecycle,
  type AgreementText,
  type Mediation,
  type MediationAction,
  type ShownParty,
} from './mediation.js';
import { mediationPolicy } from './mediation.policy.js';
import { partyOf } from './mediation-viewer.js';

const toParty = ({ kind, name, departmentId }: MediationPartyInput): NamedParty => ({
  kind,
  name: name ?? '',
  departmentId: departmentId == null ? undefined : toId(departmentId),
});

const shownParties = async (
  mediation: Mediation,
  _args: unknown,
  { loaders }: Context,
): Promise<readonly ShownParty[]> => {
  const file = await loaders.mediationFiles.load(mediation);
  return file.parties.map((party) => ({ party, file }));
};

const request = async ({ id }: Mediation, _args: unknown, { loaders }: Context): Promise<string | null> =>
  (await loaders.mediationWords.load({ mediationId: id, place: mediationPlaces.request })) ?? null;

const actions = async (mediation: Mediation, _args: unknown, { loaders, mediationViewer, now }: Context) => {
  const file = await loaders.mediationFiles.load(mediation);
  // Joining is offered by a code and never by what a viewer sees.
  const isOffered = (action: MediationAction) =>
    action !== 'JOIN' && mediationPolicy.can(mediationViewer, action, file);
  return viewerActions(mediationLifecycle, file, now, isOffered);
};

/** Resolvers of the noun Mediation, for its sides and its mediator, and of the queue. */
export const mediationResolvers: Resolvers = {
  Query: {
    mediation: (_root, { id }, { mediationViewer, read }) => read.mediations.findVisible(mediationViewer, toId(id)),
    mediationQueue: (_root, page, { mediationViewer, read }) =>
      read.mediations.pageQueue(mediationViewer, readPageRequest(page, ['instant', 'id'])),
    mediationQueueEntry: (_root, { id }, { mediationViewer, read }) =>
      read.mediations.findQueued(mediationViewer, toId(id)),
  },
  Mutation: {
    requestMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RequestMediationSuccess',
        await advocacy.requestMediation(actor, {
          ownName: input.ownName,
          request: input.request,
          isCollective: input.isCollective ?? false,
          parties: input.parties.map(toParty),
          caseId: input.caseId == null ? undefined : toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (mediation) => ({ mediation }),
      ),
    proposeMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ProposeMediationSuccess',
        await advocacy.proposeMediation(actor, {
          ownName: input.studentName,
          request: input.request,
          parties: input.parties.map(toParty),
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (item) => ({ case: item }),
      ),
    answerMediationProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerMediationProposalSuccess',
        await advocacy.answerMediationProposal(actor, {
          mediationId: toId(input.mediationId),
          consents: input.consents,
        }),
        (mediation) => ({ mediation }),
      ),
    screenMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ScreenMediationSuccess',
        await advocacy.screenMediation(actor, {
          mediationId: toId(input.mediationId),
          unsuitableReason: input.unsuitableReason ?? undefined,
        }),
        (entry) => ({ entry }),
      ),
    signMediationAgreement: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SignMediationAgreementSuccess',
        await advocacy.signMediationAgreement(actor, {
          mediationId: toId(input.mediationId),
          agreementVersion: input.agreementVersion,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (mediation) => ({ mediation }),
      ),
    refuseMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RefuseMediationSuccess',
        await advocacy.refuseMediation(actor, { mediationId: toId(input.mediationId) }),
        (mediation) => ({ mediation }),
      ),
    withdrawFromMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WithdrawFromMediationSuccess',
        await advocacy.withdrawFromMediation(actor, { mediationId: toId(input.mediationId) }),
        (mediation) => ({ mediation }),
      ),
  },
  Viewer: {
    mediations: (_viewer, page, { mediationViewer, read }) =>
      mediationViewer.persons.length === 0
        ? null
        : read.mediations.pageOwn(mediationViewer, readPageRequest(page, ['instant', 'id'])),
  },
  Case: {
    mediationActions: async (item, _args, { viewer, loaders, now }) => {
      const canAsk = isStudentOf(viewer, item) && caseLifecycle.can('POST_MESSAGE', item, now);
      const canPropose = isWorkerOf(viewer, item) && caseLifecycle.can('START_MEDIATION', item, now);
      if ((!canAsk && !canPropose) || (await loaders.busyCases.load(item.id))) return [];
      return canAsk ? ['REQUEST'] : ['PROPOSE'];
    },
  },
  Mediation: {
    request,
    parties: shownParties,
    viewerActions: actions,
    belongsToCase: async (mediation, _args, { loaders, mediationViewer }) =>
      mediation.caseId !== undefined &&
      mediationPolicy.isRequester(mediationViewer, await loaders.mediationFiles.load(mediation)),
    agreement: ({ ruleVersion }): AgreementText | null => (ruleVersion === undefined ? null : { version: ruleVersion }),
  },
  MediationQueueEntry: {
    request,
    parties: shownParties,
    viewerActions: actions,
    belongsToCase: ({ caseId }) => caseId !== undefined,
    candidates: ({ id, status }, _args, { loaders }) => (status === 'AGREED' ? loaders.candidatesOf.load(id) : []),
  },
  MediationAgreement: {
    paragraphs: async ({ version }, { language }, { loaders }) => {
      const { agreement } = await loaders.mediationRules.load(version);
      return agreement[language ?? 'en'] ?? agreement['en'] ?? [];
    },
  },
  MediationParty: {
    id: ({ party }) => party.id,
    kind: ({ party }) => party.kind,
    name: async ({ party }, _args, { loaders }) =>
      (await loaders.mediationWords.load({
        mediationId: party.mediationId,
        place: mediationPlaces.partyName(party.id),
      })) ?? null,
    department: async ({ party }, _args, { loaders }) =>
      party.departmentId === undefined ? null : ((await loaders.departments.load(party.departmentId)) ?? null),
    isViewer: ({ party, file }, _args, { mediationViewer }) => partyOf(mediationViewer, file)?.id === party.id,
    hasJoined: ({ party, file }) =>
      party.kind === 'DEPARTMENT' || file.people.some(({ partyId }) => partyId === party.id),
    hasSigned: ({ party }) => party.signedAt !== undefined,
  },
};
