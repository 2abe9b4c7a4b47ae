import type { ReactElement } from 'react';
import type { TimelineStep } from '@guildhall/ui';
import { DateTimeText, Stack, Timeline, useTexts } from '@guildhall/ui';
import type { BoxedReferral } from './referral-box-document.js';

const states: Readonly<Record<BoxedReferral['milestones'][number]['status'], TimelineStep['state']>> = {
  PROMISED: 'next',
  LATE: 'problem',
  DONE: 'done',
};

/** What the department promised and until when; nothing while it promised nothing. */
export function ReferralMilestones({ milestones }: Pick<BoxedReferral, 'milestones'>): ReactElement | null {
  const { t } = useTexts();
  if (milestones.length === 0) return null;
  const steps = milestones.map(({ id, text, status, dueAt, doneAt }) => ({
    key: id,
    title: text ?? t('case.erased'),
    state: states[status],
    detail: (
      <>
        {t(`glassBox.promise.${status}`)} <DateTimeText instant={doneAt ?? dueAt} show="day" />
      </>
    ),
  }));
  return (
    <Stack gap="small">
      <h2>{t('glassBox.promises')}</h2>
      <Timeline steps={steps} />
    </Stack>
  );
}
