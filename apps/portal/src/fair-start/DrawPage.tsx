import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, EmptyState, Page, QueryView, Skeleton, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { EntryList } from './EntryList.js';
import { fairStartDocument } from './fair-start-documents.js';
import { RecountCard } from './RecountCard.js';

export { words } from './words.js';

/** What was drawn for an activity, and the recount in the reader's own browser. */
export function DrawPage(): ReactElement {
  const { t } = useTexts();
  const activityId = usePlaceParam('activityId');
  const query = useGraphQuery(fairStartDocument, { id: activityId });
  const { data } = query;
  return (
    <Page
      title={t('fairStart.listTitle')}
      lead={
        data?.activity && (
          <Link to="/activities/$activityId/fair-start" params={{ activityId }}>
            {data.activity.title}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ activity }) => activity?.fairStart?.phase !== 'DRAWN'}
        empty={<EmptyState title={t('fairStart.notDrawn')}>{t('fairStart.notDrawnLead')}</EmptyState>}
      >
        {({ activity }) =>
          activity?.fairStart && (
            <Stack>
              <RecountCard activityId={activity.id} fairStart={activity.fairStart} />
              <Card>
                <EntryList activityId={activity.id} ownId={activity.fairStart.viewerEntry?.id} />
              </Card>
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}
