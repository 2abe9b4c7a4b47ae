import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { StudyRepositories } from '../wiring/study.js';
import type { StudyGroup, StudyGroupId } from './study-group.js';
import type { StudyPlace, StudyPlaceId } from './study-place.js';

/** The batching reads of study groups and places, for one request. */
export function createStudyGroupLoaders(actor: Actor, { studyGroups, studyPlaces }: StudyRepositories) {
  return {
    studyGroups: new DataLoader<StudyGroupId, StudyGroup | null>(async (ids) => {
      const byId = new Map((await studyGroups.listVisible(actor, ids)).map((group) => [group.id, group]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    ownStudyPlaces: new DataLoader<StudyGroupId, StudyPlace | undefined>(async (ids) => {
      const own = await studyPlaces.listLastOf(memberOf(actor), ids);
      const byGroup = new Map(own.map((place) => [place.groupId, place]));
      return ids.map((id) => byGroup.get(id));
    }),
    seatCounts: new DataLoader<StudyGroupId, number>(async (ids) => {
      const counts = await studyPlaces.countSeats(ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    studyWaitingPlaces: new DataLoader<StudyPlaceId, number | null>(async (ids) => {
      const counts = await studyPlaces.countBefore(ids);
      return ids.map((id) => counts.get(id) ?? null);
    }),
  };
}
