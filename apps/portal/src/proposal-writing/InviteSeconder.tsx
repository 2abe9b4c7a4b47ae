import { useState, type ReactElement } from 'react';
import {
  DialogAction,
  Form,
  QueryView,
  SelectField,
  SkeletonList,
  SoftText,
  Stack,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { inviteDocument } from './author-documents.js';
import type { ProposalPartProps } from '../proposals/proposal-document.js';

const membersDocument = graphql(`
  query SecondersToAsk($search: String) {
    members(first: 20, search: $search) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`);

/** Asks a member whose name the author may see to second the draft: a name to look for, then one of those found. */
export function InviteSeconder({ proposal, onChange }: ProposalPartProps): ReactElement {
  const { t } = useTexts();
  return (
    <DialogAction viewerActions={proposal.viewerActions} action="INVITE_SECONDER" label={t('ownProposal.invite')}>
      {(close) => (
        <Invite
          proposalId={proposal.id}
          onDone={() => {
            close();
            onChange();
          }}
        />
      )}
    </DialogAction>
  );
}

type InviteProps = { readonly proposalId: string; readonly onDone: () => void };

function Invite({ proposalId, onDone }: InviteProps): ReactElement {
  const { t } = useTexts();
  const [name, setName] = useState<string>();
  const search = useForm({
    initial: { name: '' },
    submit: ({ name: wanted }) => {
      setName(wanted.trim());
      return Promise.resolve({});
    },
  });
  return (
    <Stack>
      <SoftText>{t('ownProposal.inviteLead')}</SoftText>
      <Form form={search} submitLabel={t('form.search')}>
        <TextField name="name" label={t('ownProposal.inviteName')} type="search" />
      </Form>
      {name !== undefined && name !== '' && <Found key={name} {...{ name, proposalId, onDone }} />}
    </Stack>
  );
}

function Found({ name, proposalId, onDone }: InviteProps & { readonly name: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(membersDocument, { search: name });
  const invite = useAction(inviteDocument, (data) => data.inviteSeconder);
  const form = useForm({
    initial: { memberId: '' },
    submit: ({ memberId }) => invite({ input: { proposalId, memberId } }),
    onDone,
  });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={1} height="6rem" />}
      isEmpty={({ members }) => (members?.edges ?? []).length === 0}
      empty={<SoftText>{t('ownProposal.inviteNone')}</SoftText>}
    >
      {({ members }) => (
        <Form form={form} submitLabel={t('ownProposal.invite')}>
          <SelectField
            name="memberId"
            label={t('ownProposal.inviteWhom')}
            options={(members?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.displayName ?? node.id }))}
          />
        </Form>
      )}
    </QueryView>
  );
}
