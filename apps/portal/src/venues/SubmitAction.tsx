import type { ReactElement } from 'react';
import { ActionButton, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { submitDocument } from '../activities/organiser-documents.js';
import type { ShownActivity } from '../activities/activity-document.js';
import { FormAction } from '../parts/FormAction.js';

/** Hands the plan in; too late for the notice of its tier it asks why. */
export function SubmitAction({
  activity: { id: activityId, viewerActions, riskTier, noticeUntil },
  onChange,
}: {
  readonly activity: ShownActivity;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const submit = useAction(submitDocument, (data) => data.submitActivity);
  const isLate = riskTier > 0 && typeof noticeUntil === 'string' && Date.parse(noticeUntil) < Date.now();
  const shared = {
    viewerActions,
    action: 'SUBMIT',
    look: 'primary',
    label: t('organiser.submit'),
    onDone: onChange,
  } as const;
  if (!isLate) return <ActionButton {...shared} onRun={() => submit({ input: { activityId } })} />;
  return (
    <FormAction
      {...shared}
      lead={t('approval.lateLead')}
      initial={{ lateReason: '' }}
      onRun={({ lateReason }) => submit({ input: { activityId, lateReason } })}
    >
      <TextAreaField name="lateReason" label={t('approval.lateReason')} hint={t('approval.lateHint')} rows={4} />
    </FormAction>
  );
}
