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
import { RegisterDocument } from '../generated/register/graphql.js';
import { MemberCard } from './MemberCard.js';
import type { RegisterSearch } from './register-search.js';

/** Twenty members of one state by name, and the rest behind a button. */
export function MemberList({
  search,
  after,
}: {
  readonly search: RegisterSearch;
  readonly after?: string;
}): ReactElement {
  const { t } = useTexts();
  const variables = { status: search.status, search: search.name, after };
  const query = partOf(useGraphQuery(RegisterDocument, variables), ({ members }) => members);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('register.emptyTitle')}>{t('register.emptyLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <MemberCard key={node.id} member={node} onDone={query.reload} />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(after) => <MemberList search={search} after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
