import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
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
import { proposalDocument, type ShownProposal } from '../proposals/proposal-document.js';
import { AuthorPart } from './AuthorPart.js';
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

/** The author's own page: what the committee wrote, who seconds it, what can be done, and the words. */
export function OwnProposalPage(): ReactElement {
  const { t } = useTexts();
  const proposalId = usePlaceParam('proposalId');
  const back = (
    <Link className={buttonClass} data-look="quiet" to="/proposals/$proposalId" params={{ proposalId }}>
      {t('ownProposal.show')}
    </Link>
  );
  return (
    <Page title={t('ownProposal.title')} actions={back}>
      <SignedIn>
        <Own id={proposalId} />
      </SignedIn>
    </Page>
  );
}

function Own({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(proposalDocument, { id });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="34rem" />}
      isEmpty={({ proposal }) => proposal?.viewerStanding.isAuthor !== true}
      empty={
        <EmptyState picture="letter" title={t('ownProposal.missing')}>
          {t('writeProposal.notYours')}
        </EmptyState>
      }
    >
      {({ proposal }) =>
        proposal && (
          <Stack>
            <AuthorPart proposal={proposal} onChange={query.reload} />
            {proposal.viewerActions.some((action) => action === 'EDIT' || action === 'AMEND') && (
              <EditForm proposal={proposal} />
            )}
          </Stack>
        )
      }
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
