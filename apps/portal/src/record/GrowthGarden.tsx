import { useState, type ReactElement } from 'react';
import { Button, DataTable, useTexts } from '@guildhall/ui';
import {
  growthSides,
  heightOf,
  marksMax,
  marksOf,
  termWidth,
  type GrowthSide,
  type TermCounts,
} from './growth-garden.js';
import styles from './record.module.css';

/** One term of the plot. */
export type PlottedTerm = { readonly key: string; readonly label: string; readonly counts: TermCounts };

/** Every piece of the record as a mark over its term, the oldest term first; the same as a table at a press. */
export function GrowthGarden({ terms }: { readonly terms: readonly PlottedTerm[] }): ReactElement {
  const { t } = useTexts();
  const [isTable, setTable] = useState(false);
  return (
    <>
      {isTable ? <GrowthTable terms={terms} /> : <Garden terms={terms} />}
      <Button look="quiet" icon={isTable ? 'chart' : 'table'} onPress={() => setTable(!isTable)}>
        {isTable ? t('figure.showPlot') : t('figure.showTable')}
      </Button>
    </>
  );
}

function Garden({ terms }: { readonly terms: readonly PlottedTerm[] }): ReactElement {
  const { t } = useTexts();
  const width = terms.length * termWidth;
  const height = heightOf(terms.map(({ counts }) => counts));
  const say = ({ label, counts }: PlottedTerm): string => t('growth.termCounts', { term: label, ...counts });
  return (
    <>
      <div className={styles.gardenBox} tabIndex={0} role="group" aria-label={t('growth.plot')}>
        <svg
          className={styles.garden}
          style={{ minWidth: `${terms.length * 8}rem` }}
          viewBox={`0 0 ${width} ${height + 30}`}
          role="img"
          aria-label={terms.map(say).join(' ')}
        >
          {terms.map(({ key, label, counts }, place) => (
            <g key={key} transform={`translate(${place * termWidth} 0)`}>
              {marksOf(counts, height).map((mark) => (
                <MarkShape key={mark.key} side={mark.side} x={mark.x} y={mark.y} />
              ))}
              <text className={styles.word} x={termWidth / 2} y={height + 22} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
          <line className={styles.ground} x1={0} x2={width} y1={height} y2={height} />
        </svg>
      </div>
      <ul className={styles.legend}>
        {growthSides.map((side) => (
          <li key={side}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <MarkShape side={side} x={6} y={6} />
            </svg>
            {t(`growth.${side}`)}
          </li>
        ))}
        {terms.some(({ counts }) => growthSides.some((side) => counts[side] > marksMax)) && (
          <li>{t('growth.drawnUpTo', { count: marksMax })}</li>
        )}
      </ul>
    </>
  );
}

/** A shape of its own for each side, so that colour is not the only sign. */
function MarkShape({
  side,
  x,
  y,
}: {
  readonly side: GrowthSide;
  readonly x: number;
  readonly y: number;
}): ReactElement {
  if (side === 'did') return <circle className={styles.did} cx={x} cy={y} r={4.5} />;
  if (side === 'learned') return <rect className={styles.learned} x={x - 4} y={y - 4} width={8} height={8} rx={1} />;
  if (side === 'led')
    return <path className={styles.led} d={`M${x} ${y - 5} L${x + 5} ${y + 4} L${x - 5} ${y + 4} Z`} />;
  return <path className={styles.helped} d={`M${x} ${y - 5.5} L${x + 5.5} ${y} L${x} ${y + 5.5} L${x - 5.5} ${y} Z`} />;
}

function GrowthTable({ terms }: { readonly terms: readonly PlottedTerm[] }): ReactElement {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('growth.plot')}
      rows={terms}
      keyOf={({ key }) => key}
      columns={[
        { key: 'term', heading: t('record.termLabel'), cell: ({ label }) => label },
        ...growthSides.map((side) => ({
          key: side,
          heading: t(`growth.${side}`),
          cell: ({ counts }: PlottedTerm) => counts[side],
          align: 'end' as const,
        })),
      ]}
    />
  );
}
