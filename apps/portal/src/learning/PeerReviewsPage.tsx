import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { peerReviewsDocument } from './peer-review-documents.js';

export { words } from './words.js';

/** The work of other learners that waits for the viewer's review. */
export function PeerReviewsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('peerReview.list')} lead={t('peerReview.listLead')}>
      <SignedIn>
        <Waiting />
      </SignedIn>
    </Page>
  );
}

function Waiting({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(peerReviewsDocument, { after });
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => (viewer.member?.peerReviews?.edges ?? []).length === 0}
      empty={<EmptyState title={t('peerReview.none')}>{t('peerReview.noneLead')}</EmptyState>}
    >
      {({ viewer: { member } }) => (
        <Stack>
          {(member?.peerReviews?.edges ?? []).map(({ node }) => (
            <Card key={node.id} as="article">
              <h2>
                <Link to="/learning/peer-reviews/$reviewId" params={{ reviewId: node.id }}>
                  {node.title}
                </Link>
              </h2>
              <SoftText>{node.path?.title}</SoftText>
              <span>
                {t('peerReview.until')} <DateTimeText instant={node.dueAt} />
              </span>
            </Card>
          ))}
          {member?.peerReviews && (
            <NextPage pageInfo={member.peerReviews.pageInfo}>{(next) => <Waiting after={next} />}</NextPage>
          )}
        </Stack>
      )}
    </QueryView>
  );
}
