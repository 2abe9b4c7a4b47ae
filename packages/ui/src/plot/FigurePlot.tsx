import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../blocks/Button.js';
import { SoftText } from '../blocks/Layout.js';
import { useTexts } from '../texts/texts.js';
import type { PlotPoint } from './figure.js';
import { FigureTable } from './FigureTable.js';
import { PlotShapes } from './PlotShapes.js';
import styles from './plot.module.css';

/** A plot of figures. */
export type FigurePlotProps = {
  readonly caption: string;
  readonly points: readonly PlotPoint[];
  /** `bars` compares kinds of things; `columns` shows how a number went over time (at most about a dozen points). */
  readonly shape?: 'bars' | 'columns';
  /** `Insights.threshold`: the smallest number of people a figure may stand for. */
  readonly threshold: number;
  /** The heading of the first column of the table behind the plot. */
  readonly groupHeading?: string;
};

/** A plot and its table, one at a time. A suppressed figure is drawn as withheld, with the reason, and never as zero. */
export function FigurePlot({
  caption,
  points,
  shape = 'bars',
  threshold,
  groupHeading,
}: FigurePlotProps): ReactElement {
  const { t } = useTexts();
  const [isTable, setTable] = useState(false);
  const reasons = new Set(points.flatMap(({ figure }) => (figure.suppressed ? [figure.reason ?? 'other'] : [])));
  const body: ReactNode = isTable ? (
    <FigureTable {...{ points, caption }} groupHeading={groupHeading ?? t('figure.group')} />
  ) : (
    <PlotShapes points={points} shape={shape} />
  );
  return (
    <figure className={styles.figure}>
      <div className={styles.head}>
        <figcaption className={styles.caption}>{caption}</figcaption>
        {points.length > 0 && (
          <Button look="quiet" icon={isTable ? 'chart' : 'table'} onPress={() => setTable(!isTable)}>
            {isTable ? t('figure.showPlot') : t('figure.showTable')}
          </Button>
        )}
      </div>
      {points.length === 0 ? <SoftText>{t('figure.empty')}</SoftText> : body}
      {[...reasons].map((reason) => (
        <div key={reason} className={styles.legend}>
          <span className={`${styles.swatch} ${styles.hatched}`} />
          <span>
            {t([`figure.reasons.${reason}`, 'figure.reasons.other'], { threshold })}
            <br />
            {t('figure.legendSuppressed')}
          </span>
        </div>
      ))}
    </figure>
  );
}
