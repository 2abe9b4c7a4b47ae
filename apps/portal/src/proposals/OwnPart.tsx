import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, buttonClass, Card, Cluster, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import type { ProposalPartProps } from './proposal-document.js';

const answerDocument = graphql(`
  mutation AnswerSeconding($input: AnswerSecondingInput!) {
    answerSeconding(input: $input) {
      __typename
    }
  }
`);

/** The way to the author's own page, and the question to who is asked to second it. */
export function OwnPart({ proposal, onChange }: ProposalPartProps): ReactElement | null {
  const { t } = useTexts();
  const answer = useAction(answerDocument, (data) => data.answerSeconding);
  const { id: proposalId, viewerActions, viewerStanding } = proposal;
  if (viewerStanding.isAuthor)
    return (
      <Cluster>
        <Link className={buttonClass} data-look="plain" to="/proposals/$proposalId/write" params={{ proposalId }}>
          {t('proposal.edit')}
        </Link>
      </Cluster>
    );
  if (!viewerActions.includes('ANSWER_SECONDING')) return null;
  const run = (accept: boolean) => () => answer({ input: { proposalId, accept } });
  const shared = { viewerActions, action: 'ANSWER_SECONDING', onDone: onChange };
  return (
    <Card>
      <p>{t('proposal.secondLead')}</p>
      <Cluster>
        <ActionButton {...shared} look="primary" label={t('proposal.second')} onRun={run(true)} />
        <ActionButton {...shared} label={t('proposal.notSecond')} onRun={run(false)} />
      </Cluster>
    </Card>
  );
}
