import type { ReactElement } from 'react';
import { Card, FigurePlot, useTexts } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import type { ShownRecall } from './recall-documents.js';

/** How much comes back in the next two weeks, as a plot with its table, and how it went so far. */
export function RecallAhead({ recall }: { readonly recall: ShownRecall }): ReactElement {
  const { t } = useTexts();
  const { forecast, cardCount, reviewedToday, rememberedPercent } = recall;
  // The day of the month alone: fourteen longer names would run into each other on a phone.
  const points = forecast.map(({ date, cards }) => ({
    key: date,
    label: String(Number(date.slice(-2))),
    figure: { value: cards, suppressed: false },
  }));
  return (
    <Card>
      <h2>{t('recall.ahead')}</h2>
      <FigurePlot
        caption={t('recall.forecast')}
        points={points}
        shape="columns"
        threshold={0}
        groupHeading={t('recall.day')}
      />
      <Facts
        facts={[
          { name: t('recall.cards'), value: cardCount },
          { name: t('recall.reviewedToday'), value: reviewedToday },
          {
            name: t('recall.remembered'),
            value: rememberedPercent == null ? undefined : t('quiz.percent', { percent: rememberedPercent }),
          },
        ]}
      />
    </Card>
  );
}
