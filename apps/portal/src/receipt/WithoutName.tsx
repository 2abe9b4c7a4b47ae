import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Card, Cluster, useTexts } from '@guildhall/ui';

/** The ways to help that ask for no sign-in: a case without a name, and the way back to one. */
export function WithoutName(): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('receipt.without')}</h2>
      <p>{t('receipt.withoutLead')}</p>
      <Cluster>
        <Link className={buttonClass} data-look="plain" to="/help/new">
          {t('receipt.open')}
        </Link>
        <Link className={buttonClass} data-look="plain" to="/receipt">
          {t('receipt.have')}
        </Link>
      </Cluster>
    </Card>
  );
}
