import type { ReactElement } from 'react';
import {
  Card,
  FigurePlot,
  NextPage,
  Notice,
  QueryView,
  SkeletonList,
  SoftText,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import { textsDocument, type ShownFeedback } from './after-documents.js';

type SummaryProps = { readonly activityId: string; readonly feedback: ShownFeedback };

/** What people said in all, for those who run the activity: withheld while people answer, and of too few for good. */
export function FeedbackSummary({ activityId, feedback: { summary, isOpen } }: SummaryProps): ReactElement | null {
  const { t } = useTexts();
  if (!summary) return null;
  const { ratings, answersMin, answerCount, askedCount } = summary;
  return (
    <Card>
      <h2>{t('after.summaryTitle')}</h2>
      {ratings ? (
        <>
          <SoftText>{t('after.answered', { answers: answerCount ?? 0, asked: askedCount })}</SoftText>
          <FigurePlot
            caption={t('after.ratings')}
            groupHeading={t('after.ratingHeading')}
            threshold={answersMin}
            points={ratings.toReversed().map(({ rating, count }) => ({
              key: String(rating),
              label: t(`after.stars.${rating}`),
              figure: { value: count, suppressed: false },
            }))}
          />
          <h3>{t('after.texts')}</h3>
          <Texts activityId={activityId} />
        </>
      ) : (
        <Notice>{isOpen ? t('after.withheldOpen') : t('after.withheldFew', { count: answersMin })}</Notice>
      )}
    </Card>
  );
}

function Texts({ activityId, after }: { readonly activityId: string; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(textsDocument, { id: activityId, after: after ?? null });
  return (
    <QueryView query={query} skeleton={<SkeletonList />}>
      {({ activity }) => {
        const texts = activity?.feedback?.summary?.texts;
        if (!texts) return null;
        if (texts.edges.length === 0) return <SoftText>{t('after.noTexts')}</SoftText>;
        return (
          <>
            {texts.edges.map(({ node }) => (
              <blockquote key={node.id}>
                <Prose>{node.text}</Prose>
              </blockquote>
            ))}
            <NextPage pageInfo={texts.pageInfo}>{(next) => <Texts activityId={activityId} after={next} />}</NextPage>
          </>
        );
      }}
    </QueryView>
  );
}
