import { Card, Cluster, DateTimeText, Notice, PersonChip, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { WaitingActivityFragment } from '../generated/approvals/graphql.js';
import { Clashes } from './Clashes.js';
import { Decide } from './Decide.js';
import { EvidenceList } from './EvidenceList.js';

/** An activity that waits, and what to do once something was decided. */
export type WaitingCardProps = { readonly activity: WaitingActivityFragment; readonly onDone: () => void };

/** What an activity is, how much care it needs, what is given for it, what clashes, and what can be decided. */
export function WaitingCard({ activity, onDone }: WaitingCardProps): ReactElement {
  const { t } = useTexts();
  const { title, summary, group, organiser, riskTier, approval } = activity;
  return (
    <Card as="article">
      <h2>{title}</h2>
      <Cluster>
        <StatusBadge tone={riskTier > 1 ? 'warn' : 'info'}>{t('approvals.tier', { tier: riskTier })}</StatusBadge>
        {typeof approval?.lateReason === 'string' && <StatusBadge tone="danger">{t('approvals.late')}</StatusBadge>}
        <SoftText isSmall>{group?.name}</SoftText>
        <PersonChip name={organiser?.displayName} />
      </Cluster>
      <WhenAndWhere activity={activity} />
      <p>{summary}</p>
      {approval && <Notices approval={approval} />}
      {approval && <EvidenceList activityId={activity.id} evidence={approval.evidence} onDone={onDone} />}
      <Clashes activityId={activity.id} />
      <Decide activity={activity} onDone={onDone} />
    </Card>
  );
}

function WhenAndWhere({ activity }: Pick<WaitingCardProps, 'activity'>): ReactElement {
  const { t } = useTexts();
  const { startsAt, endsAt, place, venue, capacity } = activity;
  return (
    <p>
      <DateTimeText instant={startsAt} /> – <DateTimeText instant={endsAt} /> · {venue?.name ?? place}
      {typeof capacity === 'number' && ` · ${t('approvals.places', { count: capacity })}`}
    </p>
  );
}

function Notices({
  approval: { noticeDays, lateReason, approversNeeded, approvalsGiven },
}: {
  readonly approval: NonNullable<WaitingActivityFragment['approval']>;
}): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <SoftText isSmall>{t('approvals.notice', { count: noticeDays })}</SoftText>
      {typeof lateReason === 'string' && <Notice tone="warn">{lateReason}</Notice>}
      {approversNeeded > 1 && (
        <SoftText isSmall>{t('approvals.approvers', { given: approvalsGiven, count: approversNeeded })}</SoftText>
      )}
    </>
  );
}
