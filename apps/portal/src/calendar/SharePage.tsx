import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { describeSeats } from '../activities/ActivityCard.js';
import type { SharedActivityQuery } from '../generated/graphql.js';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { usePlaceParam } from '../parts/use-place.js';
import { CopyAddress } from '../parts/CopyAddress.js';
import { calendarAddress } from './calendar-address.js';
import { sharedActivityDocument } from './calendar-documents.js';
import { languageName } from './language-name.js';

export { words } from './words.js';

type Shared = NonNullable<SharedActivityQuery['activity']>;

/** What anybody sees who was sent an activity, signed in or not. */
export function SharePage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(sharedActivityDocument, { id: usePlaceParam('activityId') });
  const activity = query.data?.activity;
  return (
    <Page
      title={activity?.title ?? t('sharePage.title')}
      lead={
        activity && (
          <>
            <DateTimeText instant={activity.startsAt} /> · {activity.place}
          </>
        )
      }
    >
      {activity && <meta name="description" content={`${activity.place} · ${activity.summary.slice(0, 160)}`} />}
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={(data) => data.activity === null || data.activity === undefined}
        empty={<EmptyState title={t('sharePage.missing')}>{t('sharePage.missingLead')}</EmptyState>}
      >
        {({ activity: shared }) => shared && <SharedActivity activity={shared} />}
      </QueryView>
    </Page>
  );
}

function SharedActivity({ activity }: { readonly activity: Shared }): ReactElement {
  const { t } = useTexts();
  const { id, status, phase, statusReason, postponedAt, group } = activity;
  const isCancelled = status === 'CANCELLED';
  return (
    <Stack>
      <Card>
        <Cluster>
          <StatusBadge>{t(`activityKind.${activity.kind}`)}</StatusBadge>
          {phase ? <StatusWord family="phase" status={phase} /> : <StatusWord family="activity" status={status} />}
        </Cluster>
        {isCancelled && (
          <Notice tone="danger">
            {t('sharePage.cancelled')} {statusReason}
          </Notice>
        )}
        {postponedAt && !isCancelled && <Notice tone="warn">{t('sharePage.moved')}</Notice>}
        <Prose>{activity.summary}</Prose>
        <SharedFacts activity={activity} />
        {!isCancelled && (
          <Link className={buttonClass} data-look="primary" to="/activities/$activityId" params={{ activityId: id }}>
            {t('sharePage.toActivity')}
          </Link>
        )}
      </Card>
      <Card>
        <Stack>
          <h2>{t('sharePage.share')}</h2>
          <CopyAddress words="calendarFeed" address={`${window.location.origin}/a/${id}`} label={t('sharePage.copy')} />
          <Cluster>
            <a className={buttonClass} data-look="plain" href={`/calendar-files/activities/${id}.ics`} download>
              {t(isCancelled ? 'sharePage.fileCancelled' : 'sharePage.file')}
            </a>
          </Cluster>
          {group && (
            <>
              <SoftText>{t('sharePage.groupCalendar', { group: group.name })}</SoftText>
              <CopyAddress
                words="calendarFeed"
                address={calendarAddress(`groups/${group.id}.ics`)}
                label={t('sharePage.copyGroup')}
              />
            </>
          )}
        </Stack>
      </Card>
    </Stack>
  );
}

function SharedFacts({ activity }: { readonly activity: Shared }): ReactElement {
  const { t, language } = useTexts();
  const { endsAt, place, group, phase, seatsLeft, languages, accessFeatures } = activity;
  const facts = [
    { name: t('sharePage.starts'), value: <DateTimeText instant={activity.startsAt} /> },
    { name: t('sharePage.ends'), value: <DateTimeText instant={endsAt} /> },
    { name: t('sharePage.place'), value: place },
    ...(group ? [{ name: t('sharePage.group'), value: group.name }] : []),
    ...(phase === 'OPEN' ? [{ name: t('sharePage.seats'), value: describeSeats(t, seatsLeft) }] : []),
    ...(languages.length > 0
      ? [{ name: t('finding.language'), value: languages.map((tag) => languageName(tag, language)).join(', ') }]
      : []),
    ...(accessFeatures.length > 0
      ? [
          {
            name: t('finding.accessLabel'),
            value: accessFeatures.map((feature) => t(`finding.access.${feature}`)).join(', '),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}
