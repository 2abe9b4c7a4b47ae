import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useForm,
  useGraphQuery,
  useTexts,
  type Outcome,
} from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import { proposalDocument, type ShownProposal } from './proposal-document.js';
import { ProposalForm, readWords } from './ProposalForm.js';

export { words } from './words.js';

const editDocument = withFaults(
  graphql(`
    mutation EditProposal($input: EditProposalInput!) {
      editProposal(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

const amendDocument = withFaults(
  graphql(`
    mutation AmendProposal($input: AmendProposalInput!) {
      amendProposal(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes the words of a draft, or of an open proposal, whose supporters are then asked again. */
export function EditProposalPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('writeProposal.editTitle')}>
      <SignedIn>
        <Edit id={usePlaceParam('proposalId')} />
      </SignedIn>
    </Page>
  );
}

function Edit({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(proposalDocument, { id });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="34rem" />}
      isEmpty={({ proposal }) => !proposal?.viewerActions.some((action) => action === 'EDIT' || action === 'AMEND')}
      empty={
        <EmptyState picture="letter" title={t('proposal.missing')}>
          {t('writeProposal.notYours')}
        </EmptyState>
      }
    >
      {({ proposal }) => proposal && <EditForm proposal={proposal} />}
    </QueryView>
  );
}

function EditForm({ proposal }: { readonly proposal: ShownProposal }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const edit = useAction(editDocument, (data) => data.editProposal);
  const amend = useAction(amendDocument, (data) => data.amendProposal);
  const { id: proposalId, text, authorship, viewerActions } = proposal;
  const isOpen = viewerActions.includes('AMEND');
  const { title, background, problem, suggestion, language } = text;
  const form = useForm({
    initial: { title, background, problem, suggestion, language, authorNamed: authorship === 'NAMED' },
    submit: (values): Promise<Outcome> => {
      const { authorNamed, ...words } = readWords(values);
      return isOpen
        ? amend({ input: { proposalId, ...words } })
        : edit({ input: { proposalId, authorNamed, ...words } });
    },
    onDone: () => void navigate({ to: '/proposals/$proposalId', params: { proposalId } }),
  });
  return (
    <Stack>
      <Notice tone="warn">{t(isOpen ? 'writeProposal.amendLead' : 'writeProposal.editLead')}</Notice>
      <ProposalForm form={form} submitLabel={t('writeProposal.save')} exceptId={proposalId} hasName={!isOpen} />
    </Stack>
  );
}
