import { useEffect, useState } from 'react';
import { useGraphQuery, type GraphQuery } from '@guildhall/ui';
import type { FairStartEntriesQuery } from '../generated/graphql.js';
import { entriesDocument, type ShownEntry } from './entries-document.js';

const pageSize = 100;

/** Everything that was drawn, page after page until it is complete once it is wanted; a recount needs every entry. */
export function useAllEntries(
  id: string,
  isWanted: boolean,
): {
  readonly query: GraphQuery<FairStartEntriesQuery>;
  readonly entries: readonly ShownEntry[] | undefined;
} {
  const [after, setAfter] = useState<string | null>(null);
  const [pages, setPages] = useState<readonly FairStartEntriesQuery[]>([]);
  const query = useGraphQuery(entriesDocument, { id, first: pageSize, after }, { isPaused: !isWanted });
  const { data, isStale } = query;
  const pageInfo = data?.activity?.fairStart?.entries.pageInfo;
  const next = pageInfo?.hasNextPage === true ? pageInfo.endCursor : undefined;
  useEffect(() => {
    if (data === undefined || next == null || isStale) return;
    setPages((known) => [...known, data]);
    setAfter(next);
  }, [data, next, isStale]);
  const isComplete = pageInfo !== undefined && next == null && !isStale;
  const all = data === undefined ? pages : [...pages, data];
  const entries = all.flatMap(({ activity }) => activity?.fairStart?.entries.edges.map(({ node }) => node) ?? []);
  return { query, entries: isComplete ? entries : undefined };
}
