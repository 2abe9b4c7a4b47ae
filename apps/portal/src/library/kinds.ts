import type {
  Licence,
  RatingReason,
  ResourceKind,
  ResourceReportReason,
  ResourceStatus,
} from '../generated/graphql.js';

/** The kinds of resources in the order in which people look for them. */
export const resourceKinds = [
  'GUIDE',
  'NOTES',
  'PAST_PAPER',
  'TEMPLATE',
  'VIDEO',
  'LINK',
  'FILE',
] as const satisfies readonly ResourceKind[];

/** The kinds that lead somewhere else. */
export const pointerKinds: readonly string[] = ['VIDEO', 'LINK'] satisfies readonly ResourceKind[];

/** Licences with the name under which the world knows them. */
export const licences: Readonly<Record<Licence, string>> = {
  CC_BY_4_0: 'CC BY 4.0',
  CC_BY_SA_4_0: 'CC BY-SA 4.0',
  CC0_1_0: 'CC0 1.0',
};

/** The licences in the order of forms. */
export const licenceNames = ['CC_BY_4_0', 'CC_BY_SA_4_0', 'CC0_1_0'] as const satisfies readonly Licence[];

/** Languages to write in; the name of each in itself. */
export const languages: Readonly<Record<string, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  ar: 'العربية',
  hi: 'हिन्दी',
};

/** Why a resource is rated as it is, in the order of the form. */
export const ratingReasons = [
  'CLEAR',
  'USEFUL',
  'COMPLETE',
  'OUT_OF_DATE',
  'MISTAKES',
  'HARD_TO_FOLLOW',
  'OTHER',
] as const satisfies readonly RatingReason[];

/** Why a resource is reported, in the order of the form. */
export const reportReasons = [
  'COPYRIGHT',
  'LIVE_ASSESSMENT',
  'WRONG',
  'BROKEN_LINK',
  'PRIVATE_INFORMATION',
  'OFFENSIVE',
  'OTHER',
] as const satisfies readonly ResourceReportReason[];

/** The colour that repeats what the state of a resource says. */
export const statusTones: Readonly<Record<ResourceStatus, 'neutral' | 'info' | 'good' | 'warn'>> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'info',
  PUBLISHED: 'good',
  HELD: 'warn',
  RETIRED: 'neutral',
};

/** One of a closed list, or nothing. */
export function oneOf<Value extends string>(values: readonly Value[], text: unknown): Value | undefined {
  return values.find((value) => value === text);
}
