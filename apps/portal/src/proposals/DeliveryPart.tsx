import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  Stack,
  StatusBadge,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import type { ProposalPartProps, ShownProposal } from './proposal-document.js';

const verifyDocument = graphql(`
  mutation VerifyProposalDelivery($input: VerifyProposalDeliveryInput!) {
    verifyProposalDelivery(input: $input) {
      __typename
    }
  }
`);

/** What was promised with its dates, what was done, and whether it works for those who asked for it. */
export function DeliveryPart({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const { milestones, deliverySummary, verdicts, status } = proposal;
  if (milestones.length === 0) return null;
  return (
    <Card>
      <h2>{t(status === 'CLOSED' ? 'proposal.weDid' : 'proposal.delivery')}</h2>
      {status === 'REOPENED' && <Notice tone="warn">{t('proposal.reopened')}</Notice>}
      <Rows>
        {milestones.map((milestone) => (
          <Milestone key={milestone.id} milestone={milestone} />
        ))}
      </Rows>
      {deliverySummary && <Prose>{deliverySummary}</Prose>}
      {verdicts && verdicts.yes + verdicts.no > 0 && (
        <SoftText>{t('proposal.verdicts', { yes: verdicts.yes, no: verdicts.no })}</SoftText>
      )}
      <Verify proposal={proposal} onChange={onChange} />
    </Card>
  );
}

function Milestone({ milestone }: { readonly milestone: ShownProposal['milestones'][number] }): ReactElement {
  const { t } = useTexts();
  const { title, dueOn, doneAt } = milestone;
  return (
    <Row>
      <span>{title}</span>
      {doneAt ? (
        <StatusBadge tone="good">
          {t('proposal.done')} <DateTimeText instant={doneAt} show="day" />
        </StatusBadge>
      ) : (
        <SoftText isSmall>
          {t('proposal.by')} <DateTimeText instant={`${dueOn}T12:00:00Z`} show="day" />
        </SoftText>
      )}
    </Row>
  );
}

function Verify({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const verify = useAction(verifyDocument, (data) => data.verifyProposalDelivery);
  const { viewerActions, viewerStanding } = proposal;
  if (!viewerActions.includes('VERIFY')) return null;
  const said = viewerStanding.works;
  const button = (works: boolean): ReactElement => (
    <ActionButton
      viewerActions={viewerActions}
      action="VERIFY"
      look={said === works ? 'primary' : 'plain'}
      label={t(works ? 'proposal.works' : 'proposal.notYet')}
      onRun={() => verify({ input: { proposalId: proposal.id, works } })}
      onDone={onChange}
    />
  );
  return (
    <Stack gap="small">
      <h3>{t('proposal.verify')}</h3>
      {said !== null && <SoftText isSmall>{t(said ? 'proposal.saidWorks' : 'proposal.saidNotYet')}</SoftText>}
      <Cluster>
        {button(true)}
        {button(false)}
      </Cluster>
    </Stack>
  );
}
