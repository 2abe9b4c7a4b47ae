import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import { sayWorth } from './format-votes.js';
import styles from './journey.module.css';
import { layOutJourney, type Bend, type Stretch } from './journey-layout.js';
import type { JourneyStory } from './journey-story.js';
import { shorten, widthOf } from './shorten.js';
import { useCountWords } from './use-count-words.js';

type PathProps = { readonly count: CountModel; readonly story: JourneyStory };

const [rowHeight, head, side, thickest, roomAfter] = [58, 30, 14, 13, 16];
const wanted = 330;
const [stepMin, stepMax] = [34, 120];

/** Where stages and rows lie in the picture. */
type Grid = { readonly x: (stage: number) => number; readonly y: (row: number) => number; readonly stages: number };

const thick = (value: number): number => Math.max(2, value * thickest);

/** The way of a vote drawn as a path that becomes thinner with what it is worth. The sentences beside it say the same. */
export function JourneyPath({ count, story }: PathProps): ReactElement {
  const { t } = useTexts();
  const stages = count.stages.length;
  const step = Math.min(stepMax, Math.max(stepMin, wanted / Math.max(1, stages - 1)));
  const { rows, stretches, bends } = layOutJourney(story, stages);
  const grid: Grid = {
    stages,
    x: (stage) => side + (stage - 1) * step,
    y: (row) => head + row * rowHeight + 34,
  };
  const width = grid.x(stages) + side + roomAfter;
  const height = grid.y(rows.length - 1) + 24;
  return (
    <div className={styles.scroll} role="region" aria-label={t('electionResult.journeyLabel')} tabIndex={0}>
      <svg
        className={styles.path}
        viewBox={`0 0 ${width} ${height}`}
        style={{ minWidth: `${width * 0.9}px`, maxWidth: `${width * 1.35}px` }}
        role="img"
        aria-label={t('electionResult.journeyLabel')}
      >
        {count.stages.map(({ number }) => (
          <g key={number}>
            <line className={styles.grid} x1={grid.x(number)} x2={grid.x(number)} y1={head - 6} y2={height - 8} />
            <text className={styles.stage} x={grid.x(number)} y={head - 12} textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
        <Way {...{ stretches, bends, grid }} />
        <Stops {...{ count, story, grid, width }} />
      </svg>
    </div>
  );
}

type WayProps = { readonly stretches: readonly Stretch[]; readonly bends: readonly Bend[]; readonly grid: Grid };

function Way({ stretches, bends, grid: { x, y, stages } }: WayProps): ReactElement {
  return (
    <>
      {stretches.map(({ row, fromStage, toStage, value, hasStayed }) => (
        <line
          key={`${row}-${hasStayed}`}
          className={hasStayed ? styles.stayed : styles.line}
          x1={x(fromStage)}
          x2={Math.max(x(toStage), x(fromStage) + 0.1) + (toStage === stages ? roomAfter : 0)}
          y1={y(row)}
          y2={y(row)}
          strokeWidth={thick(value)}
        />
      ))}
      {bends.map(({ fromRow, toRow, stage, value }) => {
        const [from, to] = [x(stage - 1), x(stage)];
        const middle = (from + to) / 2;
        return (
          <path
            key={stage}
            className={styles.line}
            d={`M${from} ${y(fromRow)}C${middle} ${y(fromRow)} ${middle} ${y(toRow)} ${to} ${y(toRow)}`}
            strokeWidth={thick(value)}
          />
        );
      })}
    </>
  );
}

type StopsProps = PathProps & { readonly grid: Grid; readonly width: number };

/** About how wide a sign of a name is. */
const signWidth = 7.4;

function Stops({ count, story, grid: { x, y }, width }: StopsProps): ReactElement {
  const { language } = useTexts();
  const { nameOf } = useCountWords(count);
  return (
    <>
      {story.legs.map(({ stage, holder, value }, row) => {
        const label = `${shorten(nameOf(holder), 24)} · ${sayWorth(value, language)}`;
        const room = widthOf(label) * signWidth;
        return (
          <g key={stage}>
            <circle className={styles.dot} cx={x(stage)} cy={y(row)} r={6.5} />
            <text className={styles.name} x={Math.max(2, Math.min(x(stage) - 7, width - room))} y={y(row) - 14}>
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
