import type { ReactElement } from 'react';
import { Stack, useGraphQuery } from '@guildhall/ui';
import { afterDocument } from './after-documents.js';
import { FeedbackForm } from './FeedbackForm.js';
import { FeedbackSummary } from './FeedbackSummary.js';
import { PhotoForm } from './PhotoForm.js';
import { PhotoTeam } from './PhotoTeam.js';
import { ThanksCard } from './ThanksCard.js';

/** What comes after an activity, and its photos: each part for those whom it concerns, nothing for others. */
export function AfterPart({ activityId }: { readonly activityId: string }): ReactElement | null {
  const { data, reload } = useGraphQuery(afterDocument, { id: activityId });
  const activity = data?.activity;
  if (!activity) return null;
  const { feedback, viewerRegistration } = activity;
  return (
    <Stack>
      {feedback?.viewerActions.includes('GIVE') && (
        <FeedbackForm activityId={activityId} feedback={feedback} onChange={reload} />
      )}
      {feedback?.summary && <FeedbackSummary activityId={activityId} feedback={feedback} />}
      {viewerRegistration && <PhotoForm registration={viewerRegistration} onChange={reload} />}
      <PhotoTeam activity={activity} />
      <ThanksCard activity={activity} onChange={reload} />
    </Stack>
  );
}
