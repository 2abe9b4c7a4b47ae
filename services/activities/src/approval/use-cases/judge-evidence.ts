import { err, FieldChecks, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import type { EvidenceKind } from '../approval-rules.js';
import { evidenceLifecycle, type Evidence } from '../approval.js';
import { approvalPolicy } from '../approval.policy.js';
import { logJudgement } from './log-judgement.js';

/** Which evidence, whether it is enough, and if not what is missing. */
export type JudgeEvidence = {
  readonly activityId: ActivityId;
  readonly kind: EvidenceKind;
  readonly isAccepted: boolean;
  readonly note: string | undefined;
};

const happenedBy = { ACCEPT: 'EVIDENCE_ACCEPTED', RETURN: 'EVIDENCE_RETURNED' } as const;

/** Accepts one kind of evidence, or returns it with what is missing. */
export function judgeEvidence(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, kind, isAccepted, note }: JudgeEvidence,
) {
  return transaction(async (unit) => {
    const { activities, approvals } = unit;
    const action = isAccepted ? 'ACCEPT' : 'RETURN';
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const memberId = memberOf(actor);
    if (memberId === undefined || !approvalPolicy.can(actor, action, activity))
      return err(notAllowed(action, 'Evidence'));
    if (!approvalPolicy.isTime(action, activity)) return err(illegalTransition(action, activity.status));
    const { approval, evidence } = await approvals.getFile(activity.id);
    const found = evidence.find((given) => given.kind === kind);
    if (found === undefined) return err(notFound('Evidence'));
    const now = clock.now();
    const judged = decide(found, { action, note, now });
    if (!judged.ok) return judged;
    await approvals.saveEvidence(judged.value);
    await logJudgement(unit, ids, {
      activity,
      happened: {
        kind: happenedBy[action],
        evidenceKind: kind,
        note: judged.value.note,
        round: approval?.round ?? 1,
        memberId,
        now,
      },
    });
    return ok(activity);
  });
}

type Decision = { readonly action: 'ACCEPT' | 'RETURN'; readonly note: string | undefined; readonly now: Date };

/** Evidence that is enough needs no word; what is returned says what is missing. */
function decide(found: Evidence, { action, note = '', now }: Decision) {
  const status = evidenceLifecycle.next(action, found, now);
  if (!status.ok) return status;
  const judged: Evidence = { ...found, status: status.value };
  if (action === 'ACCEPT') return ok({ ...judged, note: undefined });
  return new FieldChecks().text('note', note, { max: 1000 }).finish({ ...judged, note: note.trim() });
}
