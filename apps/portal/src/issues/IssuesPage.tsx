import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  CardGrid,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SignedIn,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql, withFragments } from '../graph/graphql.js';
import { issueCardFragment } from './issue-card-fragment.js';
import { readIssueFilters, type IssueFilters } from './issue-filters.js';
import { IssueCard } from './IssueCard.js';
import { IssueFilterBar } from './IssueFilterBar.js';
import { RepDigest } from './RepDigest.js';
import { spacesDocument } from './spaces-document.js';

export { words } from './words.js';

const listDocument = withFragments(
  graphql(`
    query Issues($status: IssueStatus, $type: IssueType, $mine: Boolean, $after: String) {
      issues(first: 12, status: $status, type: $type, mine: $mine, after: $after) {
        edges {
          node {
            ...IssueCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  issueCardFragment,
);

/** The issues of the viewer's course, and for its representative how many stand where. */
export function IssuesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('issues.title')} lead={t('issues.lead')}>
      <SignedIn>
        <Spaces />
      </SignedIn>
    </Page>
  );
}

function Spaces(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(spacesDocument, {});
  const none = (
    <EmptyState picture="door" title={t('issues.noCourse')}>
      {t('issues.noCourseLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="8rem" />}
      isEmpty={({ viewer }) => (viewer.issueSpaces ?? []).length === 0}
      empty={none}
    >
      {({ viewer }) => (
        <Stack>
          <RepDigest spaces={viewer.issueSpaces ?? []} />
          <CourseIssues mayWrite={(viewer.issueSpaces ?? []).some(({ isStudent }) => isStudent)} />
        </Stack>
      )}
    </QueryView>
  );
}

function useIssueFilters(): IssueFilters {
  const search: unknown = useSearch({ strict: false });
  return readIssueFilters(typeof search === 'object' && search !== null ? { ...search } : {});
}

function CourseIssues({ mayWrite }: { readonly mayWrite: boolean }): ReactElement {
  const { t } = useTexts();
  const filters = useIssueFilters();
  const navigate = useNavigate();
  return (
    <Stack>
      {mayWrite && (
        <Cluster>
          <Link className={buttonClass} data-look="primary" to="/issues/new">
            {t('issues.write')}
          </Link>
        </Cluster>
      )}
      <IssueFilterBar
        filters={filters}
        onChange={(next) => void navigate({ to: '/issues', search: next, replace: true })}
      />
      <Results key={JSON.stringify(filters)} filters={filters} />
    </Stack>
  );
}

function Results({ filters, after }: { readonly filters: IssueFilters; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(listDocument, { ...filters, after }), ({ issues }) => issues ?? null);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="8rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState picture="letter" title={t('issues.none')}>
          {t('issues.noneLead')}
        </EmptyState>
      }
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <IssueCard key={node.id} issue={node} />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(after) => <Results filters={filters} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
