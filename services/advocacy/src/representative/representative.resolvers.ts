import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import { asSeenByStudent, caseLifecycle } from '../case/case.js';
import { casePlaces } from '../case/place.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { accessActionsOf } from './access-actions.policy.js';
import { representativeLifecycle, representativePlace, type RepresentedCase } from './representative.js';
import { representativePolicy } from './representative.policy.js';

const words =
  (place: string) =>
  async ({ item }: RepresentedCase, _args: unknown, { loaders }: Context): Promise<string | null> =>
    (await loaders.words.load({ caseId: item.id, place })) ?? null;

/** Resolvers of representation: consents, and cases as those see them who act for their students. */
export const representativeResolvers: Resolvers = {
  Query: {
    representedCases: (_root, page, { viewer, now, read }) =>
      read.representatives.pageCases(viewer, now, readPageRequest(page, ['instant', 'id'])),
    representedCase: async (_root, { caseId }, { viewer, now, read }) =>
      (await read.representatives.findCase(viewer, toId(caseId), now)) ?? null,
  },
  Mutation: {
    nameRepresentative: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'NameRepresentativeSuccess',
        await advocacy.nameRepresentative(actor, {
          ...input,
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (representative) => ({ representative }),
      ),
    withdrawRepresentative: async (_root, { input }, { actor, advocacy, now }) =>
      toResult(
        'WithdrawRepresentativeSuccess',
        await advocacy.withdrawRepresentative(actor, { representativeId: toId(input.representativeId) }),
        ({ withdrawnAt }) => ({ withdrawnAt: withdrawnAt ?? now }),
      ),
    postAsRepresentative: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PostAsRepresentativeSuccess',
        await advocacy.postAsRepresentative(actor, {
          ...input,
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (message) => ({ message }),
      ),
  },
  Case: {
    representatives: (item, _args, { viewer, loaders }) =>
      representativePolicy.canSee(viewer, item) ? loaders.representativesOf.load(item.id) : [],
    accessActions: (item, _args, { viewer, now, gate }) =>
      accessActionsOf(viewer, item, { now, takesFiles: gate.limits() !== null }),
  },
  Representative: {
    name: async ({ id, caseId }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: representativePlace(id) })) ?? null,
    withdrawnAt: ({ withdrawnAt }) => withdrawnAt ?? null,
    viewerActions: (consent, _args, { viewer, now }) =>
      viewerActions(representativeLifecycle, consent, now, () => representativePolicy.canWithdraw(viewer, consent)),
  },
  RepresentedCase: {
    id: ({ item }) => item.id,
    matter: ({ item }) => item.matter,
    stage: ({ item }) => item.stage,
    status: ({ item }) => asSeenByStudent(item).status,
    openedAt: ({ item }) => item.openedAt,
    closedAt: ({ item }) => item.closedAt ?? null,
    outcome: ({ item }) => item.outcome ?? null,
    narrative: words(casePlaces.narrative),
    outcomeSummary: words(casePlaces.outcome),
    deadlines: ({ item }, _args, { loaders }) => loaders.deadlinesOf.load(item.id),
    messages: ({ item }, page, { viewer, now, read }) =>
      read.representatives.pageMessages(viewer, { caseId: item.id, now }, readPageRequest(page, ['instant', 'id'])),
    attachments: ({ item }, _args, { loaders }) => loaders.attachmentsOf.load(item),
    viewerActions: ({ item, consent }, _args, { now }) =>
      representativePolicy.canWrite(consent) && caseLifecycle.can('POST_MESSAGE', asSeenByStudent(item), now)
        ? ['POST_MESSAGE']
        : [],
  },
};
