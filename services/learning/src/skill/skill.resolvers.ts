import { parseId, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers, SkillContentInput } from '../generated/graphql.js';
import { skillVersionLifecycle, type SkillContent, type SkillVersion } from './skill.js';
import { skillPolicy } from './skill.policy.js';

type Spoken = { readonly language?: string | null };

const isChinese = (language: string | null | undefined): boolean => language?.toLowerCase().startsWith('zh') ?? false;
const words = {
  name: ({ nameEn, nameZh }: SkillVersion, { language }: Spoken) => (isChinese(language) ? nameZh : nameEn),
  summary: ({ summaryEn, summaryZh }: SkillVersion, { language }: Spoken) =>
    isChinese(language) ? summaryZh : summaryEn,
};

function toContent({ rules, ...content }: SkillContentInput): SkillContent {
  return {
    ...content,
    rules: rules.map(({ kind, activityKind, positionKind, pathId }) => ({
      kind,
      ...(activityKind != null && { activityKind }),
      ...(positionKind != null && { positionKind }),
      ...(pathId != null && { pathId: toId(pathId) }),
    })),
  };
}

/** Resolvers of the noun Skill, with its versions and rules. */
export const skillResolvers: Resolvers = {
  Query: {
    skills: (_root, page, { read }) => read.skills.page(readPageRequest(page, 2)),
    skill: async (_root, { id }, { loaders }) => {
      const skillId = parseId<'Skill'>(id);
      return skillId === undefined ? null : ((await loaders.skills.load(skillId)) ?? null);
    },
    proposedSkillVersions: (_root, page, { actor, read }) =>
      read.skills.pageProposed(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Viewer: {
    skillActions: (_viewer, _args, { actor }) => (skillPolicy.canPropose(actor) ? ['PROPOSE'] : []),
  },
  Mutation: {
    proposeSkill: async (_root, { input: { slug, content } }, { actor, learning }) =>
      toResult(
        'ProposeSkillSuccess',
        await learning.proposeSkill(actor, { slug, content: toContent(content) }),
        (version) => ({ version }),
      ),
    proposeSkillChange: async (_root, { input: { skillId, content, isRetired } }, { actor, learning }) =>
      toResult(
        'ProposeSkillChangeSuccess',
        await learning.proposeSkillChange(actor, {
          skillId: toId(skillId),
          content: toContent(content),
          isRetired: isRetired ?? false,
        }),
        (version) => ({ version }),
      ),
    confirmSkillVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ConfirmSkillVersionSuccess',
        await learning.confirmSkillVersion(actor, { versionId: toId(input.versionId) }),
        (version) => ({ version }),
      ),
    declineSkillVersion: async (_root, { input: { versionId, reason } }, { actor, learning }) =>
      toResult(
        'DeclineSkillVersionSuccess',
        await learning.declineSkillVersion(actor, { versionId: toId(versionId), reason }),
        (version) => ({ version }),
      ),
    withdrawSkillVersion: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WithdrawSkillVersionSuccess',
        await learning.withdrawSkillVersion(actor, { versionId: toId(input.versionId) }),
        (version) => ({ version }),
      ),
  },
  Skill: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.skills.load(toId(id))) ?? null,
    id: ({ skillId }) => skillId,
    ...words,
    versionNumber: ({ number }) => number,
    versions: ({ skillId }, page, { actor, read }) =>
      read.skills.pageVersions(actor, skillId, readPageRequest(page, 1)),
  },
  SkillVersion: {
    ...words,
    viewerActions: (version, _args, { actor, now }) =>
      viewerActions(skillVersionLifecycle, version, now, (action) => skillPolicy.can(actor, action, version)),
  },
  SkillRule: {
    path: async ({ pathId }, _args, { loaders }) =>
      pathId === undefined ? null : ((await loaders.paths.load(pathId)) ?? null),
  },
};
