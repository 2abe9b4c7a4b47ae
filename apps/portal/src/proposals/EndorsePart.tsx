import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, Notice, Stack, useTexts, type Outcome } from '@guildhall/ui';
import type { EndorseProposalInput } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { useAction, useIntent } from '../graph/use-action.js';
import type { ProposalPartProps } from './proposal-document.js';
import { Support } from './ProposalCard.js';

const endorseDocument = graphql(`
  mutation EndorseProposal($input: EndorseProposalInput!) {
    endorseProposal(input: $input) {
      __typename
    }
  }
`);

const withdrawDocument = graphql(`
  mutation WithdrawEndorsement($input: WithdrawEndorsementInput!) {
    withdrawEndorsement(input: $input) {
      __typename
    }
  }
`);

/** How much support there is, and the viewer's own; what was merged asks its supporters whether they support the other one too. */
export function EndorsePart({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const { viewerActions, viewerStanding, text, threshold } = proposal;
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawEndorsement);
  const endorse = useEndorse();
  if (threshold === null) return null;
  const isAskedAgain = viewerActions.includes('ENDORSE') && viewerStanding.endorsedText !== null;
  return (
    <Card>
      <h2>{t('proposal.support')}</h2>
      <Stack gap="small">
        <Support proposal={proposal} />
        {isAskedAgain && <Notice tone="warn">{t('proposal.askedAgain')}</Notice>}
        {viewerStanding.endorses && <Notice tone="good">{t('proposal.youEndorse')}</Notice>}
      </Stack>
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="ENDORSE"
          look="primary"
          label={t(isAskedAgain ? 'proposal.endorseAgain' : 'proposal.endorse')}
          onRun={() => endorse({ proposalId: proposal.id, textNumber: text.number })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="WITHDRAW_ENDORSEMENT"
          label={t('proposal.withdrawEndorsement')}
          onRun={() => withdraw({ input: { proposalId: proposal.id } })}
          onDone={onChange}
        />
      </Cluster>
      <Merged proposal={proposal} onChange={onChange} />
    </Card>
  );
}

function useEndorse(): (input: Omit<EndorseProposalInput, 'idempotencyKey'>) => Promise<Outcome> {
  const endorse = useAction(endorseDocument, (data) => data.endorseProposal);
  const runOnce = useIntent();
  return (input) => runOnce((idempotencyKey) => endorse({ input: { ...input, idempotencyKey } }));
}

function Merged({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const endorse = useEndorse();
  const { status, mergeInto } = proposal;
  if (status !== 'MERGED' || !mergeInto) return null;
  const { id, text, viewerActions } = mergeInto;
  return (
    <>
      <Notice>
        {t('proposal.mergedInto')}{' '}
        <Link to="/proposals/$proposalId" params={{ proposalId: id }} lang={text.language}>
          {text.title}
        </Link>
      </Notice>
      <ActionButton
        viewerActions={viewerActions}
        action="ENDORSE"
        look="primary"
        label={t('proposal.endorseOther')}
        onRun={() => endorse({ proposalId: id, textNumber: text.number, movedFromId: proposal.id })}
        onDone={onChange}
      />
    </>
  );
}
