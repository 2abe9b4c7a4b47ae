/** How one visit looks and speaks. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly device: 'phone' | 'desktop';
};

/** A phone, for tests of what happens rather than of how it looks. */
export const phone: Look = { scheme: 'light', language: 'en', device: 'phone' };

/** A desktop, for tests of what happens rather than of how it looks. */
export const desktop: Look = { ...phone, device: 'desktop' };

/**
 * Every look there is. Each differs from the one before in one thing alone, so that walking them changes little; and the first of each
 * scheme and language, which is examined for accessibility, is in turn a phone and a desktop, so that every two things meet.
 */
export const looks: readonly Look[] = [
  phone,
  desktop,
  { scheme: 'light', language: 'zh-CN', device: 'desktop' },
  { scheme: 'light', language: 'zh-CN', device: 'phone' },
  { scheme: 'dark', language: 'zh-CN', device: 'phone' },
  { scheme: 'dark', language: 'zh-CN', device: 'desktop' },
  { scheme: 'dark', language: 'en', device: 'desktop' },
  { scheme: 'dark', language: 'en', device: 'phone' },
];

/** The size of the screen of each device, in CSS pixels. */
export const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1366, height: 900 } } as const;

/** The looks in which a page is examined for accessibility: one for each scheme and language, because nothing else changes its marks. */
export function looksToExamine(some: readonly Look[]): readonly Look[] {
  return some.filter(
    (look, index) =>
      some.findIndex(({ scheme, language }) => scheme === look.scheme && language === look.language) === index,
  );
}
