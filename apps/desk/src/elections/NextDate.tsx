import { DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ElectionStatus } from '../generated/elections/graphql.js';
import { nextDate, type FullSchedule } from './next-date.js';

/** The date that an election waits for, if it waits for one. */
export function NextDate({
  election: { status, schedule },
}: {
  readonly election: { readonly status: ElectionStatus; readonly schedule: FullSchedule };
}): ReactElement | null {
  const { t } = useTexts();
  const next = nextDate(status, schedule, Date.now());
  if (next === undefined) return null;
  return (
    <SoftText>
      {t(`elections.date.${next.date}`)}: <DateTimeText instant={next.instant} isRelative />
    </SoftText>
  );
}
