import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { StudyGroupId } from '../study-group/study-group.js';
import type { StudyRepositories } from '../wiring/study.js';
import type { StudyNote } from './study-note.js';
import type { Presence, StudyAttendance, StudySession, StudySessionId } from './study-session.js';

/** The batching reads of sessions, for one request. */
export function createStudySessionLoaders(
  actor: Actor,
  { studySessions, studyAttendance, studyNotes }: StudyRepositories,
) {
  return {
    studySessions: new DataLoader<StudySessionId, StudySession | null>(async (ids) => {
      const byId = new Map((await studySessions.listVisible(actor, ids)).map((session) => [session.id, session]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    nextStudySessions: new DataLoader<StudyGroupId, StudySession | null>(async (ids) => {
      const next = await studySessions.listNext(actor, ids);
      const byGroup = new Map(next.map((session) => [session.groupId, session]));
      return ids.map((id) => byGroup.get(id) ?? null);
    }),
    studyPresence: new DataLoader<StudySessionId, Presence>(async (ids) => {
      const counts = await studyAttendance.count(actor, ids);
      return ids.map((id) => counts.get(id) ?? { count: 0, isViewer: false });
    }),
    studyAttendance: new DataLoader<StudySessionId, readonly StudyAttendance[]>(async (ids) => {
      const bySession = Map.groupBy(await studyAttendance.listForHost(actor, ids), ({ sessionId }) => sessionId);
      return ids.map((id) => bySession.get(id) ?? []);
    }),
    studyNotes: new DataLoader<StudySessionId, readonly StudyNote[]>(async (ids) => {
      const bySession = Map.groupBy(await studyNotes.listOf(actor, ids), ({ sessionId }) => sessionId);
      return ids.map((id) => bySession.get(id) ?? []);
    }),
  };
}
