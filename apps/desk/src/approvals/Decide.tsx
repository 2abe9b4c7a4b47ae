import { ActionButton, Cluster, DialogAction, SoftText, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import {
  ApproveActivityDocument,
  DeclineActivityDocument,
  RequestChangesDocument,
} from '../generated/approval-forms/graphql.js';
import { ReasonForm } from './ReasonForm.js';
import type { WaitingCardProps } from './WaitingCard.js';

/** What can be decided about an activity that waits; whoever organises it leaves it to another. */
export function Decide({
  activity: { id: activityId, viewerActions, riskTier, approval },
  onDone,
}: WaitingCardProps): ReactElement {
  const { t } = useTexts();
  const approve = useGraphMutation(ApproveActivityDocument);
  const missing = riskTier > 1 ? (approval?.evidence ?? []).filter(({ status }) => status !== 'ACCEPTED').length : 0;
  if (!viewerActions.includes('DECLINE')) return <SoftText>{t('approvals.somebodyElse')}</SoftText>;
  return (
    <>
      {missing > 0 && <SoftText>{t('approvals.acceptFirst', { count: missing })}</SoftText>}
      <Cluster>
        {missing === 0 && (
          <ActionButton
            viewerActions={viewerActions}
            action="APPROVE"
            look="primary"
            label={t('approvals.approve')}
            confirm={{ title: t('approvals.approveTitle'), body: t('approvals.approveBody') }}
            onRun={async () => {
              const { data, problem } = await approve({ input: { activityId } });
              return { result: data?.approveActivity, problem };
            }}
            onDone={onDone}
          />
        )}
        <Refuse {...{ activityId, viewerActions, onDone }} />
      </Cluster>
    </>
  );
}

function Refuse({
  activityId,
  viewerActions,
  onDone,
}: Pick<WaitingCardProps['activity'], 'viewerActions'> & {
  readonly activityId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const requestChanges = useGraphMutation(RequestChangesDocument);
  const decline = useGraphMutation(DeclineActivityDocument);
  const shared = { name: 'reason', label: t('approvals.reason') } as const;
  const finish = (close: () => void) => (): void => {
    close();
    onDone();
  };
  return (
    <>
      <DialogAction viewerActions={viewerActions} action="REQUEST_CHANGES" label={t('approvals.askChanges')}>
        {(close) => (
          <ReasonForm
            {...shared}
            submitLabel={t('approvals.askChanges')}
            onRun={async (reason) => {
              const { data, problem } = await requestChanges({ input: { activityId, reason } });
              return { result: data?.requestChanges, problem };
            }}
            onDone={finish(close)}
          />
        )}
      </DialogAction>
      <DialogAction viewerActions={viewerActions} action="DECLINE" look="danger" label={t('approvals.decline')}>
        {(close) => (
          <ReasonForm
            {...shared}
            submitLabel={t('approvals.decline')}
            onRun={async (reason) => {
              const { data, problem } = await decline({ input: { activityId, reason } });
              return { result: data?.declineActivity, problem };
            }}
            onDone={finish(close)}
          />
        )}
      </DialogAction>
    </>
  );
}
