import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { Card, Cluster, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { CardActivity } from './activity-card-fragment.js';
import { StatusWord } from '../parts/StatusWord.js';

type ActivityCardProps = {
  readonly activity: CardActivity;
  /** The level below the heading the list stands under. */ readonly heading?: 'h2' | 'h3';
  /** What else is told of it where it stands. */ readonly children?: ReactNode;
};

/** One activity of a list. */
export function ActivityCard({ activity, heading: Heading = 'h3', children }: ActivityCardProps): ReactElement {
  const { t } = useTexts();
  const { id, title, kind, place, startsAt, status, phase, seatsLeft, viewerRegistration } = activity;
  const family = status === 'PUBLISHED' && phase !== undefined && phase !== null ? 'phase' : 'activity';
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`activityKind.${kind}`)}</StatusBadge>
        {viewerRegistration ? (
          <StatusWord family="registration" status={viewerRegistration.status} />
        ) : (
          <StatusWord family={family} status={family === 'phase' ? (phase ?? status) : status} />
        )}
      </Cluster>
      <Heading>
        <Link to="/activities/$activityId" params={{ activityId: id }}>
          {title}
        </Link>
      </Heading>
      <SoftText>
        <DateTimeText instant={startsAt} />
        <br />
        {place}
      </SoftText>
      {phase === 'OPEN' && <SoftText isSmall>{describeSeats(t, seatsLeft)}</SoftText>}
      {children}
    </Card>
  );
}

/** How many seats are free, in words. */
export function describeSeats(t: ReturnType<typeof useTexts>['t'], seatsLeft: number | null | undefined): string {
  if (seatsLeft === null || seatsLeft === undefined) return t('activity.everybody');
  return seatsLeft === 0 ? t('activity.full') : t('activity.seatsLeft', { count: seatsLeft });
}
