import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, useTexts } from '@guildhall/ui';
import type { ShownElection } from './election-document.js';

const counted: readonly string[] = ['PROVISIONAL', 'DECLARED'];

/** The ways from an election to its other pages: nominating, results, and the proof of a receipt. */
export function OtherSteps({ election }: { readonly election: ShownElection }): ReactElement | null {
  const { t } = useTexts();
  const { id: electionId, status, viewerActions } = election;
  const canNominate = viewerActions.includes('NOMINATE');
  const hasResults = counted.includes(status);
  if (!canNominate && !hasResults) return null;
  return (
    <Cluster>
      {canNominate && (
        <Link className={buttonClass} data-look="primary" to="/elections/$electionId/nominate" params={{ electionId }}>
          {t('elections.nominate')}
        </Link>
      )}
      {hasResults && (
        <>
          <Link className={buttonClass} data-look="primary" to="/elections/$electionId/results" params={{ electionId }}>
            {t('elections.results')}
          </Link>
          <Link className={buttonClass} data-look="plain" to="/elections/$electionId/receipt" params={{ electionId }}>
            {t('elections.toReceipt')}
          </Link>
        </>
      )}
    </Cluster>
  );
}
