import { memberOf, type Actor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { StudyFacts, StudyGroupId } from '../study-group.js';

/** A study group under its lock with the actor's own place, or nothing when missing or hidden. */
export async function readStudyFacts(
  { studyGroups, studyPlaces }: Pick<Repositories, 'studyGroups' | 'studyPlaces'>,
  actor: Actor,
  groupId: StudyGroupId,
): Promise<StudyFacts | null> {
  const group = await studyGroups.findLocked(actor, groupId);
  if (group === null) return null;
  const [place] = await studyPlaces.listLastOf(memberOf(actor), [groupId]);
  return { group, place };
}
