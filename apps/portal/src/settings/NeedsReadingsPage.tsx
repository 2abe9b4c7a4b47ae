import type { ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
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
import { PersonLink } from '../people/PersonLink.js';

export { words } from './words.js';

const document = graphql(`
  query NeedsReadings($after: String) {
    viewer {
      subject
      needsReadings(first: 20, after: $after) {
        edges {
          node {
            id
            fields
            readAt
            reader {
              id
              displayName
            }
            group {
              id
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Who read what the viewer needs, for which group and when. */
export function NeedsReadingsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('needsReadings.title')} lead={t('needsReadings.lead')}>
      <SignedIn>
        <Readings />
      </SignedIn>
    </Page>
  );
}

function Readings({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, { after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="4rem" />}
      isEmpty={({ viewer }) => viewer.needsReadings.edges.length === 0}
      empty={<EmptyState title={t('needsReadings.none')}>{t('needsReadings.noneLead')}</EmptyState>}
    >
      {({ viewer: { needsReadings } }) => (
        <Stack>
          <Card>
            <Rows>
              {needsReadings.edges.map(({ node: { id, reader, group, fields, readAt } }) => (
                <Row key={id}>
                  <PersonLink member={reader} />
                  <SoftText isSmall>
                    {[group?.name, ...fields.map((field) => t(`needs.field.${field}`))].filter(Boolean).join(' · ')}
                  </SoftText>
                  <DateTimeText instant={readAt} />
                </Row>
              ))}
            </Rows>
          </Card>
          <NextPage pageInfo={needsReadings.pageInfo}>{(after) => <Readings after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
