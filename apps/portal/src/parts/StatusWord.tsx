import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';

const tones: Readonly<Record<string, Tone>> = {
  CONFIRMED: 'good',
  CHECKED_IN: 'good',
  ATTENDED: 'good',
  WAITLISTED: 'warn',
  NO_SHOW: 'danger',
  OPEN: 'info',
  APPROVED: 'good',
  SUBMITTED: 'info',
  CHANGES_REQUESTED: 'warn',
  CANCELLED: 'danger',
  DECLINED: 'danger',
  WAITING_STUDENT: 'warn',
  INFO_REQUESTED: 'warn',
  DRAFTED: 'warn',
  SENT: 'info',
  RESPONDED: 'good',
  PASSED: 'good',
  COMPLETED: 'good',
  AVAILABLE: 'info',
  STARTED: 'info',
  RETURNED: 'warn',
  IN_PROGRESS: 'info',
  RAISED: 'info',
  RESOLVED: 'good',
  REOPENED: 'warn',
  GATHERING: 'info',
  QUALIFIED: 'good',
  ADOPTED: 'good',
  NOT_ADOPTED: 'danger',
  NOT_FILED: 'danger',
  MERGE_OFFERED: 'warn',
  REFERRED: 'info',
  ACKNOWLEDGED: 'info',
  ANSWERED: 'good',
  RECONSIDERED: 'warn',
  IN_DELIVERY: 'info',
  DELIVERED: 'good',
  CLOSED: 'good',
};

/** Which lifecycle a status belongs to; the same name may mean different things in two of them. */
export type StatusFamily =
  | 'activity'
  | 'phase'
  | 'registration'
  | 'door'
  | 'case'
  | 'referral'
  | 'enrolment'
  | 'step'
  | 'group'
  | 'issue'
  | 'proposal';

/** The status of a thing in the reader's language. */
export function StatusWord({
  family,
  status,
}: {
  readonly family: StatusFamily;
  readonly status: string;
}): ReactElement {
  const { t } = useTexts();
  return (
    <StatusBadge tone={tones[status] ?? 'neutral'}>
      {t([`status.${family}.${status}`, `status.registration.${status}`])}
    </StatusBadge>
  );
}
