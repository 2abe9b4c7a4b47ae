import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { useFilters } from '../parts/use-place.js';
import { PersonLink } from './PersonLink.js';
import { SearchBox } from './SearchBox.js';

export { words } from './words.js';

const document = graphql(`
  query FindPeople($search: String, $after: String) {
    members(search: $search, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          displayName
          pronouns
          programme
          tie {
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The directory: fellow members by name, as far as they want to be found. */
export function FindPeoplePage(): ReactElement {
  const { t } = useTexts();
  const { search } = useFilters([]);
  const navigate = useNavigate();
  return (
    <Page title={t('people.findTitle')} lead={t('people.findLead')}>
      <SignedIn>
        <Stack>
          <SearchBox
            label={t('people.searchAll')}
            search={search}
            onSearch={(next) =>
              void navigate({ to: '/people/find', search: next === undefined ? {} : { search: next }, replace: true })
            }
          />
          <Part key={search} search={search} />
        </Stack>
      </SignedIn>
    </Page>
  );
}

function Part({ search, after }: { readonly search?: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(document, { search, after }), ({ members }) => members);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="4rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('people.notFound')}>{t('people.findNoneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <Card>
            <Rows>
              {edges.map(({ cursor, node }) => (
                <Row key={cursor}>
                  <PersonLink member={node} />
                  <SoftText isSmall>
                    {[node.programme, node.tie?.state === 'CONNECTED' ? t('people.state.CONNECTED') : undefined]
                      .filter(Boolean)
                      .join(' · ')}
                  </SoftText>
                </Row>
              ))}
            </Rows>
          </Card>
          <NextPage pageInfo={pageInfo}>{(after) => <Part search={search} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
