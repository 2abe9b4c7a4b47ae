import type { ReactElement } from 'react';
import { TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { ShownActivity } from './activity-document.js';
import {
  cancelActivityDocument,
  declineDocument,
  reportDocument,
  requestChangesDocument,
} from './organiser-documents.js';

type PartProps = { readonly activity: ShownActivity; readonly onChange: () => void };

/** What can be done to an activity with a word about why, or about how it went. */
export function ReasonActions({ activity, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const activityId = activity.id;
  const requestChanges = useAction(requestChangesDocument, (data) => data.requestChanges);
  const decline = useAction(declineDocument, (data) => data.declineActivity);
  const cancel = useAction(cancelActivityDocument, (data) => data.cancelActivity);
  const shared = { viewerActions: activity.viewerActions, onDone: onChange };
  const reason = <TextAreaField name="reason" label={t('organiser.reason')} hint={t('organiser.reasonHint')} />;
  return (
    <>
      <ReportAction activity={activity} onChange={onChange} />
      <FormAction
        {...shared}
        action="REQUEST_CHANGES"
        label={t('organiser.requestChanges')}
        initial={{ reason: '' }}
        onRun={(values) => requestChanges({ input: { activityId, ...values } })}
      >
        {reason}
      </FormAction>
      <FormAction
        {...shared}
        action="DECLINE"
        look="danger"
        label={t('organiser.decline')}
        initial={{ reason: '' }}
        onRun={(values) => decline({ input: { activityId, ...values } })}
      >
        {reason}
      </FormAction>
      <FormAction
        {...shared}
        action="CANCEL"
        look="danger"
        label={t('organiser.cancel')}
        lead={t('organiser.cancelLead')}
        initial={{ reason: '' }}
        onRun={(values) => cancel({ input: { activityId, ...values } })}
      >
        {reason}
      </FormAction>
    </>
  );
}

/** How it went, and what the group learned from it. */
function ReportAction({ activity: { id: activityId, viewerActions }, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const report = useAction(reportDocument, (data) => data.reportActivity);
  return (
    <FormAction
      viewerActions={viewerActions}
      onDone={onChange}
      action="REPORT"
      label={t('organiser.sendReport')}
      initial={{ report: '', wentWell: '', toChange: '' }}
      onRun={(values) => report({ input: { activityId, ...values } })}
    >
      <TextAreaField name="report" label={t('organiser.report')} hint={t('organiser.reportHint')} rows={8} />
      <TextAreaField name="wentWell" label={t('approval.wentWell')} hint={t('approval.nextHint')} rows={3} isOptional />
      <TextAreaField name="toChange" label={t('approval.toChange')} hint={t('approval.nextHint')} rows={3} isOptional />
    </FormAction>
  );
}
