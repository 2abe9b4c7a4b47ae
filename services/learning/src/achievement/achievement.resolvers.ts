import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { CriterionInput, DraftAchievementInput, Resolvers } from '../generated/graphql.js';
import { achievementLifecycle, type AchievementDraft } from './achievement.js';
import { achievementPolicy } from './achievement.policy.js';
import type { Criterion } from './criterion.js';

/** Resolvers of the noun Achievement, with its criteria. */
export const achievementResolvers: Resolvers = {
  Query: {
    achievement: async (_root, { id }, { loaders }) => (await loaders.achievements.load(toId(id))) ?? null,
    achievements: (_root, { status, ...page }, { actor, read }) =>
      read.achievements.page(actor, readPageRequest(page, 2), status ?? undefined),
  },
  Viewer: {
    achievementActions: (_viewer, _args, { actor }) => (achievementPolicy.canDraft(actor) ? ['DRAFT'] : []),
  },
  Mutation: {
    draftAchievement: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DraftAchievementSuccess',
        await learning.draftAchievement(actor, {
          draft: toDraft(input),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (achievement) => ({
          achievement,
        }),
      ),
    editAchievement: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EditAchievementSuccess',
        await learning.editAchievement(actor, { achievementId: toId(input.achievementId), ...toDraft(input) }),
        (achievement) => ({ achievement }),
      ),
    draftAchievementVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DraftAchievementVersionSuccess',
        await learning.draftAchievementVersion(actor, { achievementId: toId(input.achievementId) }),
        (achievement) => ({ achievement }),
      ),
    publishAchievement: async (_root, { input }, { actor, learning }) =>
      toResult(
        'PublishAchievementSuccess',
        await learning.publishAchievement(actor, { achievementId: toId(input.achievementId) }),
        (achievement) => ({ achievement }),
      ),
    discardAchievement: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DiscardAchievementSuccess',
        await learning.discardAchievement(actor, { achievementId: toId(input.achievementId) }),
        (achievement) => ({ achievement }),
      ),
    retireAchievement: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RetireAchievementSuccess',
        await learning.retireAchievement(actor, { achievementId: toId(input.achievementId) }),
        (achievement) => ({ achievement }),
      ),
  },
  Achievement: {
    title: ({ titleEn, titleZh }) => ({ en: titleEn, zh: titleZh }),
    summary: ({ summaryEn, summaryZh }) => ({ en: summaryEn, zh: summaryZh }),
    viewerActions: (achievement, _args, { actor, now }) =>
      viewerActions(achievementLifecycle, achievement, now, (action) =>
        achievementPolicy.can(actor, action, achievement),
      ),
  },
  Criterion: {
    path: async ({ pathId }, _args, { loaders }) =>
      pathId === undefined ? null : ((await loaders.paths.load(toId(pathId))) ?? null),
  },
};

function toDraft({ title, summary, criteria, skills, validDays }: DraftAchievementInput): AchievementDraft {
  return {
    titleEn: title.en,
    titleZh: title.zh,
    summaryEn: summary.en,
    summaryZh: summary.zh,
    criteria: criteria.map(toCriterion),
    skills: skills.map(({ en, zh }) => ({ en, zh })),
    validDays: validDays ?? undefined,
  };
}

function toCriterion({ kind, activityKind, positionKind, pathId, measure, amount }: CriterionInput): Criterion {
  return {
    kind,
    measure,
    amount,
    ...(activityKind != null && { activityKind }),
    ...(positionKind != null && { positionKind }),
    ...(pathId != null && { pathId: toId<'LearningPath'>(pathId) }),
  };
}
