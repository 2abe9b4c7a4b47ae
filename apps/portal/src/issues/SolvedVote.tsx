import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { rateDocument } from './issue-actions.js';
import type { ShownIssue } from './issue-document.js';

/** Asks a supporter whether an answered issue is solved; enough who say no reopen it, once. */
export function SolvedVote({
  issue,
  onChange,
}: {
  readonly issue: ShownIssue;
  readonly onChange: () => void;
}): ReactElement | null {
  const { t } = useTexts();
  const rate = useAction(rateDocument, (data) => data.rateIssueAnswer);
  const intent = useIntent();
  if (!issue.viewerActions.includes('RATE')) return null;
  const isLast = issue.answers.length > 1;
  const vote = (solved: boolean) => () =>
    intent((idempotencyKey) => rate({ input: { issueId: issue.id, solved, idempotencyKey } }));
  const shared = { viewerActions: issue.viewerActions, action: 'RATE', onDone: onChange };
  return (
    <Card>
      <h2>{t('issueVote.title')}</h2>
      <p>{t(isLast ? 'issueVote.leadLast' : 'issueVote.lead')}</p>
      <Cluster>
        <ActionButton {...shared} look="primary" label={t('issueVote.yes')} onRun={vote(true)} />
        <ActionButton {...shared} label={t('issueVote.no')} onRun={vote(false)} />
      </Cluster>
      {typeof issue.viewerSaysSolved === 'boolean' && (
        <SoftText>{t(issue.viewerSaysSolved ? 'issueVote.saidYes' : 'issueVote.saidNo')}</SoftText>
      )}
    </Card>
  );
}
