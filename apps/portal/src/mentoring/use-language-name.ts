import { useTexts } from '@guildhall/ui';

/** Names a language by its tag, in the reader's language; what is no tag is shown as it is. */
export function useLanguageName(): (tag: string) => string {
  const { language } = useTexts();
  return (tag) => {
    try {
      return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
