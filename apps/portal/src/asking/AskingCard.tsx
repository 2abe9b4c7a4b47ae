import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Card, Cluster, useGraphQuery, useTexts } from '@guildhall/ui';
import { askingDocument, type ShownAsking } from './asking-documents.js';
import { NeedsFigures } from './NeedsFigures.js';
import { OwnAnswers } from './OwnAnswers.js';
import { ShareNeeds } from './ShareNeeds.js';

export { words } from './words.js';

/** What is asked of people at an activity: the viewer's own answers and needs, and the figures for who organises it. */
export function AskingCard({ activityId }: { readonly activityId: string }): ReactElement | null {
  const { data, reload } = useGraphQuery(askingDocument, { id: activityId });
  const activity = data?.activity;
  if (!activity) return null;
  return (
    <>
      <OwnAnswers activity={activity} onChange={reload} />
      <ShareNeeds activity={activity} onChange={reload} />
      <ForOrganisers activity={activity} />
    </>
  );
}

function ForOrganisers({ activity }: { readonly activity: ShownAsking }): ReactElement | null {
  const { t } = useTexts();
  const { id, needs, needsActions, questionActions } = activity;
  const place = { className: buttonClass, 'data-look': 'plain', params: { activityId: id } };
  if (!needs && questionActions.length === 0) return null;
  return (
    <Card>
      <h2>{t('asking.whoComes')}</h2>
      {needs && <NeedsFigures needs={needs} />}
      <Cluster>
        {questionActions.length > 0 && (
          <Link {...place} to="/activities/$activityId/questions">
            {t('asking.questions')}
          </Link>
        )}
        {needsActions?.includes('READ_NAMES') && (
          <Link {...place} to="/activities/$activityId/needs">
            {t('asking.names')}
          </Link>
        )}
      </Cluster>
    </Card>
  );
}
