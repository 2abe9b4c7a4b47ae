import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PeerReviewQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { declineReviewDocument, peerReviewDocument } from './peer-review-documents.js';
import { ReviewForm } from './ReviewForm.js';

export { words } from './words.js';

/** A review that the viewer is asked for: the work, and what they say about it. */
export type ShownReview = NonNullable<PeerReviewQuery['peerReview']>;

/** Reads work of another learner and says what one thinks of it. Neither learns who the other is. */
export function PeerReviewPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('peerReview.title')} lead={t('peerReview.lead')}>
      <SignedIn>
        <Review />
      </SignedIn>
    </Page>
  );
}

function Review(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(peerReviewDocument, { id: usePlaceParam('reviewId') });
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="26rem" />}
      isEmpty={({ peerReview }) => peerReview == null}
      empty={<EmptyState title={t('peerReview.missing')}>{t('peerReview.missingLead')}</EmptyState>}
    >
      {({ peerReview }) => peerReview && <ReviewView review={peerReview} onChange={query.reload} />}
    </QueryView>
  );
}

function ReviewView({
  review,
  onChange,
}: {
  readonly review: ShownReview;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const decline = useAction(declineReviewDocument, (data) => data.declinePeerReview);
  return (
    <Stack>
      <Card>
        <h2>{review.title}</h2>
        <SoftText>{review.path?.title}</SoftText>
        {review.guidance && <SoftText isSmall>{review.guidance}</SoftText>}
        <Prose>{review.work}</Prose>
      </Card>
      {review.viewerActions.includes('REVIEW') ? (
        <Card>
          <h2>{t('peerReview.write')}</h2>
          <SoftText>
            {t('peerReview.until')} <DateTimeText instant={review.dueAt} />
          </SoftText>
          <ReviewForm review={review} onDone={onChange} />
          <Cluster>
            <ActionButton
              viewerActions={review.viewerActions}
              action="DECLINE"
              look="quiet"
              label={t('peerReview.decline')}
              confirm={{
                title: t('peerReview.declineTitle'),
                body: t('peerReview.declineBody'),
                label: t('peerReview.decline'),
              }}
              onRun={() => decline({ input: { peerReviewId: review.id } })}
              onDone={() => void navigate({ to: '/learning/peer-reviews' })}
            />
          </Cluster>
        </Card>
      ) : (
        <Written review={review} />
      )}
    </Stack>
  );
}

function Written({ review: { verdict, words, marks, rubric } }: { readonly review: ShownReview }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('peerReview.yours')}</h2>
      {verdict && <StatusBadge tone={verdict === 'ACCEPT' ? 'good' : 'warn'}>{t(`verdict.${verdict}`)}</StatusBadge>}
      <Prose>{words}</Prose>
      <ul>
        {marks.map(({ criterion, isMet, words: remark }) => (
          <li key={criterion}>
            {rubric[criterion]} <strong>{t(isMet ? 'mark.met' : 'mark.notYet')}</strong> {remark}
          </li>
        ))}
      </ul>
    </Card>
  );
}
