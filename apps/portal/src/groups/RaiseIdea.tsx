import { useNavigate } from '@tanstack/react-router';
import { useRef, type ReactElement } from 'react';
import { TextField, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { ShownPost } from './post-documents.js';

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

/** Makes a draft of a proposal of one's own idea, in its own words, and goes on writing there. */
export function RaiseIdea({ post }: { readonly post: ShownPost }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const draft = useAction(document, (data) => data.draftProposal);
  const made = useRef<string>(undefined);
  return (
    <FormAction
      viewerActions={post.viewerActions}
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

function wordsOf({ id, body, language }: ShownPost) {
  return {
    originPostId: id,
    background: '',
    problem: '',
    suggestion: body,
    language: language.startsWith('zh') ? 'zh-CN' : 'en',
    authorNamed: true,
  };
}
