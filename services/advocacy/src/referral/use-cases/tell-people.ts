import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { NoticeReason } from '../../inbox/notice.js';
import type { Referral, ReferralFile } from '../referral.js';

/** What to tell, and of which event: the same event is told once. */
export type Told = { readonly reason: NoticeReason; readonly sourceId: string };

type Inbox = Pick<Unit<Repositories>, 'inbox'>;

/** Tells the student of a referral's case; never a word of it. */
export function tellStudent({ inbox }: Inbox, { referral, sides }: ReferralFile, told: Told): Promise<void> {
  return inbox.tellStudent({ ...sides, caseId: referral.caseId }, { ...told, referralId: referral.id });
}

/** Tells the case worker, if the case has one. */
export function tellWorker({ inbox }: Inbox, { referral, sides }: ReferralFile, told: Told): Promise<void> {
  return inbox.tellWorker({ ...sides, caseId: referral.caseId }, { ...told, referralId: referral.id });
}

/** Tells the department, which is pointed to its referral and to no case. */
export function tellDepartment(
  { inbox }: Inbox,
  { id: referralId, departmentId }: Referral,
  told: Told,
): Promise<void> {
  return inbox.tell({ to: { kind: 'DEPARTMENT', departmentId }, referralId, ...told });
}

/** A matter was sent on: the student is asked for consent anew; from the second time on the advice managers know that it goes round. */
export async function tellOfRedirect(
  unit: Pick<Unit<Repositories>, 'inbox' | 'referrals'>,
  {
    file,
    draft,
    times,
    now,
  }: { readonly file: ReferralFile; readonly draft: Referral; readonly times: number; readonly now: Date },
): Promise<void> {
  const sourceId = draft.id;
  await tellStudent(unit, { ...file, referral: draft }, { reason: 'CONSENT_WANTED', sourceId });
  if (times < 2) return;
  for (const subject of await unit.referrals.listAdviceManagers(now))
    await unit.inbox.tell({
      to: { kind: 'STAFF', subject },
      reason: 'REDIRECTED_TWICE',
      sourceId,
      caseId: draft.caseId,
    });
}
