import { buttonClass, EmptyState, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

/** Says that there is no such version for the viewer, and leads back to those there are. */
export function MissingAchievement(): ReactElement {
  const { t } = useTexts();
  const back = (
    <Link to="/achievements" className={buttonClass} data-look="plain">
      {t('achievements.toAll')}
    </Link>
  );
  return (
    <EmptyState picture="door" title={t('achievements.missing')} action={back}>
      {t('achievements.missingLead')}
    </EmptyState>
  );
}
