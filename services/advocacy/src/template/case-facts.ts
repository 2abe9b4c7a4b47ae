import type { Case, CaseMatter, CaseStage } from '../case/case.js';
import type { Placeholder, TemplateLanguage } from './template.js';

/** What is known of a case without a word that anybody wrote. */
export type KnownOfCase = {
  readonly item: Pick<Case, 'matter' | 'stage' | 'openedAt'>;
  readonly nextDueAt: Date | undefined;
  readonly departments: readonly string[];
  readonly campusZone: string;
};

const matters: Readonly<Record<TemplateLanguage, Readonly<Record<CaseMatter, string>>>> = {
  en: {
    HOUSING: 'housing',
    ACADEMIC: 'your studies',
    MONEY: 'money',
    COMPLAINT: 'your complaint',
    MISCONDUCT: 'the allegation of misconduct',
    OTHER: 'your matter',
  },
  'zh-CN': {
    HOUSING: '住宿',
    ACADEMIC: '学业',
    MONEY: '经济问题',
    COMPLAINT: '您的投诉',
    MISCONDUCT: '违纪指控',
    OTHER: '您的事项',
  },
};

const stages: Readonly<Record<TemplateLanguage, Readonly<Record<CaseStage, string>>>> = {
  en: {
    ADVICE: 'advice',
    EARLY_RESOLUTION: 'early resolution',
    FORMAL: 'the formal procedure',
    REVIEW: 'review',
    EXTERNAL: 'the external adjudicator',
  },
  'zh-CN': {
    ADVICE: '咨询',
    EARLY_RESOLUTION: '早期解决',
    FORMAL: '正式程序',
    REVIEW: '复核',
    EXTERNAL: '外部裁决',
  },
};

/** The facts a template may name, in its language. Names of people are none: who somebody is stays sealed. */
export function factsOf(
  { item, nextDueAt, departments, campusZone }: KnownOfCase,
  language: TemplateLanguage,
): Readonly<Partial<Record<Placeholder, string>>> {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: campusZone,
  });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    matter: matters[language][item.matter],
    stage: stages[language][item.stage],
    openedOn: day.format(item.openedAt),
    ...(nextDueAt && { nextDeadline: day.format(nextDueAt) }),
    ...(departments.length > 0 && { departments: list.format(departments) }),
  };
}
