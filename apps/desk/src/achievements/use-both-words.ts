import { useTexts } from '@guildhall/ui';

/** Reads words that come in both languages in the one of the reader. */
export function useBothWords(): (words: { readonly en: string; readonly zh: string }) => string {
  const { language } = useTexts();
  return ({ en, zh }) => (language === 'zh-CN' ? zh : en);
}
