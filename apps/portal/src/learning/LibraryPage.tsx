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
import { asResourceKind, resourceKinds } from './kinds.js';
import { useFilters } from '../parts/use-place.js';

const document = graphql(`
  query Library($search: String, $kind: ResourceKind, $after: String) {
    resources(first: 18, search: $search, kind: $kind, after: $after, status: PUBLISHED) {
      edges {
        node {
          id
          title
          summary
          kind
          language
          subject
        }
        highlight {
          excerpt {
            text
            isMatch
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

/** The library, searched by words and kind. */
export function LibraryPage(): ReactElement {
  const { t } = useTexts();
  const filters = useFilters(resourceKinds);
  const navigate = useNavigate();
  return (
    <Page title={t('library.title')} lead={t('library.lead')}>
      <Stack>
        <FilterBar
          filters={filters}
          kinds={resourceKinds.map((kind) => ({ value: kind, label: t(`resourceKind.${kind}`) }))}
          onChange={(next) => void navigate({ to: '/library', search: next, replace: true })}
        />
        <Results key={JSON.stringify(filters)} filters={filters} />
      </Stack>
    </Page>
  );
}

function Results({ filters, after }: { readonly filters: Filters; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const query = useGraphQuery(document, { search: filters.search, kind: asResourceKind(filters.kind), after });
  const empty = <EmptyState title={t('library.none')}>{t('library.noneLead')}</EmptyState>;
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="9rem" />}
      isEmpty={({ resources }) => resources.edges.length === 0}
      empty={empty}
    >
      {({ resources: { edges, pageInfo } }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node, highlight }) => (
              <Card key={node.id} as="article">
                <Cluster>
                  <StatusBadge>{t(`resourceKind.${node.kind}`)}</StatusBadge>
                  <SoftText isSmall>{node.subject}</SoftText>
                </Cluster>
                <h2 lang={node.language}>
                  <Link to="/library/$resourceId" params={{ resourceId: node.id }}>
                    {node.title}
                  </Link>
                </h2>
                <p lang={node.language}>
                  {highlight
                    ? highlight.excerpt.map(({ text, isMatch }, index) =>
                        isMatch ? <mark key={index}>{text}</mark> : text,
                      )
                    : node.summary}
                </p>
              </Card>
            ))}
          </CardGrid>
          {pageInfo.hasNextPage && !isOpen && (
            <Cluster>
              <Button onPress={() => setOpen(true)}>{t('table.loadMore')}</Button>
            </Cluster>
          )}
          {isOpen && <Results filters={filters} after={pageInfo.endCursor ?? undefined} />}
        </Stack>
      )}
    </QueryView>
  );
}
