import { useState, type ReactElement } from 'react';
import {
  Button,
  DialogAction,
  Form,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  TextAreaField,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql, withFaults } from '../../graph/graphql.js';
import { useAction } from '../../graph/use-action.js';
import { PersonLink } from '../../people/PersonLink.js';
import { Row, Rows } from '../../parts/Rows.js';
import type { RunPartProps } from './run-document.js';

const searchDocument = graphql(`
  query MembersToInvite($search: String!) {
    members(first: 8, search: $search) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`);

const inviteDocument = withFaults(
  graphql(`
    mutation InviteToGroup($input: InviteToGroupInput!) {
      inviteToGroup(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

type Person = { readonly id: string; readonly displayName: string | null };

/** Looks for a member by name and invites them with a few words. */
export function InviteAction({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  return (
    <DialogAction viewerActions={group.viewerActions} action="INVITE" label={t('runGroup.invite')}>
      {(close) => (
        <Invite
          groupId={group.id}
          onDone={() => {
            close();
            onChange();
          }}
        />
      )}
    </DialogAction>
  );
}

function Invite({ groupId, onDone }: { readonly groupId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const [person, setPerson] = useState<Person>();
  const form = useForm({
    initial: { search: '' },
    submit: (values) => {
      setSearch(values.search.trim());
      return Promise.resolve({});
    },
  });
  if (person !== undefined) return <InviteForm {...{ groupId, person, onDone }} />;
  return (
    <Stack>
      <Form form={form} submitLook="plain" submitLabel={t('form.search')}>
        <TextField name="search" type="search" label={t('runGroup.inviteName')} hint={t('runGroup.inviteHint')} />
      </Form>
      {search !== '' && <Found search={search} onChoose={setPerson} />}
    </Stack>
  );
}

type FoundProps = { readonly search: string; readonly onChoose: (person: Person) => void };

function Found({ search, onChoose }: FoundProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(searchDocument, { search });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="3rem" />}
      isEmpty={({ members }) => (members?.edges ?? []).length === 0}
      empty={<SoftText>{t('runGroup.nobodyFound')}</SoftText>}
    >
      {({ members }) => (
        <Rows>
          {members?.edges.map(({ node }) => (
            <Row key={node.id}>
              <PersonLink member={node} />
              <Button onPress={() => onChoose(node)}>{t('runGroup.choose')}</Button>
            </Row>
          ))}
        </Rows>
      )}
    </QueryView>
  );
}

type InviteFormProps = { readonly groupId: string; readonly person: Person; readonly onDone: () => void };

function InviteForm({ groupId, person, onDone }: InviteFormProps): ReactElement {
  const { t } = useTexts();
  const invite = useAction(inviteDocument, (data) => data.inviteToGroup);
  const form = useForm({
    initial: { words: '' },
    submit: ({ words }, idempotencyKey) => invite({ input: { groupId, memberId: person.id, words, idempotencyKey } }),
    onDone,
  });
  return (
    <Stack>
      <PersonLink member={person} />
      <Form form={form} submitLabel={t('runGroup.sendInvitation')}>
        <TextAreaField name="words" label={t('runGroup.inviteWords')} hint={t('runGroup.inviteWordsHint')} rows={3} />
      </Form>
    </Stack>
  );
}
