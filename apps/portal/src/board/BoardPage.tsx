import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
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
import { readBoardFilters, type BoardFilters } from './board-filters.js';
import { BoardFilterBar } from './BoardFilterBar.js';
import { requestCardFragment } from './request-card-fragment.js';
import { RequestCard } from './RequestCard.js';

export { words } from './words.js';

const boardDocument = withFragments(
  graphql(`
    query HelpBoard($filter: HelpRequestFilter, $after: String) {
      helpRequests(first: 12, filter: $filter, after: $after) {
        edges {
          node {
            ...HelpCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  requestCardFragment,
);

const dayMs = 86_400_000;
const daysOf = { week: 7, month: 30 } as const;

/** What other members ask for now. */
export function BoardPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('board.title')} lead={t('board.lead')}>
      <SignedIn>
        <Board />
      </SignedIn>
    </Page>
  );
}

function Board(): ReactElement {
  const { t } = useTexts();
  const search: unknown = useSearch({ strict: false });
  const filters = readBoardFilters(typeof search === 'object' && search !== null ? { ...search } : {});
  const navigate = useNavigate();
  return (
    <Stack>
      <Cluster>
        <Link className={buttonClass} data-look="primary" to="/board/ask">
          {t('board.ask')}
        </Link>
        <Link className={buttonClass} data-look="plain" to="/board/mine">
          {t('board.mine')}
        </Link>
        <Link className={buttonClass} data-look="plain" to="/board/credits">
          {t('credits.title')}
        </Link>
      </Cluster>
      <BoardFilterBar
        filters={filters}
        onChange={(next) => void navigate({ to: '/board', search: next, replace: true })}
      />
      <Results key={JSON.stringify(filters)} filters={filters} />
    </Stack>
  );
}

function Results({ filters, after }: { readonly filters: BoardFilters; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const [filter] = useState(() => toFilter(filters));
  const query = partOf(useGraphQuery(boardDocument, { filter, after }), ({ helpRequests }) => helpRequests ?? null);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="8rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState picture="door" title={t('board.none')}>
          {t('board.noneLead')}
        </EmptyState>
      }
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <RequestCard key={node.id} request={node} />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(after) => <Results filters={filters} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

/** Times are counted from when the filter was chosen, to the hour, so that a page asked again is the same question. */
function toFilter({ kind, language, when, near }: BoardFilters) {
  const hourMs = 3_600_000;
  const nowMs = Math.floor(Date.now() / hourMs) * hourMs;
  return {
    kinds: kind && [kind],
    language,
    to: when && new Date(nowMs + daysOf[when] * dayMs).toISOString(),
    nearMyGroups: near,
  };
}
