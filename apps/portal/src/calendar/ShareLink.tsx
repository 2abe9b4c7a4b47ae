import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, useTexts } from '@guildhall/ui';

/** The way from an activity to what can be sent to others, and into one's calendar. */
export function ShareLink({ activityId }: { readonly activityId: string }): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <Link className={buttonClass} data-look="quiet" to="/a/$activityId" params={{ activityId }}>
        {t('activityMore.share')}
      </Link>
    </Cluster>
  );
}
