import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  SoftText,
  Stack,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import { CompleteProposalMilestoneDocument, type PartnerProposalFragment } from '../generated/graphql.js';
import { DeliverForm, StartDeliveryForm } from './DeliveryForms.js';
import type { ProposalCardProps } from './DepartmentProposalPage.js';

/** What was promised with its dates, what is done, and what its supporters say of it. */
export function DeliveryCard({ proposal, onDone }: ProposalCardProps): ReactElement | null {
  const { t } = useTexts();
  const { milestones, deliverySummary, verdicts, viewerActions } = proposal;
  if (milestones.length === 0 && !viewerActions.includes('START_DELIVERY')) return null;
  const round = Math.max(0, ...milestones.map((milestone) => milestone.round));
  const finish = (close: () => void) => () => {
    close();
    onDone();
  };
  return (
    <Card>
      <h2>{t('delivery.title')}</h2>
      <Stack gap="small">
        {milestones.map((milestone) => (
          <Milestone key={milestone.id} {...{ proposal, milestone, onDone }} isCurrent={milestone.round === round} />
        ))}
        {deliverySummary && <p>{deliverySummary}</p>}
        {verdicts && <SoftText>{t('delivery.verdicts', { yes: verdicts.yes, no: verdicts.no })}</SoftText>}
      </Stack>
      <Cluster>
        <DialogAction viewerActions={viewerActions} action="START_DELIVERY" look="primary" label={t('delivery.start')}>
          {(close) => <StartDeliveryForm proposalId={proposal.id} onDone={finish(close)} />}
        </DialogAction>
        <DialogAction viewerActions={viewerActions} action="DELIVER" look="primary" label={t('delivery.deliver')}>
          {(close) => <DeliverForm proposalId={proposal.id} onDone={finish(close)} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

type MilestoneProps = ProposalCardProps & {
  readonly milestone: PartnerProposalFragment['milestones'][number];
  readonly isCurrent: boolean;
};

function Milestone({ proposal, milestone, isCurrent, onDone }: MilestoneProps): ReactElement {
  const { t } = useTexts();
  const complete = useGraphMutation(CompleteProposalMilestoneDocument);
  const { id, title, dueOn, doneAt } = milestone;
  return (
    <Cluster justify="between">
      <span>
        {title}{' '}
        <SoftText isSmall>
          {t('delivery.by')} <DateTimeText instant={`${dueOn}T12:00:00Z`} show="day" />
        </SoftText>
      </span>
      {doneAt && <StatusBadge tone="good">{t('delivery.done')}</StatusBadge>}
      {!doneAt && isCurrent && (
        <ActionButton
          viewerActions={proposal.viewerActions}
          action="COMPLETE_MILESTONE"
          label={t('delivery.complete', { title })}
          onRun={async () => {
            const { data, problem } = await complete({ input: { proposalId: proposal.id, milestoneId: id } });
            return { result: data?.completeProposalMilestone, problem };
          }}
          onDone={onDone}
        />
      )}
    </Cluster>
  );
}
