import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { ModeratedWords } from './moderated.subject.js';
import type { ModerationItem, SubjectKind } from './moderation.js';
import { moderatedItems, moderationPolicy } from './moderation.policy.js';

const subjectOf = ({ kind, subjectId }: { readonly kind: SubjectKind; readonly subjectId: string }) => ({
  kind,
  id: toId<string>(subjectId),
});

function wordsOf(item: ModerationItem, { loaders }: Context): Promise<ModeratedWords | undefined> {
  return loaders.moderation.wordsOf.load({ kind: item.subjectKind, id: item.subjectId });
}

/** Resolvers of reports and of what is decided about them. */
export const moderationResolvers: Resolvers = {
  Query: {
    reportedItems: (_root, { decided, ...page }, { actor, now, read }) =>
      read.reports.page(actor, { decided: decided ?? false }, { ...readPageRequest(page, ['instant', 'id']), now }),
    reportedItem: (_root, { id }, { actor, now, read }) => read.reports.findVisible(actor, toId(id), now),
  },
  Mutation: {
    reportContent: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReportContentSuccess',
        await membership.reportContent(actor, {
          subject: subjectOf(input),
          reason: input.reason,
          note: input.note ?? undefined,
          idempotencyKey: input.idempotencyKey,
        }),
        ({ kind }) => ({ kind }),
      ),
    moderateContent: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ModerateContentSuccess',
        await membership.moderateContent(actor, { ...input, subject: subjectOf(input) }),
        ({ state }) => ({ state }),
      ),
    decideReportedItem: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DecideReportedItemSuccess',
        await membership.decideReportedItem(actor, { ...input, itemId: toId(input.itemId) }),
        (item) => ({ item }),
      ),
    appealRemoval: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AppealRemovalSuccess',
        await membership.appealRemoval(actor, { subject: subjectOf(input), words: input.words }),
        ({ state }) => ({ state }),
      ),
  },
  Viewer: {
    moderatesReports: (_viewer, _args, { actor }) => {
      const { groups, union } = moderatedItems(actor);
      return union || groups.length > 0;
    },
  },
  ReportedItem: {
    kind: ({ subjectKind }) => subjectKind,
    words: async (item, _args, context) => (await wordsOf(item, context))?.words ?? null,
    language: async (item, _args, context) => (await wordsOf(item, context))?.language ?? null,
    writtenAt: async (item, _args, context) => (await wordsOf(item, context))?.writtenAt ?? null,
    author: async ({ authorId }, _args, { loaders }) => (await loaders.members.load(authorId)) ?? null,
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    reports: ({ id }, _args, { loaders }) => loaders.moderation.reportsOf.load(id),
    decisions: ({ id }, _args, { loaders }) => loaders.moderation.decisionsOf.load(id),
    appeal: ({ appeal }) => appeal ?? null,
    viewerActions: (item, _args, { actor, now }) => moderationPolicy.decisions(actor, item, now),
  },
  ContentReport: { note: ({ note }) => note ?? null },
  ModerationStep: {
    reason: ({ reason }) => reason ?? null,
    by: async ({ decidedBy }, _args, { loaders }) =>
      decidedBy === undefined ? null : ((await loaders.members.load(decidedBy)) ?? null),
    at: ({ decidedAt }) => decidedAt,
  },
};
