import { useState, type ReactElement } from 'react';
import {
  campusInstant,
  CardGrid,
  EmptyState,
  NextPage,
  partOf,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { thisHour } from '../parts/this-hour.js';
import { toFinder, type FindFilters } from './find-filters.js';
import { findDocument, friendsDocument } from './found-document.js';
import { FoundCard } from './FoundCard.js';

type FoundListProps = {
  readonly filters: FindFilters;
  /** Where friends go, when only that is asked for. */
  readonly ids: readonly string[] | undefined;
  /** Only this day of the campus, as `YYYY-MM-DD`. */
  readonly day?: string;
  readonly after?: string;
};

/** What fits the filters, with the next page at a press. */
export function FoundList(props: FoundListProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const { filters, ids, day, after } = props;
  const [filter] = useState(() => ({
    ...toFinder(filters, ids),
    ...(day === undefined
      ? { from: thisHour(new Date()) }
      : { from: campusInstant(day, campusZone), to: campusInstant(day, campusZone, 1) }),
  }));
  const query = partOf(
    useGraphQuery(findDocument, { filter, after }),
    ({ foundActivities }) => foundActivities ?? null,
  );
  if (ids?.length === 0) return <Nothing />;
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="10rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('activities.none')}>{t('activities.noneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ cursor, node }) => (
              <FoundCard key={cursor} activity={node} heading="h2" />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(next) => <FoundList {...props} after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function Nothing(): ReactElement {
  const { t } = useTexts();
  return <EmptyState title={t('finding.noFriends')}>{t('finding.noFriendsLead')}</EmptyState>;
}

/** As its children, once it is known where friends go. */
export function WithFriends({
  children,
}: {
  readonly children: (ids: readonly string[]) => ReactElement;
}): ReactElement {
  return (
    <QueryView query={useGraphQuery(friendsDocument, {})} skeleton={<SkeletonList count={4} height="10rem" />}>
      {({ viewer }) => children(viewer.activitiesWithFriends.map(({ id }) => id))}
    </QueryView>
  );
}
