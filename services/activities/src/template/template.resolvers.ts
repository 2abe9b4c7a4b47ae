import { toId, toPage } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { templatePolicy } from './template.policy.js';
import type { ActivityTemplate } from './template.js';

const succeed = (template: ActivityTemplate) => ({ template });

/** Resolvers of templates. */
export const templateResolvers: Resolvers = {
  Group: {
    activityTemplates: async ({ id }, page, { actor, read }) => {
      const request = readPageRequest(page, ['text', 'id']);
      return templatePolicy.canList(actor, id)
        ? read.templates.pageOf(id, request)
        : toPage([], request.first, () => []);
    },
  },
  ActivityTemplate: {
    isUnionWide: ({ groupId }) => groupId === undefined,
    title: ({ content }) => content.title,
    summary: ({ content }) => content.summary,
    kind: ({ content }) => content.kind,
    place: ({ content }) => content.place,
    minutes: ({ content }) => content.minutes,
    taskCount: ({ content }) => content.tasks.length,
    runSheetCount: ({ content }) => content.runSheet.length,
    viewerActions: ({ groupId, retiredAt }, _args, { actor }) =>
      retiredAt === undefined && templatePolicy.canSave(actor, groupId) ? ['RETIRE'] : [],
  },
  Mutation: {
    saveTemplate: async (_root, { input }, { actor, activities }) =>
      toResult(
        'SaveTemplateSuccess',
        await activities.saveTemplate(actor, {
          ...input,
          activityId: toId(input.activityId),
          isUnionWide: input.isUnionWide ?? false,
        }),
        succeed,
      ),
    draftFromTemplate: async (_root, { input }, { actor, activities }) =>
      toResult(
        'DraftFromTemplateSuccess',
        await activities.draftFromTemplate(actor, {
          templateId: toId(input.templateId),
          groupId: toId(input.groupId),
          startsAt: input.startsAt,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (activity) => ({ activity }),
      ),
    retireTemplate: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RetireTemplateSuccess',
        await activities.retireTemplate(actor, { templateId: toId(input.templateId) }),
        succeed,
      ),
  },
};
