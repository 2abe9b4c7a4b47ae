import type { ReactElement } from 'react';
import { Veiled } from '../blocks/Layout.js';
import { useTexts } from '../texts/texts.js';
import type { PlotPoint } from './figure.js';
import { measureBars } from './figure.js';
import styles from './plot.module.css';

/** The drawn half of a plot: a list in which each item says its label and its number, so that it reads aloud as well as it looks. */
export function PlotShapes({
  points,
  shape,
}: {
  readonly points: readonly PlotPoint[];
  readonly shape: 'bars' | 'columns';
}): ReactElement {
  const lengths = measureBars(points);
  return (
    <ul className={shape === 'bars' ? styles.bars : styles.columns}>
      {points.map((point) => {
        const length = lengths.get(point.key) ?? 0;
        return shape === 'bars' ? (
          <Bar key={point.key} {...{ point, length }} />
        ) : (
          <Column key={point.key} {...{ point, length }} />
        );
      })}
    </ul>
  );
}

type MarkProps = { readonly point: PlotPoint; readonly length: number };

function Bar({ point: { label, figure }, length }: MarkProps): ReactElement {
  const fill = figure.suppressed ? `${styles.fill} ${styles.hatched}` : styles.fill;
  return (
    <li className={styles.bar}>
      <span className={styles.label}>{label}</span>
      <span className={styles.track}>
        <span className={fill} style={{ width: `calc((100% - var(--value-room)) * ${length / 100})` }} />
        <FigureValue figure={figure} />
      </span>
    </li>
  );
}

function Column({ point: { label, figure }, length }: MarkProps): ReactElement {
  const { t } = useTexts();
  const block = figure.suppressed ? `${styles.block} ${styles.hatched}` : styles.block;
  return (
    <li className={styles.column}>
      <span className={styles.shaft}>
        {figure.suppressed ? (
          <span className={`${styles.value} ${styles.withheld}`} title={t('figure.suppressed')}>
            <span aria-hidden="true">{t('figure.suppressedShort')}</span>
            <Veiled>{t('figure.suppressed')}</Veiled>
          </span>
        ) : (
          <FigureValue figure={figure} />
        )}
        <span className={block} style={{ height: `${length * 0.85}%` }} />
      </span>
      <span className={styles.label}>{label}</span>
    </li>
  );
}

/** A number as the reader writes it, or the word for withheld. */
export function FigureValue({ figure }: { readonly figure: PlotPoint['figure'] }): ReactElement {
  const { t, language } = useTexts();
  if (figure.suppressed) return <span className={`${styles.value} ${styles.withheld}`}>{t('figure.suppressed')}</span>;
  return <span className={styles.value}>{(figure.value ?? 0).toLocaleString(language)}</span>;
}
