import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, useSession, useTexts } from '@guildhall/ui';
import { learningSections } from './sections.js';

/** The way between the parts of learning; each hub page shows it first and says with `current` where it stands. */
export function LearningSections({ current }: { readonly current: string }): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const shown = learningSections.filter(({ isOwn }) => isOwn !== true || state.status === 'signed-in');
  return (
    <nav aria-label={t('learningSections.label')}>
      <Cluster>
        {shown.map(({ to, labelKey }) => (
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
