import { ActionButton, Cluster, DialogAction, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ReinstateMemberDocument, VerifyMemberDocument } from '../generated/register/graphql.js';
import type { MemberCardProps } from './MemberCard.js';
import { RejectForm } from './RejectForm.js';
import { SuspendForm } from './SuspendForm.js';

/** What the keeper of the register may do to a membership now. */
export function MemberActions({ member: { id: memberId, viewerActions }, onDone }: MemberCardProps): ReactElement {
  const { t } = useTexts();
  const verify = useGraphMutation(VerifyMemberDocument);
  const reinstate = useGraphMutation(ReinstateMemberDocument);
  const finish = (close: () => void) => () => {
    close();
    onDone();
  };
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="VERIFY"
        label={t('register.verify')}
        onRun={async () => {
          const { data, problem } = await verify({ input: { memberId } });
          return { result: data?.verifyMember, problem };
        }}
      />
      <DialogAction {...{ viewerActions }} action="REJECT" label={t('register.reject')}>
        {(close) => <RejectForm memberId={memberId} onDone={finish(close)} />}
      </DialogAction>
      <DialogAction {...{ viewerActions }} action="SUSPEND" label={t('register.suspend')}>
        {(close) => <SuspendForm memberId={memberId} onDone={finish(close)} />}
      </DialogAction>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="REINSTATE"
        label={t('register.reinstate')}
        confirm={{ title: t('register.reinstateTitle'), body: t('register.reinstateBody') }}
        onRun={async () => {
          const { data, problem } = await reinstate({ input: { memberId } });
          return { result: data?.reinstateMember, problem };
        }}
      />
    </Cluster>
  );
}
