import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, useTexts } from '@guildhall/ui';
import { recordSections } from './record-sections.js';

/** The way between the pages of one's record. */
export function RecordSections({ current }: { readonly current: string }): ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('recordSections.label')}>
      <Cluster>
        {recordSections.map(({ to, labelKey }) => (
          <Link
            key={to}
            className={buttonClass}
            data-look="choice"
            to={to}
            activeOptions={{ exact: true }}
            aria-current={to === current ? 'page' : undefined}
          >
            {t(labelKey)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}
