/** The languages every app speaks, as BCP 47 tags. */
export const languages = ['en', 'zh-CN'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** The words of one language, nested by topic. */
export type Words = { readonly [key: string]: string | Words };

/** Where the words of each language come from; loaded only when the language is chosen. */
export type Locales = Readonly<Record<Language, () => Promise<{ readonly default: Words }>>>;

/** The language to begin with: the one chosen before, else the first the browser asks for that we speak, else English. */
export function chooseLanguage(remembered: string | null, wanted: readonly string[]): Language {
  const known = languages.find((language) => language === remembered);
  if (known !== undefined) return known;
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split('-');
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
