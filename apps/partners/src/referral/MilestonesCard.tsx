import type { ReactElement } from 'react';
import type { DataColumn } from '@guildhall/ui';
import {
  ActionButton,
  Card,
  Cluster,
  DataTable,
  DateTimeText,
  DialogAction,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReferralMilestoneStatus, ReferralPartsFragment } from '../generated/graphql.js';
import { CompleteReferralMilestoneDocument } from '../generated/graphql.js';
import { AddMilestoneForm } from './AddMilestoneForm.js';
import { StartActionsForm } from './StartActionsForm.js';

type Milestone = ReferralPartsFragment['milestones'][number];

const tones: Readonly<Record<ReferralMilestoneStatus, 'neutral' | 'danger' | 'good'>> = {
  PROMISED: 'neutral',
  LATE: 'danger',
  DONE: 'good',
};

/** What the department promised and until when; each promise is kept by a press of its lead, and the student is told. */
export function MilestonesCard({ referral }: { readonly referral: ReferralPartsFragment }): ReactElement | null {
  const { t } = useTexts();
  const { id, milestones, viewerActions } = referral;
  const mayPromise = viewerActions.includes('START_ACTIONS') || viewerActions.includes('ADD_MILESTONE');
  if (milestones.length === 0 && !mayPromise) return null;
  return (
    <Card>
      <h2>{t('milestone.title')}</h2>
      <SoftText>{t('milestone.lead')}</SoftText>
      {milestones.length > 0 && <MilestoneTable milestones={milestones} />}
      <Cluster>
        <DialogAction
          viewerActions={viewerActions}
          action="START_ACTIONS"
          look="primary"
          label={t('actions.start')}
          title={t('actions.startTitle')}
        >
          {(close) => <StartActionsForm referralId={id} onDone={close} />}
        </DialogAction>
        <DialogAction viewerActions={viewerActions} action="ADD_MILESTONE" label={t('milestone.add')}>
          {(close) => <AddMilestoneForm referralId={id} onDone={close} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

function MilestoneTable({ milestones }: { readonly milestones: readonly Milestone[] }): ReactElement {
  const { t } = useTexts();
  const columns: readonly DataColumn<Milestone>[] = [
    { key: 'text', heading: t('milestone.what'), cell: ({ text }) => text ?? t('consented.erased') },
    { key: 'due', heading: t('milestone.due'), cell: ({ dueAt }) => <DateTimeText instant={dueAt} show="day" /> },
    {
      key: 'status',
      heading: t('milestone.status'),
      cell: ({ status, doneAt }) => (
        <Cluster>
          <StatusBadge tone={tones[status]}>{t(`milestone.is.${status}`)}</StatusBadge>
          {doneAt && <DateTimeText instant={doneAt} show="day" />}
        </Cluster>
      ),
    },
  ];
  const complete: DataColumn<Milestone> = {
    key: 'complete',
    heading: t('milestone.change'),
    cell: (milestone) => <CompleteButton milestone={milestone} />,
  };
  const mayAny = milestones.some(({ viewerActions }) => viewerActions.includes('COMPLETE'));
  return (
    <DataTable
      caption={t('milestone.caption')}
      columns={mayAny ? [...columns, complete] : columns}
      rows={milestones}
      keyOf={({ id }) => id}
    />
  );
}

function CompleteButton({ milestone }: { readonly milestone: Milestone }): ReactElement {
  const { t } = useTexts();
  const complete = useGraphMutation(CompleteReferralMilestoneDocument);
  if (milestone.viewerActions.length === 0) return <SoftText>–</SoftText>;
  return (
    <ActionButton
      viewerActions={milestone.viewerActions}
      action="COMPLETE"
      label={t('milestone.complete')}
      onRun={async () => {
        const { data, problem } = await complete({ input: { milestoneId: milestone.id } });
        return { result: data?.completeReferralMilestone, problem };
      }}
    />
  );
}
