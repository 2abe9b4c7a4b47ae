/** One page of one's record that a row of links on each of them leads to. */
export type RecordSection = {
  readonly to: string;
  /** A key of the portal's shared words: some of these pages have a folder of their own. */
  readonly labelKey: string;
};

/** The pages of one's record, in the order in which people meet them. */
export const recordSections: readonly RecordSection[] = [
  { to: '/record', labelKey: 'recordSections.record' },
  { to: '/record/growth', labelKey: 'recordSections.growth' },
  { to: '/record/skills', labelKey: 'recordSections.skills' },
  { to: '/record/credentials', labelKey: 'recordSections.credentials' },
  { to: '/record/links', labelKey: 'recordSections.links' },
];
