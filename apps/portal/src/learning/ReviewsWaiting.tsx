import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, useGraphQuery, useTexts } from '@guildhall/ui';
import { peerReviewsDocument } from './peer-review-documents.js';

/** Says that others wait for the viewer's review, and nothing while nobody does. */
export function ReviewsWaiting(): ReactElement | null {
  const { t } = useTexts();
  const { data } = useGraphQuery(peerReviewsDocument, {});
  const count = data?.viewer.member?.peerReviews?.edges.length ?? 0;
  if (count === 0) return null;
  return (
    <Card>
      <p>{t('learning.reviewsWait', { count })}</p>
      <Link to="/learning/peer-reviews">{t('learning.toReviews')}</Link>
    </Card>
  );
}
