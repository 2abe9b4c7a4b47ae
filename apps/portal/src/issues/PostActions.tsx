import type { ReactElement } from 'react';
import { RadioField, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { appealDocument, reportDocument } from './issue-actions.js';
import { oneOf, reportReasons } from './kinds.js';

type PostActionProps = {
  readonly postId: string;
  readonly viewerActions: readonly string[];
  readonly onDone: () => void;
};

/** Reports an issue or a reply to a moderator, who is told no name. */
export function ReportAction({ postId, viewerActions, onDone }: PostActionProps): ReactElement {
  const { t } = useTexts();
  const report = useAction(reportDocument, (data) => data.reportIssuePost);
  return (
    <FormAction
      viewerActions={viewerActions}
      action="REPORT"
      look="quiet"
      label={t('issueReport.action')}
      lead={t('issueReport.lead')}
      initial={{ reason: 'HURTFUL' }}
      onRun={({ reason }, idempotencyKey) =>
        report({ input: { postId, reason: oneOf(reportReasons, reason) ?? 'OTHER', idempotencyKey } })
      }
      onDone={onDone}
    >
      <RadioField
        name="reason"
        label={t('issueReport.reason')}
        options={reportReasons.map((value) => ({ value, label: t(`issueReportReason.${value}`) }))}
      />
    </FormAction>
  );
}

/** Appeals against the removal of what one wrote. */
export function AppealAction({ postId, viewerActions, onDone }: PostActionProps): ReactElement {
  const { t } = useTexts();
  const appeal = useAction(appealDocument, (data) => data.appealIssuePostRemoval);
  return (
    <FormAction
      viewerActions={viewerActions}
      action="APPEAL"
      label={t('issueAppeal.action')}
      lead={t('issueAppeal.lead')}
      initial={{ words: '' }}
      onRun={({ words }) => appeal({ input: { postId, words } })}
      onDone={onDone}
    >
      <TextAreaField name="words" label={t('issueAppeal.words')} />
    </FormAction>
  );
}
