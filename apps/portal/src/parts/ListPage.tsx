import { useNavigate } from '@tanstack/react-router';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  CardGrid,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
  type EmptyPicture,
  type GraphDocument,
} from '@guildhall/ui';
import { FilterBar, type Filters } from './FilterBar.js';
import { useFilters } from './use-place.js';

type GraphVariables = Readonly<Record<string, unknown>>;

/** A list that grows: its edges, and where the next page begins. */
type Connection<Edge> = {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
};

/** What one list is about. */
export type ListPageProps<Data, Variables extends GraphVariables, Edge> = {
  /** The first part of its words: title, lead, and what an empty list says. */
  readonly words: 'activities' | 'groups' | 'library' | 'proposals';
  readonly to: '/activities' | '/groups' | '/library' | '/proposals';
  readonly kinds: readonly string[];
  readonly kindWords: string;
  readonly picture?: EmptyPicture;
  readonly document: GraphDocument<Data, Variables>;
  readonly variablesFor: (filters: Filters, after: string | undefined) => Variables;
  readonly pick: (data: Data) => Connection<Edge> | null;
  readonly keyOf: (edge: Edge) => string;
  /** One card of the list. */
  readonly children: (edge: Edge) => ReactNode;
  /** What stands above the list while nothing narrows it. */
  readonly first?: ReactNode;
  /** True while that is on its way: the list waits for it, because it would move when it comes. */
  readonly isFirstLoading?: boolean;
};

/** A list of cards narrowed by words and kind, which live in the address, with the next page at a press. */
export function ListPage<Data, Variables extends GraphVariables, Edge>(
  props: ListPageProps<Data, Variables, Edge>,
): ReactElement {
  const { t } = useTexts();
  const { words, to, kinds, kindWords, first, isFirstLoading = false } = props;
  const filters = useFilters(kinds);
  const navigate = useNavigate();
  const isNarrowed = filters.search !== undefined || filters.kind !== undefined;
  return (
    <Page title={t(`${words}.title`)} lead={t(`${words}.lead`)}>
      <Stack>
        <FilterBar
          filters={filters}
          kinds={kinds.map((kind) => ({ value: kind, label: t(`${kindWords}.${kind}`) }))}
          onChange={(next) => void navigate({ to, search: next, replace: true })}
        />
        {!isNarrowed && first}
        {!isNarrowed && isFirstLoading ? (
          <ListSkeleton />
        ) : (
          <Results key={JSON.stringify(filters)} {...props} filters={filters} />
        )}
      </Stack>
    </Page>
  );
}

function ListSkeleton(): ReactElement {
  return <SkeletonList count={4} height="10rem" />;
}

type ResultsProps<Data, Variables extends GraphVariables, Edge> = ListPageProps<Data, Variables, Edge> & {
  readonly filters: Filters;
  readonly after?: string;
};

function Results<Data, Variables extends GraphVariables, Edge>(
  props: ResultsProps<Data, Variables, Edge>,
): ReactElement {
  const { t } = useTexts();
  const { words, picture, document, variablesFor, pick, keyOf, filters, after, children } = props;
  const query = partOf(useGraphQuery(document, variablesFor(filters, after)), pick);
  return (
    <QueryView
      query={query}
      skeleton={<ListSkeleton />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState picture={picture} title={t(`${words}.none`)}>
          {t(`${words}.noneLead`)}
        </EmptyState>
      }
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map((edge) => (
              <Fragment key={keyOf(edge)}>{children(edge)}</Fragment>
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(after) => <Results {...props} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
