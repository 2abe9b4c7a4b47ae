import type { ReactElement } from 'react';
import { ActionButton, Cluster, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { acceptAdmissionDocument, declineAdmissionDocument, withdrawAdmissionDocument } from './admission-documents.js';

/** A request or an invitation, and what to do once it was answered. */
export type AdmissionActionsProps = {
  readonly admission: { readonly id: string; readonly viewerActions: readonly string[] };
  readonly onDone: () => void;
};

/** Says yes or no to a request or an invitation, or takes it back. */
export function AdmissionActions({ admission, onDone }: AdmissionActionsProps): ReactElement {
  const { t } = useTexts();
  const accept = useAction(acceptAdmissionDocument, (data) => data.acceptAdmission);
  const decline = useAction(declineAdmissionDocument, (data) => data.declineAdmission);
  const withdraw = useAction(withdrawAdmissionDocument, (data) => data.withdrawAdmission);
  const { id: admissionId, viewerActions } = admission;
  const shared = { viewerActions, onDone };
  const input = { admissionId };
  return (
    <Cluster>
      <ActionButton {...shared} action="ACCEPT" label={t('inGroup.accept')} onRun={() => accept({ input })} />
      <ActionButton {...shared} action="DECLINE" label={t('inGroup.decline')} onRun={() => decline({ input })} />
      <ActionButton
        {...shared}
        action="WITHDRAW"
        look="quiet"
        label={t('inGroup.withdraw')}
        onRun={() => withdraw({ input })}
      />
    </Cluster>
  );
}
