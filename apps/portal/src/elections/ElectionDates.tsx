import type { ReactElement, ReactNode } from 'react';
import { Card, DateTimeText, Timeline, useTexts } from '@guildhall/ui';
import type { ShownElection } from './election-document.js';
import { electionSteps, type ElectionStep } from './election-steps.js';

/** The dates of an election in their order, and where it is among them. */
export function ElectionDates({ election }: { readonly election: ShownElection }): ReactElement {
  const { t } = useTexts();
  const { schedule, declaredAt, rules } = election;
  const span = (from: string, to: string): ReactNode => (
    <>
      <DateTimeText instant={from} /> – <DateTimeText instant={to} />
    </>
  );
  const details: Readonly<Record<ElectionStep['key'], ReactNode>> = {
    nominations: span(schedule.nominationsOpenAt, schedule.nominationsCloseAt),
    screening: (
      <>
        {t('elections.until')} <DateTimeText instant={schedule.campaignOpensAt} />
      </>
    ),
    campaign: (
      <>
        {t('elections.from')} <DateTimeText instant={schedule.campaignOpensAt} />
      </>
    ),
    voting: span(schedule.votingOpensAt, schedule.votingClosesAt),
    count: schedule.complaintsUntil ? (
      <>
        {t('elections.complaintsUntil')} <DateTimeText instant={schedule.complaintsUntil} />
      </>
    ) : (
      t('elections.complaintDays', { count: rules.complaintDays })
    ),
    declared: declaredAt && <DateTimeText instant={declaredAt} />,
    mandates: <DateTimeText instant={schedule.mandatesStartAt} show="day" />,
  };
  return (
    <Card>
      <h2>{t('elections.dates')}</h2>
      <Timeline
        steps={electionSteps(election, new Date()).map(({ key, state }) => ({
          key,
          state,
          title: t(`elections.step.${key}`),
          detail: details[key] ?? undefined,
        }))}
      />
    </Card>
  );
}
