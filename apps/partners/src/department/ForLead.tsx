import type { ReactElement, ReactNode } from 'react';
import { EmptyState, useTexts } from '@guildhall/ui';

/** Shows a part to who may use it, and a word to colleagues who may not. It is no protection: the services decide. */
export function ForLead({ may, children }: { readonly may: boolean; readonly children: ReactNode }): ReactElement {
  const { t } = useTexts();
  if (may) return <>{children}</>;
  return (
    <EmptyState picture="door" title={t('departmentPage.leadOnly')}>
      {t('departmentPage.leadOnlyLead')}
    </EmptyState>
  );
}
