import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Card, Cluster, SoftText, useTexts } from '@guildhall/ui';

/** Where a member speaks up: first among the students of their own course. */
export function HaveYourSay(): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('home.say')}</h2>
      <SoftText>{t('home.sayLead')}</SoftText>
      <Cluster>
        <Link className={buttonClass} data-look="plain" to="/issues">
          {t('home.sayIssues')}
        </Link>
        <Link className={buttonClass} data-look="plain" to="/proposals">
          {t('home.sayProposals')}
        </Link>
        <Link className={buttonClass} data-look="plain" to="/updates">
          {t('home.sayUpdates')}
        </Link>
      </Cluster>
    </Card>
  );
}
