import DataLoader from 'dataloader';
import type { GroupId } from '../references/group.js';
import type { Lesson } from './lesson.js';
import type { Repositories } from '../deps.js';

/** The latest lessons of groups. */
export function createLessonLoader(lessons: Repositories['lessons']): DataLoader<GroupId, readonly Lesson[]> {
  return new DataLoader(async (ids) => {
    const byGroup = Map.groupBy(await lessons.listLatest(ids), ({ groupId }) => groupId);
    return ids.map((id) => byGroup.get(id) ?? []);
  });
}
