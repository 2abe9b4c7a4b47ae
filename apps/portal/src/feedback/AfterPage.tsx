import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyState, Page, QueryView, Skeleton, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { afterDocument } from './after-documents.js';
import { FeedbackForm } from './FeedbackForm.js';
import { FeedbackSummary } from './FeedbackSummary.js';
import { PhotoForm } from './PhotoForm.js';
import { PhotoTeam } from './PhotoTeam.js';
import { ThanksCard } from './ThanksCard.js';

export { words } from './words.js';

/** What comes after an activity, and its photos: each part for those whom it concerns, nothing for others. */
export function AfterPage(): ReactElement {
  const { t } = useTexts();
  const activityId = usePlaceParam('activityId');
  const query = useGraphQuery(afterDocument, { id: activityId });
  const { data, reload } = query;
  return (
    <Page
      title={t('after.title')}
      lead={
        data?.activity && (
          <Link to="/activities/$activityId" params={{ activityId }}>
            {data.activity.title}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        skeleton={<Skeleton height="24rem" />}
        isEmpty={({ activity }) => activity === null || activity === undefined}
        empty={<EmptyState title={t('after.missing')}>{t('after.missingLead')}</EmptyState>}
      >
        {({ activity }) =>
          activity && (
            <Stack>
              {activity.feedback?.viewerActions.includes('GIVE') && (
                <FeedbackForm activityId={activityId} feedback={activity.feedback} onChange={reload} />
              )}
              {activity.feedback?.summary && <FeedbackSummary activityId={activityId} feedback={activity.feedback} />}
              {activity.viewerRegistration && (
                <PhotoForm registration={activity.viewerRegistration} onChange={reload} />
              )}
              <PhotoTeam activity={activity} />
              <ThanksCard activity={activity} onChange={reload} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}
