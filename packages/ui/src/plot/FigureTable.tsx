import type { ReactElement } from 'react';
import { Veiled } from '../blocks/Layout.js';
import { useTexts } from '../texts/texts.js';
import type { PlotPoint } from './figure.js';
import { FigureValue } from './PlotShapes.js';
import styles from './plot.module.css';

/** The figures of a plot. */
export type FigureTableProps = {
  readonly points: readonly PlotPoint[];
  readonly caption: string;
  readonly groupHeading: string;
};

/** The same figures as the plot, as a table. */
export function FigureTable({ points, caption, groupHeading }: FigureTableProps): ReactElement {
  const { t } = useTexts();
  return (
    <table className={styles.table}>
      <caption>
        <Veiled>{caption}</Veiled>
      </caption>
      <thead>
        <tr>
          <th scope="col">{groupHeading}</th>
          <th scope="col">{t('figure.value')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ key, label, figure }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <FigureValue figure={figure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
