/** How study groups work together, in the order in which people look for them. */
export const studyStyles = ['QUIET', 'DISCUSSION', 'PROBLEM_SOLVING', 'EXAM_PRACTICE'] as const;
/** Where they meet. */
export const studySettings = ['ROOM', 'ONLINE'] as const;
/** Days of the week as the graph counts them. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
/** Languages that people look for here. */
export const studyLanguages = ['en', 'zh', 'fr', 'es', 'ar'] as const;
/** Under which terms notes are written. */
export const noteLicences = ['CC_BY_4_0', 'CC_BY_SA_4_0', 'CC0_1_0'] as const;
/** What can be wrong in a study group. */
export const reportReasons = ['CONDUCT', 'ACADEMIC_INTEGRITY', 'NOT_A_STUDY_GROUP', 'OTHER'] as const;

/** One of a closed list, or nothing. */
export function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((each) => each === value);
}
