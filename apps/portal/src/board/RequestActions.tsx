import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { ActionButton, CheckboxField, Cluster, Notice, RadioField, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { cancelDocument, offerDocument, postDocument, reportDocument, repostDocument } from './board-actions.js';
import { helpReportReasons, oneOf } from './kinds.js';
import type { RequestPartProps } from './request-document.js';

/** What the viewer may do with a request as a whole. */
export function RequestActions({ request, onChange }: RequestPartProps): ReactElement {
  const { t } = useTexts();
  const post = useAction(postDocument, (data) => data.postHelpRequest);
  const cancel = useAction(cancelDocument, (data) => data.cancelHelpRequest);
  const { id: requestId, viewerActions } = request;
  const shared = { viewerActions, onDone: onChange };
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="POST"
        look="primary"
        label={t('request.post')}
        onRun={() => post({ input: { requestId } })}
      />
      <OfferAction request={request} onChange={onChange} />
      <RepostAction request={request} />
      <FormAction
        {...shared}
        action="CANCEL"
        label={t('request.cancel')}
        lead={t('request.cancelLead')}
        initial={{ reason: '' }}
        onRun={({ reason }) => cancel({ input: { requestId, reason } })}
      >
        <TextAreaField name="reason" label={t('request.reason')} rows={3} />
      </FormAction>
      <ReportAction request={request} onChange={onChange} />
    </Cluster>
  );
}

function OfferAction({ request, onChange }: RequestPartProps): ReactElement {
  const { t } = useTexts();
  const offer = useAction(offerDocument, (data) => data.offerHelp);
  const [isRefused, setRefused] = useState(false);
  return (
    <FormAction
      viewerActions={request.viewerActions}
      action="OFFER"
      look="primary"
      label={t('request.offer')}
      lead={t('request.offerLead')}
      initial={{ words: '', isOwnWork: false }}
      onRun={async (values, idempotencyKey) => {
        const outcome = await offer({ input: { ...values, requestId: request.id, idempotencyKey } });
        setRefused(outcome.result?.__typename === 'AssessedWorkError');
        return outcome;
      }}
      onDone={onChange}
    >
      <TextAreaField name="words" label={t('request.offerWords')} rows={4} />
      {isRefused && (
        <Notice tone="warn">
          <p>{t('ask.doubtful')}</p>
          <CheckboxField name="isOwnWork" label={t('ask.isOwnWork')} />
        </Notice>
      )}
    </FormAction>
  );
}

function RepostAction({ request }: Pick<RequestPartProps, 'request'>): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const intent = useIntent();
  const repost = useAction(repostDocument, (data) => data.repostHelpRequest);
  return (
    <ActionButton
      viewerActions={request.viewerActions}
      action="REPOST"
      look="primary"
      label={t('request.repost')}
      onRun={() =>
        intent(async (idempotencyKey) => {
          const outcome = await repost({ input: { requestId: request.id, idempotencyKey } });
          if (outcome.result?.__typename === 'RepostHelpRequestSuccess')
            void navigate({ to: '/board/$requestId', params: { requestId: outcome.result.request.id } });
          return outcome;
        })
      }
    />
  );
}

function ReportAction({ request, onChange }: RequestPartProps): ReactElement {
  const { t } = useTexts();
  const report = useAction(reportDocument, (data) => data.reportContent);
  return (
    <FormAction
      viewerActions={request.viewerActions}
      action="REPORT"
      look="quiet"
      label={t('helpReport.action')}
      lead={t('helpReport.lead')}
      initial={{ reason: 'GHOST_WRITING', note: '' }}
      onRun={({ reason, note }, idempotencyKey) =>
        report({
          input: {
            kind: 'HELP_REQUEST',
            subjectId: request.id,
            reason: oneOf(helpReportReasons, reason) ?? 'OTHER',
            note,
            idempotencyKey,
          },
        })
      }
      onDone={onChange}
    >
      <RadioField
        name="reason"
        label={t('helpReport.reason')}
        options={helpReportReasons.map((value) => ({ value, label: t(`helpReportReason.${value}`) }))}
      />
      <TextAreaField name="note" label={t('helpReport.note')} rows={3} />
    </FormAction>
  );
}
