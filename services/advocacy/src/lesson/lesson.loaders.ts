import DataLoader from 'dataloader';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { Lesson } from './lesson.js';

/** The unpublished lessons of cases that the viewer was shown. */
export function createLessonLoader(lessons: Repositories['lessons']): DataLoader<CaseId, Lesson | undefined> {
  return new DataLoader(async (ids) => {
    const byCase = new Map((await lessons.listOfCases(ids)).map((lesson) => [lesson.caseId, lesson]));
    return ids.map((id) => byCase.get(id));
  });
}
