import { ok, type IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { nextRound } from '../approval.js';
import { logJudgement } from './log-judgement.js';

type Submitted = {
  readonly activity: Activity;
  readonly memberId: MemberId;
  readonly lateReason: string | undefined;
  readonly now: Date;
};

/** Opens a round of judging: an activity is submitted, or was moved closer than its tier allows. Call it under its lock. */
export async function openRound(
  unit: Unit<Repositories>,
  ids: IdSource,
  { activity, memberId, lateReason, now }: Submitted,
) {
  const round = nextRound(activity, (await unit.approvals.getFile(activity.id)).approval, { lateReason, now });
  if (!round.ok) return round;
  await unit.approvals.saveRound(round.value);
  const happened = {
    kind: 'SUBMITTED' as const,
    note: round.value.lateReason,
    round: round.value.round,
    memberId,
    now,
  };
  await logJudgement(unit, ids, { activity, happened });
  return ok(round.value);
}
