import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isWorkerOf } from '../sealing/viewer.js';
import { factsOf } from './case-facts.js';
import { fillTemplate, templateLifecycle, type TemplateLanguage } from './template.js';
import { templatePolicy } from './template.policy.js';

const languages = { EN: 'en', ZH_CN: 'zh-CN' } as const satisfies Readonly<Record<string, TemplateLanguage>>;
const codeOf = (language: TemplateLanguage): keyof typeof languages => (language === 'en' ? 'EN' : 'ZH_CN');

/** Resolvers of the advice team's templates, and of those filled for one case. */
export const templateResolvers: Resolvers = {
  Query: {
    messageTemplates: (_root, page, { viewer, read }) =>
      read.templates.page(viewer, readPageRequest(page, ['text', 'text', 'id'])),
  },
  Mutation: {
    writeMessageTemplate: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WriteMessageTemplateSuccess',
        await advocacy.writeTemplate(actor, {
          ...input,
          language: languages[input.language],
          matter: input.matter ?? undefined,
        }),
        (template) => ({ template }),
      ),
    reviseMessageTemplate: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ReviseMessageTemplateSuccess',
        await advocacy.reviseTemplate(actor, {
          ...input,
          templateId: toId(input.templateId),
          matter: input.matter ?? undefined,
        }),
        (template) => ({ template }),
      ),
    retireMessageTemplate: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RetireMessageTemplateSuccess',
        await advocacy.retireTemplate(actor, { templateId: toId(input.templateId) }),
        (template) => ({ template }),
      ),
  },
  Case: {
    messageTemplates: async (item, _args, { viewer, now, read, loaders, campusZone }) => {
      if (!isWorkerOf(viewer, item)) return [];
      const [found, deadlines, files] = await Promise.all([
        read.templates.listForMatter(viewer, item.matter),
        loaders.deadlinesOf.load(item.id),
        loaders.referralsOfCase.load(item.id),
      ]);
      const asked = await Promise.all(files.map(({ referral }) => loaders.departments.load(referral.departmentId)));
      const departments = [...new Set(asked.flatMap((department) => department?.name ?? []))];
      const nextDueAt = deadlines.find(({ metAt, dueAt }) => metAt === undefined && dueAt > now)?.dueAt;
      return found.map(({ template, text }) => ({
        id: template.id,
        name: template.name,
        language: codeOf(template.language),
        ...fillTemplate(text.body, factsOf({ item, nextDueAt, departments, campusZone }, template.language)),
      }));
    },
  },
  MessageTemplate: {
    id: ({ template }) => template.id,
    name: ({ template }) => template.name,
    matter: ({ template }) => template.matter ?? null,
    language: ({ template }) => codeOf(template.language),
    retiredAt: ({ template }) => template.retiredAt ?? null,
    body: ({ text }) => text.body,
    number: ({ text }) => text.number,
    writtenAt: ({ text }) => text.writtenAt,
    versions: ({ template }, _args, { loaders }) => loaders.templateTexts.load(template.id),
    viewerActions: ({ template }, _args, { viewer, now }) =>
      viewerActions(templateLifecycle, template, now, () => templatePolicy.canWrite(viewer)),
  },
};
