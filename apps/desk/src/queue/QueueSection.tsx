import {
  CardGrid,
  EmptyState,
  NextPage,
  QueryView,
  SkeletonList,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { CaseQueuePart } from '../generated/queue/graphql.js';
import { CaseQueueDocument } from '../generated/queue/graphql.js';
import type { DeskViewer } from '../roles/ForRoles.js';
import { QueueCard } from './QueueCard.js';

/** Whose queue, which part of it, and after which cursor it goes on. */
export type QueueSectionProps = {
  readonly viewer: DeskViewer;
  readonly part: CaseQueuePart;
  readonly after?: string;
};

/** Twenty cases, what is owed soonest first, and the rest behind a button. */
export function QueueSection({ viewer, part, after }: QueueSectionProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(CaseQueueDocument, { part, after }), ({ caseQueue }) => caseQueue);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="13rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t(`queueEmpty.${part}`)}>{t(`queueEmptyLead.${part}`)}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack gap="large">
          <CardGrid>
            {edges.map(({ node }) => (
              <QueueCard key={node.id} entry={node} viewer={viewer} onDone={query.reload} />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(after) => <QueueSection {...{ viewer, part }} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
