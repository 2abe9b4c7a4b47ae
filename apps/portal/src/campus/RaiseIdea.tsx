import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, type ReactElement } from 'react';
import { buttonClass, TextField, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';

const document = withFaults(
  graphql(`
    mutation RaiseIdea($input: DraftProposalInput!) {
      draftProposal(input: $input) {
        __typename
        ... on DraftProposalSuccess {
          proposal {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

type Idea = { readonly id: string; readonly body: string; readonly language: string };

type Props = {
  readonly post: Idea;
  readonly viewerActions: readonly string[];
  /** As what it can be raised; as either where nobody said otherwise. */
  readonly as?: 'ISSUE' | 'PROPOSAL';
};

/** Makes a draft of a proposal of an idea, in its own words, or goes to write an issue of it. */
export function RaiseIdea({ post, viewerActions, as }: Props): ReactElement | null {
  const { t } = useTexts();
  if (!viewerActions.includes('RAISE')) return null;
  return (
    <>
      {as !== 'ISSUE' && <RaiseAsProposal post={post} viewerActions={viewerActions} />}
      {as !== 'PROPOSAL' && (
        <Link className={buttonClass} data-look="plain" to="/issues/new" search={{ idea: post.id }}>
          {t('talk.raiseAsIssue')}
        </Link>
      )}
    </>
  );
}

function RaiseAsProposal({ post, viewerActions }: Props): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const draft = useAction(document, (data) => data.draftProposal);
  const made = useRef<string>(undefined);
  return (
    <FormAction
      viewerActions={viewerActions}
      action="RAISE"
      label={t('posts.raise')}
      lead={t('posts.raiseLead')}
      initial={{ title: '' }}
      onRun={async ({ title }) => {
        const outcome = await draft({ input: { ...wordsOf(post), title } });
        if (outcome.result?.__typename === 'DraftProposalSuccess') made.current = outcome.result.proposal.id;
        return outcome;
      }}
      onDone={() => {
        if (made.current !== undefined)
          void navigate({ to: '/proposals/$proposalId', params: { proposalId: made.current } });
      }}
    >
      <TextField name="title" label={t('writeProposal.titleLabel')} hint={t('writeProposal.titleHint')} />
    </FormAction>
  );
}

function wordsOf({ id, body, language }: Idea) {
  return {
    originPostId: id,
    background: '',
    problem: '',
    suggestion: body,
    language: language.startsWith('zh') ? 'zh-CN' : 'en',
    authorNamed: true,
  };
}
