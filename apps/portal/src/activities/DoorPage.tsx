import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import type { DoorListQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { lazyPart } from '../parts/lazy-part.js';
import { Rows } from '../parts/Rows.js';
import { DoorRow } from './DoorRow.js';
import { closeAttendanceDocument } from './organiser-documents.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './door-words.js';

const DoorSetup = lazyPart(() => import('../door/DoorSetup.js'), 'DoorSetup');

const document = graphql(`
  query DoorList($id: ID!, $after: String) {
    activity(id: $id) {
      id
      title
      startsAt
      seatsTaken
      waitingCount
      viewerActions
      doorActions
      registrations(first: 100, after: $after) {
        edges {
          node {
            id
            status
            waitingPlace
            checkedInAt
            viewerActions
            scans {
              id
              direction
              scannedAt
              deviceLabel
              viewerActions
            }
            member {
              id
              displayName
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type DoorActivity = NonNullable<DoorListQuery['activity']>;
/** The list at the door: who comes in, and afterwards who was there. */
export function DoorPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('door.title')} lead={t('door.lead')}>
      <SignedIn>
        <DoorList activityId={usePlaceParam('activityId')} />
      </SignedIn>
    </Page>
  );
}

function DoorList({ activityId, after }: { readonly activityId: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const query = useGraphQuery(document, { id: activityId, after });
  const empty = (
    <EmptyState picture="door" title={t('door.none')}>
      {t('door.noneLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={6} height="4rem" />}
      isEmpty={({ activity }) => !activity || activity.registrations.edges.length === 0}
      empty={empty}
    >
      {({ activity }) =>
        activity && (
          <Stack>
            {after === undefined && (
              <Suspense fallback={null}>
                <DoorSetup activityId={activityId} />
              </Suspense>
            )}
            <Card>
              {after === undefined && <DoorHead activity={activity} onChange={query.reload} />}
              <Rows>
                {activity.registrations.edges.map(({ node }) => (
                  <DoorRow key={node.id} registration={node} onChange={query.reload} />
                ))}
              </Rows>
            </Card>
            {activity.registrations.pageInfo.hasNextPage && !isOpen && (
              <Button onPress={() => setOpen(true)}>{t('table.loadMore')}</Button>
            )}
            {isOpen && (
              <DoorList activityId={activityId} after={activity.registrations.pageInfo.endCursor ?? undefined} />
            )}
          </Stack>
        )
      }
    </QueryView>
  );
}

function DoorHead({
  activity,
  onChange,
}: {
  readonly activity: DoorActivity;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const close = useAction(closeAttendanceDocument, (data) => data.closeAttendance);
  return (
    <>
      <h2>{activity.title}</h2>
      <Cluster>
        <DateTimeText instant={activity.startsAt} />
        <span>{t('door.seats', { count: activity.seatsTaken })}</span>
        {activity.waitingCount > 0 && <span>{t('activity.waiting', { count: activity.waitingCount })}</span>}
      </Cluster>
      {activity.doorActions.includes('SCAN') && (
        <Cluster>
          <Link
            className={buttonClass}
            data-look="primary"
            to="/activities/$activityId/scan"
            params={{ activityId: activity.id }}
          >
            {t('scan.open')}
          </Link>
        </Cluster>
      )}
      <ActionButton
        viewerActions={activity.viewerActions}
        action="CLOSE_ATTENDANCE"
        label={t('organiser.close')}
        confirm={{ title: t('organiser.closeTitle'), body: t('organiser.closeBody'), label: t('organiser.close') }}
        onRun={() => close({ input: { activityId: activity.id } })}
        onDone={onChange}
      />
    </>
  );
}
