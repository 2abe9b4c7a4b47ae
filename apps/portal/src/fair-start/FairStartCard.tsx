import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Card, Cluster, useGraphQuery, useTexts } from '@guildhall/ui';
import { fairStartDocument } from './fair-start-documents.js';
import { FairStartStand } from './FairStartStand.js';
import { PlanFairStart } from './PlanFairStart.js';

type CardProps = { readonly activityId: string; readonly onChange: () => void };

/** The draw of an activity on its page; nothing where there is none and the viewer cannot plan one. */
export function FairStartCard({ activityId, onChange }: CardProps): ReactElement | null {
  const { t } = useTexts();
  const { data, reload } = useGraphQuery(fairStartDocument, { id: activityId });
  const activity = data?.activity;
  if (!activity || (!activity.fairStart && !activity.fairStartActions.includes('PLAN'))) return null;
  const change = (): void => {
    reload();
    onChange();
  };
  return (
    <Card>
      <h2>{t('fairStart.title')}</h2>
      {activity.fairStart && <FairStartStand activity={activity} fairStart={activity.fairStart} onChange={change} />}
      <Cluster>
        {activity.fairStart && (
          <Link
            className={buttonClass}
            data-look="plain"
            to="/activities/$activityId/fair-start"
            params={{ activityId }}
          >
            {t(activity.fairStart.phase === 'DRAWN' ? 'fairStart.seeDraw' : 'fairStart.howItWorks')}
          </Link>
        )}
        <PlanFairStart activity={activity} onChange={change} />
      </Cluster>
    </Card>
  );
}
