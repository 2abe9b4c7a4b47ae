import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, useTexts } from '@guildhall/ui';
import type { ShownActivity } from './activity-document.js';

/** Where the draw of an activity is, and what comes after it with its photos, for those who find something there. */
export function MoreLinks({ activity }: { readonly activity: ShownActivity }): ReactElement | null {
  const { t } = useTexts();
  const { fairStartActions, feedback } = activity;
  const canEnter = fairStartActions.includes('ENTER');
  const hasDraw = findsDraw(activity);
  const hasAfter = findsAfter(activity);
  const place = { className: buttonClass, params: { activityId: activity.id } };
  if (!hasDraw && !hasAfter) return null;
  return (
    <Cluster>
      {hasDraw && (
        <Link {...place} data-look={canEnter ? 'primary' : 'plain'} to="/activities/$activityId/fair-start">
          {t(canEnter ? 'activityMore.enter' : 'activityMore.draw')}
        </Link>
      )}
      {hasAfter && (
        <Link
          {...place}
          data-look={feedback?.viewerActions.includes('GIVE') ? 'primary' : 'plain'}
          to="/activities/$activityId/after"
        >
          {t(feedback ? 'activityMore.after' : 'activityMore.photos')}
        </Link>
      )}
    </Cluster>
  );
}

function findsDraw({ fairStart, fairStartActions }: ShownActivity): boolean {
  return fairStart != null || fairStartActions.includes('PLAN');
}

function findsAfter({ viewerRegistration, photoCounts, feedback, canThank }: ShownActivity): boolean {
  return viewerRegistration != null || photoCounts != null || feedback?.summary != null || canThank;
}
