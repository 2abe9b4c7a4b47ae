/** How one visit looks and speaks. */
export type Look = {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
  readonly device: 'phone' | 'desktop';
};

/** Every look there is. */
export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  (['en', 'zh-CN'] as const).flatMap((language) =>
    (['phone', 'desktop'] as const).map((device) => ({ scheme, language, device })),
  ),
);

/** A phone, for tests of what happens rather than of how it looks. */
export const phone: Look = { scheme: 'light', language: 'en', device: 'phone' };

/** A desktop, for tests of what happens rather than of how it looks. */
export const desktop: Look = { ...phone, device: 'desktop' };

/** The size of the screen of each device, in CSS pixels. */
export const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1366, height: 900 } } as const;
