import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Cluster, Notice, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { escalateDocument, suggestDocument, supportDocument, withdrawSupportDocument } from './issue-actions.js';
import type { ShownIssue } from './issue-document.js';
import { RaiseAction } from './RaiseAction.js';

type PartProps = { readonly issue: ShownIssue; readonly onChange: () => void };

/** What the viewer may do to an issue: support it, and for representatives and writers, move it on. */
export function IssueActions({ issue, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const support = useAction(supportDocument, (data) => data.supportIssue);
  const withdraw = useAction(withdrawSupportDocument, (data) => data.withdrawIssueSupport);
  const suggest = useAction(suggestDocument, (data) => data.suggestIssueProposal);
  const intent = useIntent();
  const issueId = issue.id;
  const shared = { viewerActions: issue.viewerActions, onDone: onChange };
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="SUPPORT"
        look="primary"
        label={t('issue.support')}
        onRun={() => intent((idempotencyKey) => support({ input: { issueId, idempotencyKey } }))}
      />
      <ActionButton
        {...shared}
        action="WITHDRAW_SUPPORT"
        label={t('issue.withdrawSupport')}
        onRun={() => withdraw({ input: { issueId } })}
      />
      <RaiseAction issue={issue} onChange={onChange} />
      <ActionButton
        {...shared}
        action="SUGGEST_PROPOSAL"
        label={t('issue.suggestProposal')}
        confirm={{ title: t('issue.suggestProposal'), body: t('issue.suggestProposalLead') }}
        onRun={() => suggest({ input: { issueId } })}
      />
      <Further issue={issue} onChange={onChange} />
    </Cluster>
  );
}

/** What only the writer may do: make a proposal of it, or take it to advice. */
function Further({ issue, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const escalate = useAction(escalateDocument, (data) => data.escalateIssue);
  const intent = useIntent();
  const go = (to: 'PROPOSAL' | 'CASE') => () =>
    intent((idempotencyKey) => escalate({ input: { issueId: issue.id, to, idempotencyKey } }));
  const { viewerActions } = issue;
  return (
    <>
      {issue.isProposalSuggested && viewerActions.includes('ESCALATE_TO_PROPOSAL') && (
        <Notice>{t('issue.proposalSuggested')}</Notice>
      )}
      <ActionButton
        viewerActions={viewerActions}
        action="ESCALATE_TO_PROPOSAL"
        label={t('issue.toProposal')}
        confirm={{ title: t('issue.toProposal'), body: t('issue.toProposalLead') }}
        onRun={go('PROPOSAL')}
        onDone={onChange}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="ESCALATE_TO_CASE"
        label={t('issue.toAdvice')}
        confirm={{ title: t('issue.toAdvice'), body: t('issue.toAdviceLead') }}
        onRun={go('CASE')}
        onDone={() => void navigate({ to: '/help/new' })}
      />
    </>
  );
}
