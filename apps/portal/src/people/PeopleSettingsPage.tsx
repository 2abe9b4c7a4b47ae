import { useState, type ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  EmptyState,
  Form,
  Notice,
  Page,
  QueryView,
  RadioField,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { FoundBy, PeopleSettingsQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Rows } from '../parts/Rows.js';
import { tieFragment } from './tie-documents.js';
import { TieRow } from './TieRow.js';

export { words } from './words.js';

const document = withFragments(
  graphql(`
    query PeopleSettings {
      viewer {
        subject
        discoverability {
          foundBy
          hasSuggestions
        }
        blocks(first: 100) {
          edges {
            cursor
            node {
              ...ShownTie
            }
          }
        }
      }
    }
  `),
  tieFragment,
);

const changeDocument = graphql(`
  mutation ChangeDiscoverability($input: ChangeDiscoverabilityInput!) {
    changeDiscoverability(input: $input) {
      __typename
    }
  }
`);

const finders = ['EVERYBODY', 'MY_GROUPS', 'NOBODY'] as const satisfies readonly FoundBy[];

/** Who may find the viewer, and whom they block. */
export function PeopleSettingsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('people.settingsTitle')} lead={t('people.settingsLead')}>
      <SignedIn>
        <PeopleSettings />
      </SignedIn>
    </Page>
  );
}

function PeopleSettings(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="20rem" />}
      isEmpty={({ viewer }) => viewer.discoverability === null || viewer.discoverability === undefined}
      empty={<EmptyState title={t('people.settingsNone')}>{t('people.settingsNoneLead')}</EmptyState>}
    >
      {({ viewer }) => (
        <Stack>
          {viewer.discoverability && <DiscoverabilityForm choice={viewer.discoverability} onDone={query.reload} />}
          <Blocks blocks={viewer.blocks.edges} onDone={query.reload} />
        </Stack>
      )}
    </QueryView>
  );
}

type Choice = NonNullable<PeopleSettingsQuery['viewer']['discoverability']>;

function DiscoverabilityForm({
  choice,
  onDone,
}: {
  readonly choice: Choice;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const [isSaved, setSaved] = useState(false);
  const change = useAction(changeDocument, (data) => data.changeDiscoverability);
  const form = useForm({
    initial: { foundBy: choice.foundBy, hasSuggestions: choice.hasSuggestions },
    submit: ({ foundBy, hasSuggestions }) =>
      change({ input: { foundBy: finders.find((each) => each === foundBy), hasSuggestions } }),
    onDone: () => {
      setSaved(true);
      onDone();
    },
  });
  return (
    <Card>
      <h2>{t('people.foundTitle')}</h2>
      {isSaved && <Notice tone="good">{t('people.saved')}</Notice>}
      <Form form={form}>
        <RadioField
          name="foundBy"
          label={t('people.foundBy')}
          hint={t('people.foundByHint')}
          options={finders.map((value) => ({ value, label: t(`people.finder.${value}`) }))}
        />
        <CheckboxField name="hasSuggestions" label={t('people.hasSuggestions')} />
        <SoftText isSmall>{t('people.hasSuggestionsHint')}</SoftText>
      </Form>
    </Card>
  );
}

function Blocks({
  blocks,
  onDone,
}: {
  readonly blocks: PeopleSettingsQuery['viewer']['blocks']['edges'];
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('people.blocks')}</h2>
      <SoftText>{blocks.length === 0 ? t('people.noBlocks') : t('people.blocksLead')}</SoftText>
      <Rows>
        {blocks.map(({ cursor, node }) => (
          <TieRow key={cursor} tie={node} sinceWords="blockedSince" only={['UNBLOCK']} onDone={onDone} />
        ))}
      </Rows>
    </Card>
  );
}
