import {
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  validationError,
  type Actor,
  type Id,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { studySessionLifecycle, type StudySessionId } from '../study-session.js';
import { studySessionPolicy } from '../study-session.policy.js';
import { settleLeading } from './settle-leading.js';

/** Who was at a session and who was not. Who is in neither list stays as they are. */
export type RecordStudyAttendance = {
  readonly sessionId: StudySessionId;
  readonly presentIds: readonly Id<'Member'>[];
  readonly absentIds: readonly Id<'Member'>[];
};

const idsMax = 50;

/** Says who was there. Of a session that is over it is a correction: what followed from it is brought in line at once. */
export function recordStudyAttendance({ transaction, clock }: Deps, actor: Actor, input: RecordStudyAttendance) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.studyFacts.findSessionLocked(actor, input.sessionId);
    if (facts === null) return err(notFound('StudySession'));
    const { session } = facts;
    if (!studySessionPolicy.can(actor, 'RECORD', facts)) return err(notAllowed('RECORD', 'StudySession'));
    if (!studySessionLifecycle.can('RECORD', facts, now)) return err(illegalTransition('RECORD', session.status));
    const { presentIds, absentIds } = input;
    if (presentIds.length > idsMax || absentIds.length > idsMax) return err(tooMany);
    const known = await unit.studyAttendance.listKnown(session.id, [...presentIds, ...absentIds]);
    if ([...presentIds, ...absentIds].some((id) => !known.includes(id))) return err(notFound('Member'));
    if (presentIds.some((id) => absentIds.includes(id))) return err(bothWays);
    const said = known.map((memberId) => ({ memberId, isPresent: presentIds.includes(memberId) }));
    await unit.studyAttendance.record(
      said.map((one) => ({ ...one, sessionId: session.id, isByThemselves: false })),
      now,
    );
    return ok(session.status === 'DONE' ? await settleLeading(unit, session, now) : session);
  });
}

const tooMany = validationError([
  { path: 'presentIds', rule: 'TOO_LONG', message: `List at most ${idsMax} members at a time.` },
]);
const bothWays = validationError([
  { path: 'absentIds', rule: 'CONTRADICTION', message: 'Nobody was there and not there.' },
]);
