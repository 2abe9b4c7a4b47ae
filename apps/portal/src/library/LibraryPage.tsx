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
  SkeletonList,
  Stack,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { FilterBar } from '../parts/FilterBar.js';
import { readLibraryFilters, type LibraryFilters } from './library-filters.js';
import { libraryDocument, libraryViewerDocument, type LibraryPart } from './list-documents.js';
import { NarrowBy } from './NarrowBy.js';
import { ResourceCard } from './ResourceCard.js';
import { kindOptions } from './kind-options.js';

export { words } from './words.js';

/** The library, searched by words and narrowed by what there is. */
export function LibraryPage(): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const search: unknown = useSearch({ strict: false });
  const filters = readLibraryFilters(typeof search === 'object' && search !== null ? { ...search } : {});
  const navigate = useNavigate();
  const query = partOf(useGraphQuery(libraryDocument, { ...filters, isFirst: true }), ({ resources }) => resources);
  const facets = query.data?.facets ?? undefined;
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    void navigate({ to: '/library', search: readLibraryFilters({ ...filters, ...changed }), replace: true });
  return (
    <Page title={t('library.title')} lead={t('library.lead')}>
      <Stack>
        <LearningSections current="/library" />
        {state.status === 'signed-in' && <OwnLinks />}
        <FilterBar
          filters={filters}
          kinds={kindOptions(t, facets?.kinds)}
          onChange={({ search: text, kind }) => change({ search: text, kind })}
        />
        <NarrowBy filters={filters} facets={facets} onChange={change} />
        <QueryView
          query={query}
          skeleton={<SkeletonList count={4} height="10rem" />}
          isEmpty={({ edges }) => edges.length === 0}
          empty={<EmptyState title={t('library.none')}>{t('library.noneLead')}</EmptyState>}
        >
          {(part) => <Cards key={JSON.stringify(filters)} filters={filters} part={part} />}
        </QueryView>
      </Stack>
    </Page>
  );
}

function OwnLinks(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(libraryViewerDocument, {});
  if (data?.viewer.member == null) return <Cluster>{null}</Cluster>;
  return (
    <Cluster>
      <Link className={buttonClass} data-look="primary" to="/library/write">
        {t('library.write')}
      </Link>
      <Link className={buttonClass} data-look="plain" to="/library/mine">
        {t('library.mine')}
      </Link>
      <Link className={buttonClass} data-look="plain" to="/library/collections">
        {t('library.collections')}
      </Link>
      {data.viewer.reviewsResources === true && (
        <Link className={buttonClass} data-look="plain" to="/library/review">
          {t('library.review')}
        </Link>
      )}
    </Cluster>
  );
}

function Cards({ filters, part }: { readonly filters: LibraryFilters; readonly part: LibraryPart }): ReactElement {
  return (
    <Stack>
      <CardGrid>
        {part.edges.map((edge) => (
          <ResourceCard key={edge.node.id} resource={edge.node} excerpt={edge.highlight?.excerpt} />
        ))}
      </CardGrid>
      <NextPage pageInfo={part.pageInfo}>{(after) => <MoreCards filters={filters} after={after} />}</NextPage>
    </Stack>
  );
}

function MoreCards({ filters, after }: { readonly filters: LibraryFilters; readonly after: string }): ReactElement {
  const query = partOf(
    useGraphQuery(libraryDocument, { ...filters, after, isFirst: false }),
    ({ resources }) => resources,
  );
  return (
    <QueryView query={query} skeleton={<SkeletonList count={2} height="10rem" />}>
      {(part) => <Cards filters={filters} part={part} />}
    </QueryView>
  );
}
