import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { activityNotices } from '../../notice/activity-notice.js';
import type { MemberId } from '../../references/member.js';
import type { Judgement } from '../approval.js';

/** What happened, before it has an id. */
export type Happened = Pick<Judgement, 'kind' | 'memberId' | 'round'> & {
  readonly evidenceKind?: Judgement['evidenceKind'];
  readonly note?: string | undefined;
  readonly now: Date;
};

/** Writes a line into the log of an activity. What others judged its people are told of; what they did themselves they know. */
export async function logJudgement(
  { approvals, outbox }: Pick<Unit<Repositories>, 'approvals' | 'outbox'>,
  ids: IdSource,
  { activity, happened }: { readonly activity: Activity; readonly happened: Happened },
): Promise<void> {
  const { kind, memberId, round, evidenceKind, note, now } = happened;
  const judgement = await approvals.addJudgement({
    id: ids.ordered(),
    activityId: activity.id,
    round,
    kind,
    evidenceKind,
    note,
    memberId,
    judgedAt: now,
  });
  if (kind === 'SUBMITTED') return;
  await outbox.appendMany(
    'ActivityNotice',
    activityNotices({
      notice: 'JUDGED',
      sourceId: judgement.id,
      activityId: activity.id,
      memberIds: peopleOf(activity).filter((id) => id !== memberId),
      now,
    }),
  );
}

/** Whoever organises an activity and is on its team. */
export function peopleOf({ organiserId, team }: Activity): readonly MemberId[] {
  return [...new Set([organiserId, ...team.map(({ memberId }) => memberId)])];
}
