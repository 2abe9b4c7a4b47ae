import type { ReactElement } from 'react';
import { Cluster, DateTimeText, Notice, SoftText, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { requestToJoinDocument } from './admission-documents.js';
import { AdmissionActions } from './AdmissionActions.js';
import type { ShownGroup } from './group-document.js';
import type { MembershipActionsProps } from './MembershipActions.js';

/** Asks to be let in, or shows the request or the invitation that waits. */
export function Admission({ group, onChange }: MembershipActionsProps): ReactElement {
  const { t } = useTexts();
  const request = useAction(requestToJoinDocument, (data) => data.requestToJoin);
  const { viewerAdmission } = group;
  if (viewerAdmission !== null && viewerAdmission !== undefined)
    return <Waiting admission={viewerAdmission} onChange={onChange} />;
  return (
    <Cluster>
      <FormAction
        viewerActions={group.viewerActions}
        action="REQUEST_TO_JOIN"
        look="primary"
        label={t('group.request')}
        lead={t('group.requestLead')}
        initial={{ words: '' }}
        onRun={({ words }, idempotencyKey) => request({ input: { groupId: group.id, words, idempotencyKey } })}
        onDone={onChange}
      >
        <TextAreaField name="words" label={t('group.requestWords')} hint={t('group.requestHint')} rows={3} />
      </FormAction>
    </Cluster>
  );
}

type WaitingProps = {
  readonly admission: NonNullable<ShownGroup['viewerAdmission']>;
  readonly onChange: () => void;
};

function Waiting({ admission, onChange }: WaitingProps): ReactElement {
  const { t } = useTexts();
  const { kind, words, expiresAt } = admission;
  return (
    <Notice>
      <p>{t(kind === 'INVITATION' ? 'group.invited' : 'group.requested')}</p>
      {words !== null && <blockquote>{words}</blockquote>}
      <SoftText isSmall>
        {t('group.waitsUntil')} <DateTimeText instant={expiresAt} show="day" />
      </SoftText>
      <AdmissionActions admission={admission} onDone={onChange} />
    </Notice>
  );
}
