import { useState, type ReactElement } from 'react';
import {
  Button,
  DialogAction,
  Form,
  QueryView,
  ResultNotice,
  SoftText,
  Stack,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  type Outcome,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Row, Rows } from '../parts/Rows.js';
import { inviteDocument } from './group-actions.js';

const searchDocument = graphql(`
  query MembersToStudyWith($search: String!) {
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

type InviteProps = {
  readonly groupId: string;
  readonly viewerActions: readonly string[];
  readonly onChange: () => void;
};

/** Looks for a member by name and invites them. */
export function InviteMember({ groupId, viewerActions, onChange }: InviteProps): ReactElement {
  const { t } = useTexts();
  return (
    <DialogAction viewerActions={viewerActions} action="INVITE" label={t('study.invite')}>
      {(close) => (
        <Search
          groupId={groupId}
          onDone={() => {
            close();
            onChange();
          }}
        />
      )}
    </DialogAction>
  );
}

type SearchProps = { readonly groupId: string; readonly onDone: () => void };

function Search({ groupId, onDone }: SearchProps): ReactElement {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const form = useForm({
    initial: { search: '' },
    submit: (values) => {
      setSearch(values.search.trim());
      return Promise.resolve({});
    },
  });
  return (
    <Stack>
      <Form form={form} submitLook="plain" submitLabel={t('form.search')}>
        <TextField name="search" type="search" label={t('study.inviteName')} />
      </Form>
      {search !== '' && <Results search={search} groupId={groupId} onDone={onDone} />}
    </Stack>
  );
}

function Results({ search, groupId, onDone }: SearchProps & { readonly search: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(searchDocument, { search });
  const invite = useAction(inviteDocument, (data) => data.inviteToStudyGroup);
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async (memberId: string): Promise<void> => {
    const next = await invite({ input: { groupId, memberId } });
    setOutcome(next);
    if (next.result?.__typename === 'InviteToStudyGroupSuccess') onDone();
  };
  return (
    <QueryView
      query={query}
      isEmpty={({ members }) => (members?.edges ?? []).length === 0}
      empty={<SoftText>{t('study.nobody')}</SoftText>}
    >
      {({ members }) => (
        <Stack>
          <Rows>
            {(members?.edges ?? []).map(({ node: { id, displayName } }) => (
              <Row key={id}>
                <span>{displayName ?? t('person.hiddenName')}</span>
                <Button onPress={() => void run(id)}>
                  {t('study.inviteOne', { name: displayName ?? t('person.hiddenName') })}
                </Button>
              </Row>
            ))}
          </Rows>
          <ResultNotice outcome={outcome} />
        </Stack>
      )}
    </QueryView>
  );
}
