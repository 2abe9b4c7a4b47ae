import { Card, DateTimeText, Timeline, useTexts, type TimelineStep } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RunElectionFragment } from '../generated/election/graphql.js';
import { nextDate } from './next-date.js';

const order = [
  'nominationsOpenAt',
  'nominationsCloseAt',
  'campaignOpensAt',
  'votingOpensAt',
  'votingClosesAt',
  'complaintsUntil',
  'mandatesStartAt',
] as const;

/** What was agreed for when, with what is over and what comes next. */
export function DatesPart({ election }: { readonly election: RunElectionFragment }): ReactElement {
  const { t } = useTexts();
  const { schedule, status } = election;
  const now = Date.now();
  const next = nextDate(status, schedule, now)?.date;
  const stateOf = (date: (typeof order)[number]): TimelineStep['state'] => {
    if (status === 'VOIDED' || status === 'SUSPENDED') return isOver(date) ? 'done' : 'problem';
    if (isOver(date)) return 'done';
    return date === next ? 'now' : 'next';
  };
  const isOver = (date: (typeof order)[number]): boolean => {
    const instant = schedule[date];
    return typeof instant === 'string' && Date.parse(instant) <= now;
  };
  return (
    <Card>
      <h2>{t('elections.dates')}</h2>
      <Timeline
        steps={order.map((date) => ({
          key: date,
          title: t(`elections.date.${date}`),
          state: stateOf(date),
          detail:
            date === 'complaintsUntil' && typeof schedule.complaintsUntil !== 'string' ? (
              t('elections.complaintDays', { count: election.rules.complaintDays })
            ) : (
              <DateTimeText
                instant={schedule[date]}
                show={date === 'mandatesStartAt' ? 'day' : 'day-and-time'}
                isRelative
              />
            ),
        }))}
      />
    </Card>
  );
}
