import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Page, SignedIn, useForm, useTexts } from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { ProposalForm, readWords } from './ProposalForm.js';

export { words } from './words.js';

const document = withFaults(
  graphql(`
    mutation DraftProposal($input: DraftProposalInput!) {
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

/** Begins a proposal; matters like it are shown while it is written. */
export function WriteProposalPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('writeProposal.title')} lead={t('writeProposal.lead')}>
      <SignedIn>
        <Write />
      </SignedIn>
    </Page>
  );
}

function Write(): ReactElement {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  const draft = useAction(document, (data) => data.draftProposal);
  const form = useForm({
    initial: { title: '', background: '', problem: '', suggestion: '', language: String(language), authorNamed: true },
    submit: (values) => draft({ input: readWords(values) }),
    onDone: (result) => {
      if (result.__typename === 'DraftProposalSuccess')
        void navigate({ to: '/proposals/$proposalId', params: { proposalId: result.proposal.id } });
    },
  });
  return <ProposalForm form={form} submitLabel={t('writeProposal.save')} />;
}
