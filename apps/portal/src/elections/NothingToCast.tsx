import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, EmptyState, useTexts } from '@guildhall/ui';
import type { PaperElection } from './ballot-documents.js';

/** Why there is no ballot to cast: all are cast, the viewer is on no roll, or voting is not open. */
export function NothingToCast({ election }: { readonly election: PaperElection }): ReactElement {
  const { t } = useTexts();
  const hasVoted = election.contests.some(({ viewerBallot }) => viewerBallot === 'CAST');
  const isOpen = election.status === 'VOTING';
  const back = (
    <Link className={buttonClass} data-look="plain" to="/elections/$electionId" params={{ electionId: election.id }}>
      {t('elections.toElection')}
    </Link>
  );
  if (!isOpen)
    return (
      <EmptyState title={t('elections.notOpen')} action={back}>
        {t('elections.notOpenLead')}
      </EmptyState>
    );
  return (
    <EmptyState title={t(hasVoted ? 'elections.allCast' : 'elections.noBallot')} action={back}>
      {t(hasVoted ? 'elections.allCastLead' : 'elections.noBallotLead')}
    </EmptyState>
  );
}
