import { useEffect, useState } from 'react';
import { useGraphQuery, type GraphQuery } from '@guildhall/ui';
import type { DoorBookQuery } from '../generated/graphql.js';
import type { DoorBook, DoorEntry } from './door-book.js';
import { doorBookDocument, type DoorActivity } from './door-documents.js';

/** What the device knows of the door, with the activity and the question that brought it. */
export type KnownDoor = {
  readonly query: GraphQuery<DoorBookQuery>;
  readonly activity: DoorActivity | null | undefined;
  readonly book: DoorBook;
  change(entry: DoorEntry): void;
};

type Node = DoorActivity['registrations']['edges'][number]['node'];

const entryOf = ({ id, status, passIssue, checkedInAt, member }: Node): DoorEntry => ({
  id,
  status,
  passIssue: passIssue ?? 0,
  checkedInAt: checkedInAt ?? undefined,
  name: member?.displayName ?? undefined,
});

/** Fetches the whole list of a door, page after page, and keeps it while the page is open. */
export function useDoorBook(activityId: string): KnownDoor {
  const [after, setAfter] = useState<string>();
  const [entries, setEntries] = useState<ReadonlyMap<string, DoorEntry>>(new Map());
  const [head, setHead] = useState<DoorBookQuery>();
  const query = useGraphQuery(doorBookDocument, { id: activityId, after });
  const { data } = query;
  useEffect(() => {
    if (data === undefined) return;
    setHead(data);
    const page = data.activity?.registrations;
    if (page === undefined) return;
    setEntries((known) => new Map([...known, ...page.edges.map(({ node }) => [node.id, entryOf(node)] as const)]));
    if (page.pageInfo.hasNextPage && page.pageInfo.endCursor != null) setAfter(page.pageInfo.endCursor);
  }, [data]);
  return {
    query: { ...query, data: head, isLoading: head === undefined && query.isLoading },
    activity: head?.activity,
    book: { activityId, keys: head?.passKeys ?? [], entries },
    change: (entry) => setEntries((known) => new Map(known).set(entry.id, entry)),
  };
}
