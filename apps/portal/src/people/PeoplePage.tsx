import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Card, Page, QueryView, SignedIn, SkeletonList, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ShownTieFragment, TieAction } from '../generated/graphql.js';
import { Rows } from '../parts/Rows.js';
import { Connections } from './Connections.js';
import { ownPeopleDocument } from './people-document.js';
import { SearchBox } from './SearchBox.js';
import { Suggestions } from './Suggestions.js';
import { TieRow } from './TieRow.js';

export { words } from './words.js';

/** The people whom the viewer knows, who asks them, and whom they may want to know. */
export function PeoplePage(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <SignedIn>
        <Stack gap="large">
          <SearchBox
            label={t('people.searchAll')}
            search={undefined}
            onSearch={(search) => void navigate({ to: '/people/find', search: search === undefined ? {} : { search } })}
          />
          <OwnPeople />
          <SoftText>
            <Link to="/people/circles">{t('people.toCircles')}</Link>
          </SoftText>
          <SoftText>
            <Link to="/settings/people">{t('people.toSettings')}</Link>
          </SoftText>
        </Stack>
      </SignedIn>
    </Page>
  );
}

function OwnPeople(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ownPeopleDocument, {});
  // Whoever is accepted belongs to the connections from then on, which are read by a query of their own.
  const [changes, setChanges] = useState(0);
  const changed = (): void => {
    setChanges((count) => count + 1);
    query.reload();
  };
  return (
    <>
      <QueryView query={query} skeleton={<SkeletonList count={2} height="6rem" />}>
        {({ viewer }) => (
          <>
            <Requests
              title={t('people.requestsReceived')}
              sinceWords="received"
              ties={viewer.requestsReceived.edges.map(({ node }) => node)}
              only={['ACCEPT', 'DECLINE']}
              onDone={changed}
            />
            <Requests
              title={t('people.requestsSent')}
              sinceWords="sent"
              ties={viewer.requestsSent.edges.map(({ node }) => node)}
              only={['WITHDRAW']}
              onDone={changed}
            />
            <Suggestions suggestions={viewer.memberSuggestions.edges.map(({ node }) => node)} onChange={changed} />
          </>
        )}
      </QueryView>
      <Connections key={changes} />
    </>
  );
}

type RequestsProps = {
  readonly title: string;
  readonly sinceWords: 'received' | 'sent';
  readonly ties: readonly ShownTieFragment[];
  readonly only: readonly TieAction[];
  readonly onDone: () => void;
};

function Requests({ title, sinceWords, ties, only, onDone }: RequestsProps): ReactElement | null {
  if (ties.length === 0) return null;
  return (
    <Card>
      <h2>{title}</h2>
      <Rows>
        {ties.map((tie) => (
          <TieRow key={tie.member?.id ?? tie.since} {...{ tie, sinceWords, only, onDone }} />
        ))}
      </Rows>
    </Card>
  );
}
