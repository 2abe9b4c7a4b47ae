import { useEffect, useState } from 'react';
import { useGraphQuery, type GraphQuery } from '@guildhall/ui';
import type { ReadLedgersQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

const document = graphql(`
  query ReadLedgers($after: String) {
    viewer {
      subject
      readLedgers {
        emergencyAccess {
          id
        }
        links(first: 100, after: $after) {
          edges {
            cursor
            node {
              position
              salt
              facts
              commitment
              hash
              disclosure {
                at
                fields
                purpose
                readerRole
                reader
                proof
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`);

/** One link with what it says. */
export type ShownLink = ReadLedgersQuery['viewer']['readLedgers'][number]['links']['edges'][number]['node'];

/** A chain, complete from its first link. */
export type ShownLedger = { readonly emergencyAccessId: string; readonly links: readonly ShownLink[] };

/** The viewer's ledgers, page after page until they are complete; a check needs every link. */
export function useLedgers(): {
  readonly query: GraphQuery<ReadLedgersQuery>;
  readonly ledgers: readonly ShownLedger[];
  readonly isComplete: boolean;
} {
  const [after, setAfter] = useState<string | null>(null);
  const [pages, setPages] = useState<readonly ReadLedgersQuery[]>([]);
  const query = useGraphQuery(document, { after });
  const { data, isStale } = query;
  const next = data === undefined ? undefined : nextCursor(data);
  useEffect(() => {
    if (data === undefined || next === undefined || isStale) return;
    setPages((known) => [...known, data]);
    setAfter(next);
  }, [data, next, isStale]);
  const all = data === undefined ? pages : [...pages, data];
  return { query, ledgers: joined(all), isComplete: data !== undefined && next === undefined };
}

/** Chains share the cursor: it names a place, and each chain goes on after it. */
function nextCursor({ viewer }: ReadLedgersQuery): string | undefined {
  const open = viewer.readLedgers.find(({ links }) => links.pageInfo.hasNextPage);
  return open?.links.edges.at(-1)?.cursor;
}

function joined(pages: readonly ReadLedgersQuery[]): readonly ShownLedger[] {
  const ledgers = new Map<string, Map<number, ShownLink>>();
  for (const { emergencyAccess, links } of pages.flatMap(({ viewer }) => viewer.readLedgers)) {
    const name = emergencyAccess?.id ?? '';
    const known = ledgers.get(name) ?? new Map<number, ShownLink>();
    for (const { node } of links.edges) known.set(node.position, node);
    ledgers.set(name, known);
  }
  return [...ledgers].map(([emergencyAccessId, links]) => ({ emergencyAccessId, links: [...links.values()] }));
}
