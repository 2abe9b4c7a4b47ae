import { hearFact } from '../../record/use-cases/hear-fact.js';
import { isLed, type StudySession } from '../study-session.js';
import type { StudyUnit } from './plan-sessions.js';

/**
 * Brings the fact that somebody led a session in line with who was there, inside the caller's transaction and under the
 * lock of the group: it is recorded once, taken back when a correction says so, and recorded again when that is corrected.
 */
export async function settleLeading(unit: StudyUnit, session: StudySession, now: Date): Promise<StudySession> {
  const isTrue = isLed(session, await unit.studyAttendance.listAll(session.id));
  const wasTrue = session.ledById !== undefined;
  if (isTrue === wasTrue || session.hostId === undefined) return session;
  const saved = await unit.studySessions.save({ ...session, ledById: isTrue ? session.hostId : undefined });
  const fact = {
    source: 'learning',
    aggregate: 'StudySession',
    aggregateId: session.id,
    sequence: undefined,
    kind: 'LED_SESSION',
  } as const;
  const minutes = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
  await hearFact(
    unit,
    isTrue
      ? {
          ...fact,
          says: 'STANDS',
          memberIds: [session.hostId],
          at: session.endsAt,
          until: undefined,
          minutes,
          detail: { sessionId: session.id },
        }
      : { ...fact, says: 'TAKEN_BACK', at: now },
    now,
  );
  return saved;
}
