/** One part of learning that a row of links on every hub page leads to. */
export type LearningSection = {
  readonly to: string;
  /** A key of the portal's shared words, because every hub page has a folder of its own. */
  readonly labelKey: string;
  /** Whether only somebody who is signed in has anything there. */
  readonly isOwn?: boolean;
};

/** The parts of learning, in the order in which people meet them. */
export const learningSections: readonly LearningSection[] = [
  { to: '/learning', labelKey: 'learningSections.paths' },
  { to: '/library', labelKey: 'learningSections.library' },
  { to: '/record', labelKey: 'learningSections.record', isOwn: true },
  { to: '/study', labelKey: 'learningSections.study', isOwn: true },
  { to: '/mentoring', labelKey: 'learningSections.mentoring', isOwn: true },
  { to: '/handover', labelKey: 'learningSections.handover', isOwn: true },
  { to: '/learning/review', labelKey: 'learningSections.review', isOwn: true },
];
