import type { ReactElement } from 'react';
import { ActionButton, Cluster, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { consentDocument, declineDocument, withdrawDocument } from './candidacy-documents.js';
import type { CandidacyProps } from './CandidacyCard.js';

/** Agreeing to stand, saying no, and standing down, which cannot be taken back and says so first. */
export function CandidacyActions({ candidacy, onChange }: CandidacyProps): ReactElement | null {
  const { t } = useTexts();
  const consent = useAction(consentDocument, (data) => data.consentToStand);
  const decline = useAction(declineDocument, (data) => data.declineNomination);
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawCandidacy);
  const { id, viewerActions, contest, status } = candidacy;
  const input = { input: { candidateId: id } };
  const position = contest.position.title;
  const isOnPaper = status === 'STANDING';
  if (!viewerActions.some((action) => ['CONSENT', 'DECLINE', 'WITHDRAW'].includes(action))) return null;
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="CONSENT"
        look="primary"
        label={t('candidacy.consent')}
        onRun={() => consent(input)}
        onDone={onChange}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="DECLINE"
        label={t('candidacy.decline')}
        confirm={{
          title: t('candidacy.declineTitle'),
          body: t('candidacy.declineBody', { position }),
          label: t('candidacy.decline'),
        }}
        onRun={() => decline(input)}
        onDone={onChange}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="WITHDRAW"
        look="danger"
        label={t('candidacy.withdraw')}
        confirm={{
          title: t('candidacy.withdrawTitle'),
          body: t(isOnPaper ? 'candidacy.withdrawStanding' : 'candidacy.withdrawBody', { position }),
          label: t('candidacy.withdraw'),
        }}
        onRun={() => withdraw(input)}
        onDone={onChange}
      />
    </Cluster>
  );
}
