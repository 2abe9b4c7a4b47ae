import { Button, Cluster, QueryView, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { MessageTextFragment } from '../generated/later-messages/graphql.js';
import { LaterMessagesDocument } from '../generated/later-messages/graphql.js';

/** The case, the cursor after which to go on, and how messages are shown. */
export type LaterMessagesProps = {
  readonly caseId: string;
  readonly after?: string;
  readonly children: (nodes: readonly MessageTextFragment[]) => ReactNode;
};

/** The messages after the first hundred, and so on. */
export function LaterMessages({ caseId, after, children }: LaterMessagesProps): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const query = useGraphQuery(LaterMessagesDocument, { id: caseId, after }, { isPaused: !isOpen });
  if (!isOpen) {
    return (
      <Cluster>
        <Button onPress={() => setOpen(true)}>{t('table.loadMore')}</Button>
      </Cluster>
    );
  }
  return (
    <QueryView query={query}>
      {({ case: item }) => {
        if (!item) return null;
        const { edges, pageInfo } = item.messages;
        return (
          <Stack>
            {children(edges.map(({ node }) => node))}
            {pageInfo.hasNextPage && (
              <LaterMessages caseId={caseId} after={pageInfo.endCursor ?? undefined}>
                {children}
              </LaterMessages>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
