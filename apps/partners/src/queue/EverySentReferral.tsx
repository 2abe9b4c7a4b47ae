import type { ReactElement, ReactNode } from 'react';
import { QueryView, SkeletonList, useGraphQuery } from '@guildhall/ui';
import { SentReferralsDocument } from '../generated/graphql.js';
import type { QueuedReferral } from './sort-queue.js';

/** Where to go on, what is there already, and what to show once all of it is. */
export type EverySentReferralProps = {
  readonly after?: string;
  readonly before?: readonly QueuedReferral[];
  readonly children: (referrals: readonly QueuedReferral[]) => ReactNode;
};

const pageSize = 100;

/**
 * Everything that was sent to the department, page after page: the graph lists answered ones among those that wait, so that any one
 * page alone could hide what is due.
 */
export function EverySentReferral({ after, before = [], children }: EverySentReferralProps): ReactElement {
  const query = useGraphQuery(SentReferralsDocument, { first: pageSize, after });
  return (
    <QueryView query={query} skeleton={<SkeletonList count={4} height="6rem" />}>
      {({ referrals: { edges, pageInfo } }) => {
        const known = [...before, ...edges.map(({ node }) => node)];
        if (!pageInfo.hasNextPage || !pageInfo.endCursor) return children(known);
        return (
          <EverySentReferral after={pageInfo.endCursor} before={known}>
            {children}
          </EverySentReferral>
        );
      }}
    </QueryView>
  );
}
