import DataLoader from 'dataloader';
import type { CaseId } from '../case/case.js';
import type { Repositories } from '../deps.js';
import type { ReopeningRequest, StageRecord } from './course.js';

/** What is kept of the course of one case. */
export type CourseFile = {
  readonly stages: readonly StageRecord[];
  readonly completedAt: Date | undefined;
  readonly reopenings: readonly ReopeningRequest[];
};

/** The courses of cases that the viewer was shown. */
export function createCourseLoader(courses: Repositories['courses']): DataLoader<CaseId, CourseFile> {
  return new DataLoader(async (ids) => {
    const stages = Map.groupBy(await courses.listStages(ids), ({ caseId }) => caseId);
    const letters = new Map((await courses.listCompletions(ids)).map((letter) => [letter.caseId, letter.issuedAt]));
    const reopenings = Map.groupBy(await courses.listReopenings(ids), ({ caseId }) => caseId);
    return ids.map((id) => ({
      stages: stages.get(id) ?? [],
      completedAt: letters.get(id),
      reopenings: reopenings.get(id) ?? [],
    }));
  });
}
