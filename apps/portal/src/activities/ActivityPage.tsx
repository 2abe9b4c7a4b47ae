import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ShareLink } from '../calendar/ShareLink.js';
import { Facts } from '../parts/Facts.js';
import { lazyPart } from '../parts/lazy-part.js';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { activityDocument, type ShownActivity } from './activity-document.js';
import { describeSeats } from './ActivityCard.js';
import { MoreLinks } from './MoreLinks.js';
import { RegistrationPart } from './RegistrationPart.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './words.js';

/** Below the rest, so that the page never waits for it. */
const CompanyCard = lazyPart(() => import('../company/CompanyCard.js'), 'CompanyCard');

/** What is asked of people comes after what the activity is. */
const AskingCard = lazyPart(() => import('../asking/AskingCard.js'), 'AskingCard');

/** Only who has a place has a pass. */
const PassCard = lazyPart(() => import('../door/PassCard.js'), 'PassCard');

/** Only its people and its judges run and prepare it. */
const OrganiserPart = lazyPart(() => import('./OrganiserPart.js'), 'OrganiserPart');
const PreparePart = lazyPart(() => import('../venues/PreparePart.js'), 'PreparePart');

/** One activity: what it is, the viewer's own place, and for its people what to do next. */
export function ActivityPage(): ReactElement {
  const { t } = useTexts();
  const activityId = usePlaceParam('activityId');
  const query = useGraphQuery(activityDocument, { id: activityId });
  const { data, reload } = query;
  return (
    <Page
      title={data?.activity?.title ?? t('activity.title')}
      lead={data?.activity && <WhenAndWhere activity={data.activity} />}
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ activity }) => activity === null || activity === undefined}
        empty={<EmptyState title={t('activity.missing')}>{t('activity.missingLead')}</EmptyState>}
      >
        {({ activity }) =>
          activity && (
            <Stack>
              <RegistrationPart activity={activity} onChange={reload} />
              {activity.viewerRegistration && (
                <Suspense fallback={null}>
                  <PassCard activityId={activity.id} onChange={reload} />
                </Suspense>
              )}
              <MoreLinks activity={activity} />
              <ActivityFacts activity={activity} />
              <Suspense fallback={null}>
                <AskingCard key={activity.viewerRegistration?.id ?? 'none'} activityId={activity.id} />
              </Suspense>
              <ShareLink activityId={activity.id} />
              <Suspense fallback={null}>
                <CompanyCard activityId={activity.id} />
              </Suspense>
              {activity.facts && (
                <Suspense fallback={null}>
                  <OrganiserPart activity={activity} onChange={reload} />
                  <PreparePart
                    activityId={activity.id}
                    startsAt={activity.startsAt}
                    endsAt={activity.endsAt}
                    onChange={reload}
                  />
                </Suspense>
              )}
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

function WhenAndWhere({ activity: { startsAt, place } }: { readonly activity: ShownActivity }): ReactElement {
  return (
    <>
      <DateTimeText instant={startsAt} /> · {place}
    </>
  );
}

function ActivityFacts({ activity }: { readonly activity: ShownActivity }): ReactElement {
  const { t } = useTexts();
  const { group, phase, status, seatsLeft, waitingCount, postponedAt, statusReason } = activity;
  const seats = describeSeats(t, seatsLeft);
  return (
    <Card>
      <Cluster>
        <StatusBadge>{t(`activityKind.${activity.kind}`)}</StatusBadge>
        {phase ? <StatusWord family="phase" status={phase} /> : <StatusWord family="activity" status={status} />}
      </Cluster>
      {status === 'CANCELLED' && <Notice tone="danger">{statusReason ?? t('status.activity.CANCELLED')}</Notice>}
      {postponedAt && <Notice tone="warn">{t('activity.postponed')}</Notice>}
      <Prose>{activity.summary}</Prose>
      <Facts
        facts={[
          { name: t('activity.ends'), value: <DateTimeText instant={activity.endsAt} /> },
          {
            name: t('activity.group'),
            value: group && (
              <Link to="/groups/$groupId" params={{ groupId: group.id }}>
                {group.name}
              </Link>
            ),
          },
          {
            name: t('activity.seats'),
            value: waitingCount > 0 ? `${seats} ${t('activity.waiting', { count: waitingCount })}` : seats,
          },
          {
            name: t('activity.opens'),
            value: phase === 'REGISTRATION_NOT_OPEN' && <DateTimeText instant={activity.registrationOpensAt} />,
          },
          {
            name: t('activity.closes'),
            value: <DateTimeText instant={activity.registrationClosesAt} isRelative={phase === 'OPEN'} />,
          },
        ].filter(({ value }) => value !== false)}
      />
    </Card>
  );
}
