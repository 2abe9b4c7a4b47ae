import type { Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words that every view of a case needs: what it is about, where it stands, the conversation, referrals. */
export const caseWords: readonly Locales[] = [own];
