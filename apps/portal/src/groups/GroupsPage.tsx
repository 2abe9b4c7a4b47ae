import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { FilterBar, type Filters } from '../parts/FilterBar.js';
import { asGroupKind, groupKinds } from './kinds.js';
import { useFilters } from '../parts/use-place.js';

const document = graphql(`
  query Groups($search: String, $kind: GroupKind, $after: String) {
    groups(first: 18, search: $search, kind: $kind, after: $after) {
      edges {
        node {
          id
          name
          kind
          purpose
          memberCount
          viewerIsMember
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The groups of the union, narrowed by words and kind. */
export function GroupsPage(): ReactElement {
  const { t } = useTexts();
  const filters = useFilters(groupKinds);
  const navigate = useNavigate();
  return (
    <Page title={t('groups.title')} lead={t('groups.lead')}>
      <Stack>
        <FilterBar
          filters={filters}
          kinds={groupKinds.map((kind) => ({ value: kind, label: t(`groupKind.${kind}`) }))}
          onChange={(next) => void navigate({ to: '/groups', search: next, replace: true })}
        />
        <GroupResults key={JSON.stringify(filters)} filters={filters} />
      </Stack>
    </Page>
  );
}

function GroupResults({ filters, after }: { readonly filters: Filters; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const query = useGraphQuery(document, { search: filters.search, kind: asGroupKind(filters.kind), after });
  const empty = (
    <EmptyState picture="door" title={t('groups.none')}>
      {t('groups.noneLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="10rem" />}
      isEmpty={({ groups }) => groups.edges.length === 0}
      empty={empty}
    >
      {({ groups: { edges, pageInfo } }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <GroupCard key={node.id} group={node} />
            ))}
          </CardGrid>
          {pageInfo.hasNextPage && !isOpen && (
            <Cluster>
              <Button onPress={() => setOpen(true)}>{t('table.loadMore')}</Button>
            </Cluster>
          )}
          {isOpen && <GroupResults filters={filters} after={pageInfo.endCursor ?? undefined} />}
        </Stack>
      )}
    </QueryView>
  );
}

type CardGroup = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly purpose: string;
  readonly memberCount: number;
  readonly viewerIsMember: boolean;
};

function GroupCard({ group }: { readonly group: CardGroup }): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`groupKind.${group.kind}`)}</StatusBadge>
        {group.viewerIsMember && <StatusBadge tone="good">{t('group.yours')}</StatusBadge>}
      </Cluster>
      <h2>
        <Link to="/groups/$groupId" params={{ groupId: group.id }}>
          {group.name}
        </Link>
      </h2>
      <SoftText>{group.purpose}</SoftText>
      <SoftText isSmall>{t('group.members', { count: group.memberCount })}</SoftText>
    </Card>
  );
}
