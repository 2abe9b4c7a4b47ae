import type { Translate } from '@guildhall/ui';

/** The name of a course in the reader's language; a general word while membership is silent. */
export function courseName(
  t: Translate,
  course: { readonly programme: string; readonly year: number } | null | undefined,
): string {
  return course
    ? t('raisedIssues.courseName', { programme: course.programme, year: course.year })
    : t('raisedIssues.someCourse');
}
