import { EmptyState, NextPage, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ReportedPostsDocument } from '../generated/moderation/graphql.js';
import { ReportedPostCard } from './ReportedPostCard.js';

export { words } from './words.js';

/** Posts of courses that were reported, longest waiting first; without a name of anybody. */
export function ModerationPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('moderation.title')} lead={t('moderation.lead')}>
      <Posts />
    </Page>
  );
}

function Posts({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ReportedPostsDocument, { after });
  const isModerator = query.data?.viewer.moderatesIssues !== false;
  const words = isModerator ? 'none' : 'notYours';
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="12rem" />}
      isEmpty={({ reportedIssuePosts }) => (reportedIssuePosts?.edges ?? []).length === 0}
      empty={
        <EmptyState picture={isModerator ? 'letter' : 'door'} title={t(`moderation.${words}`)}>
          {t(`moderation.${words}Lead`)}
        </EmptyState>
      }
    >
      {({ reportedIssuePosts: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <ReportedPostCard key={node.id} post={node} onDone={query.reload} />
          ))}
          {page && <NextPage pageInfo={page.pageInfo}>{(after) => <Posts after={after} />}</NextPage>}
        </Stack>
      )}
    </QueryView>
  );
}
