import { Card, DateTimeText, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { Course } from './CoursePage.js';

/** How long the words of a case are kept, and what stops their erasure. */
export function KeepingCard({ retention }: { readonly retention: Course['retention'] }): ReactElement {
  const { t } = useTexts();
  const { erasesAt, isErased, holds } = retention;
  return (
    <Card>
      <h2>{t('kept.title')}</h2>
      {isErased && <SoftText>{t('kept.erased')}</SoftText>}
      {!isErased && !erasesAt && <SoftText>{t('kept.goesOn')}</SoftText>}
      {erasesAt && (
        <p>
          {t('kept.until')} <DateTimeText instant={erasesAt} show="day" />
        </p>
      )}
      {holds.map(({ basis }) => (
        <StatusBadge key={basis} tone="warn">
          {t(`hold.${basis}`)}
        </StatusBadge>
      ))}
    </Card>
  );
}
