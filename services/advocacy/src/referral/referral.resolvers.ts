import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { referralPlaces } from './place.js';
import { holderOf } from './holder.js';
import { milestoneStatus } from './milestone.js';
import { chainOf } from './chain.js';
import { referralLifecycle, responseOf, type ReferralField, type ReferralQuestion } from './referral.js';
import { referralPolicy } from './referral.policy.js';

const words = async ({ loaders }: Context, at: Pick<ReferralField, 'caseId'>, place: string): Promise<string | null> =>
  (await loaders.words.load({ caseId: at.caseId, place })) ?? null;

/** A field's name and value are sealed as one text. */
async function openField(
  field: ReferralField,
  context: Context,
): Promise<{ readonly name: string; readonly value: string } | null> {
  const text = await words(context, field, referralPlaces.field(field));
  return text === null ? null : (JSON.parse(text) as { name: string; value: string });
}

const ofQuestion =
  (part: 'question' | 'proposal' | 'answer') => (question: ReferralQuestion, _args: unknown, context: Context) =>
    words(context, question, referralPlaces[part](question));

/** Resolvers of the noun Referral, with its fields, questions and answer. */
export const referralResolvers: Resolvers = {
  Query: {
    referral: (_root, { id }, { viewer, read }) => read.referrals.findVisible(viewer, toId(id)),
    referrals: (_root, { part, handledBy, isLate, ...page }, { viewer, read, now }) =>
      read.referrals.pageOfDepartments(viewer, readPageRequest(page, ['instant', 'id']), {
        part: part ?? undefined,
        handledBy: handledBy ?? undefined,
        lateAt: isLate === true ? now : undefined,
      }),
    referralPreview: (_root, { id, fieldIds }, { read }) =>
      read.previewReferral({ id: toId(id), fieldIds: fieldIds.map((each) => toId(each)) }),
  },
  Mutation: {
    draftReferral: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DraftReferralSuccess',
        await advocacy.draftReferral(actor, {
          ...input,
          caseId: toId(input.caseId),
          departmentId: toId(input.departmentId),
        }),
        (referral) => ({ referral }),
      ),
    consentToReferral: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ConsentToReferralSuccess',
        await advocacy.consentToReferral(actor, {
          referralId: toId(input.referralId),
          fieldIds: input.fieldIds.map((id) => toId(id)),
        }),
        (referral) => ({ referral }),
      ),
    withdrawReferralConsent: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WithdrawReferralConsentSuccess',
        await advocacy.withdrawReferralConsent(actor, {
          referralId: toId(input.referralId),
          keepsFollowers: input.keepRedirected ?? undefined,
        }),
        (referral) => ({ referral }),
      ),
    sendReferral: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SendReferralSuccess',
        await advocacy.sendReferral(actor, {
          referralId: toId(input.referralId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (referral) => ({ referral }),
      ),
    acknowledgeReferral: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AcknowledgeReferralSuccess',
        await advocacy.acknowledgeReferral(actor, { referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
    askReferralInformation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AskReferralInformationSuccess',
        await advocacy.askReferralInformation(actor, { ...input, referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
    proposeReferralAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ProposeReferralAnswerSuccess',
        await advocacy.proposeReferralAnswer(actor, { ...input, referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
    answerReferralQuestion: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AnswerReferralQuestionSuccess',
        await advocacy.answerReferralQuestion(actor, { ...input, referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
    draftReferralResponse: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DraftReferralResponseSuccess',
        await advocacy.draftReferralResponse(actor, { ...input, referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
    respondToReferral: async (_root, { input }, { actor, advocacy }) => {
      const redirectToId = input.redirectToId == null ? undefined : toId<'Department'>(input.redirectToId);
      const answer = {
        ...input,
        referralId: toId<'Referral'>(input.referralId),
        redirectToId,
        idempotencyKey: input.idempotencyKey ?? undefined,
      };
      const result = await advocacy.respondToReferral(actor, answer);
      return toResult('RespondToReferralSuccess', result, (referral) => ({ referral }));
    },
    startReferralActions: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'StartReferralActionsSuccess',
        await advocacy.startReferralActions(actor, {
          referralId: toId(input.referralId),
          milestones: input.milestones ?? [],
        }),
        (referral) => ({ referral }),
      ),
    addReferralMilestone: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AddReferralMilestoneSuccess',
        await advocacy.addReferralMilestone(actor, { ...input, referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
    completeReferralMilestone: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'CompleteReferralMilestoneSuccess',
        await advocacy.completeReferralMilestone(actor, { milestoneId: toId(input.milestoneId) }),
        (milestone) => ({ milestone }),
      ),
    handReferral: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'HandReferralSuccess',
        await advocacy.handReferral(actor, {
          referralId: toId(input.referralId),
          subject: input.subject ?? undefined,
        }),
        (referral) => ({ referral }),
      ),
    closeReferral: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'CloseReferralSuccess',
        await advocacy.closeReferral(actor, { referralId: toId(input.referralId) }),
        (referral) => ({ referral }),
      ),
  },
  Referral: {
    id: ({ referral }) => referral.id,
    status: ({ referral }) => referral.status,
    sentAt: ({ referral }) => referral.sentAt ?? null,
    dueAt: ({ referral }) => referral.dueAt ?? null,
    department: async ({ referral }, _args, { loaders }) =>
      (await loaders.departments.load(referral.departmentId)) ?? null,
    fields: ({ referral }, _args, { loaders }) => loaders.fieldsOf.load(referral.id),
    questions: ({ referral }, _args, { loaders }) => loaders.questionsOf.load(referral.id),
    response: (file, _args, { viewer }) =>
      referralPolicy.canSeeContent(viewer, file) ? (responseOf(file.referral) ?? null) : null,
    draftResponse: (file, _args, context) =>
      referralPolicy.isDepartment(context.viewer, file)
        ? words(context, file.referral, referralPlaces.draftResponse(file.referral.id))
        : null,
    milestones: ({ referral }, _args, { loaders }) => loaders.milestonesOf.load(referral.id),
    handler: async (file, _args, { viewer, loaders }) => {
      const { departmentId, handler } = file.referral;
      if (handler === undefined || !referralPolicy.isDepartment(viewer, file)) return null;
      return (await loaders.staffOf.load(departmentId)).find(({ subject }) => subject === handler) ?? null;
    },
    chain: async (file, _args, { viewer, loaders }) =>
      referralPolicy.canSeeChain(viewer, file)
        ? chainOf(file, await loaders.referralsOfCase.load(file.referral.caseId))
        : [],
    holders: async (file, _args, { viewer, loaders }) => {
      const { departmentId, sentAt, withdrawnAt } = file.referral;
      if (!referralPolicy.canSeeHolders(viewer, file) || sentAt === undefined) return null;
      return withdrawnAt === undefined ? loaders.holdersOf.load(departmentId) : [];
    },
    openings: (file, page, { viewer, read }) =>
      referralPolicy.canSeeHolders(viewer, file)
        ? read.holders.pageOpenings(viewer, file.referral.id, readPageRequest(page, ['whole']))
        : null,
    viewerActions: (file, _args, { viewer, now }) =>
      viewerActions(referralLifecycle, file, now, (action) => referralPolicy.can(viewer, action, file)),
  },
  ReferralPreview: {
    department: async ({ departmentId }, _args, { loaders }) => (await loaders.departments.load(departmentId)) ?? null,
  },
  ReferralMilestone: {
    text: (milestone, _args, context) => words(context, milestone, referralPlaces.milestone(milestone)),
    doneAt: ({ doneAt }) => doneAt ?? null,
    status: (milestone, _args, { now }) => milestoneStatus(milestone, now),
    viewerActions: async ({ doneAt, caseId, referralId }, _args, { viewer, loaders }) => {
      if (doneAt !== undefined) return [];
      const files = await loaders.referralsOfCase.load(caseId);
      const file = files.find(({ referral }) => referral.id === referralId);
      return file !== undefined && referralPolicy.canKeepPromise(viewer, file) ? ['COMPLETE'] : [];
    },
  },
  ReferralOpening: {
    reader: async (opening, _args, { loaders, alias }) => {
      const known = await loaders.formerHoldersOf.load(opening.departmentId);
      return holderOf(opening, known, alias) ?? null;
    },
    fields: async ({ referralId, items }, _args, { loaders }) =>
      (await loaders.fieldsOf.load(referralId)).filter(({ id }) => items.includes(id)),
  },
  ReferralField: {
    name: async (field, _args, context) => (await openField(field, context))?.name ?? null,
    value: async (field, _args, context) => (await openField(field, context))?.value ?? null,
  },
  ReferralQuestion: {
    question: ofQuestion('question'),
    proposedAnswer: ofQuestion('proposal'),
    answer: ofQuestion('answer'),
    answeredAt: ({ answeredAt }) => answeredAt ?? null,
  },
  ReferralResponse: {
    text: (response, _args, context) => words(context, response, referralPlaces.response(response.referralId)),
    redirectTo: async ({ redirectToId }, _args, { loaders }) =>
      redirectToId === undefined ? null : ((await loaders.departments.load(redirectToId)) ?? null),
  },
};
