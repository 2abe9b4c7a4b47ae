import { useState, type ReactElement } from 'react';
import {
  Button,
  Cluster,
  DateTimeText,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { PersonLink } from '../people/PersonLink.js';
import { Row, Rows } from '../parts/Rows.js';

const document = graphql(`
  query RoleHistory($id: ID!, $first: Int!) {
    group(id: $id) {
      id
      roleHistory(first: $first) {
        edges {
          node {
            id
            startsAt
            endsAt
            origin
            position {
              id
              title
            }
            member {
              id
              displayName
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

const pageSize = 12;
const pageMax = 100;

/** Who held which office of a group from when to when, the latest first. */
export function RoleHistory({ groupId }: { readonly groupId: string }): ReactElement {
  const { t } = useTexts();
  const [first, setFirst] = useState(pageSize);
  const query = useGraphQuery(document, { id: groupId, first });
  return (
    <section>
      <h3>{t('group.historyTitle')}</h3>
      <QueryView
        query={query}
        skeleton={<SkeletonList count={3} height="3rem" />}
        isEmpty={({ group }) => (group?.roleHistory.edges ?? []).length === 0}
        empty={<SoftText>{t('group.noHistory')}</SoftText>}
      >
        {({ group }) => (
          <Stack>
            <Rows>
              {group?.roleHistory.edges.map(({ node }) => (
                <Row key={node.id}>
                  <span>
                    {node.position.title} <PersonLink member={node.member} />
                  </span>
                  <SoftText isSmall>
                    <DateTimeText instant={node.startsAt} show="day" /> –{' '}
                    <DateTimeText instant={node.endsAt} show="day" />
                    {', '}
                    {t(`inGroup.origin.${node.origin}`)}
                  </SoftText>
                </Row>
              ))}
            </Rows>
            {group?.roleHistory.pageInfo.hasNextPage === true && first < pageMax && (
              <Cluster>
                <Button onPress={() => setFirst(Math.min(first + pageSize, pageMax))}>{t('table.loadMore')}</Button>
              </Cluster>
            )}
          </Stack>
        )}
      </QueryView>
    </section>
  );
}
